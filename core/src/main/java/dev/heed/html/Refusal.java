package dev.heed.html;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import java.util.List;
import java.util.Optional;

/** How HTML is refused. */
final class Refusal {
    private Refusal() {}

    static InvalidInputException invalid(String problem, int position) {
        return new InvalidInputException(
                "The HTML of a reply is not allowed at position " + position + ": " + problem,
                "Use paragraphs, lists, tables, links, pictures and emphasis, well nested, or write plain text.");
    }

    static RefusedException hides(String source, Cause cause) {
        int to = Math.min(cause.end(), source.length());
        return new RefusedException(List.of(new Finding(
                PracticeCode.SIGNATURE_NOT_PERSONAL,
                "The HTML of the reply can hide text: " + cause.what() + " What the customer cannot see does not sign.",
                Optional.of(new Finding.Span(cause.start(), to, source.substring(cause.start(), to))),
                "Leave it out, or give the text a colour, size and place in which it is seen; the visible signature is "
                        + "added by Heed.")));
    }
}

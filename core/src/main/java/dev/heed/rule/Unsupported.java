package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.rule.ClaimWords.Section;
import dev.heed.rule.Passages.Passage;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** P43, P47: nothing is denied before somebody has looked, and nobody blamed before there is evidence. */
final class Unsupported {
    List<Finding> check(Ticket ticket, Said said) {
        List<Finding> findings = new ArrayList<>();
        if (!hasLookedSince(ticket, ticket.lastSaidAt())) {
            first(said, ClaimWords.denials(), Claims::deny).ifPresent(span -> findings.add(denial(ticket, span)));
        }
        if (ticket.facts().current(FactKind.EVIDENCE).isEmpty()) {
            first(said, ClaimWords.blame(), Claims::blame).ifPresent(span -> findings.add(blame(ticket, span)));
        }
        return findings;
    }

    private static boolean hasLookedSince(Ticket ticket, Instant claimed) {
        return ticket.facts().current(FactKind.EVIDENCE).stream()
                .filter(Fact::isLookUp)
                .anyMatch(fact -> !fact.at().isBefore(claimed));
    }

    private static Optional<Finding.Span> first(
            Said said, Map<String, List<WordSections<Section>>> languages, Predicate<Claims> claim) {
        for (Passage passage : said.passages()) {
            if (!passage.question() && says(passage.words(), languages, claim)) {
                return Optional.of(passage.span());
            }
        }
        return Optional.empty();
    }

    private static boolean says(
            Words words, Map<String, List<WordSections<Section>>> languages, Predicate<Claims> claim) {
        for (WordSections<Section> language : WordSections.in(words, languages)) {
            if (claim.test(new Claims(language, words))) {
                return true;
            }
        }
        return false;
    }

    private static Finding denial(Ticket ticket, Finding.Span span) {
        return new Finding(
                PracticeCode.UNSUPPORTED_DENIAL,
                "Something is denied on ticket " + ticket.number()
                        + " that nobody has looked up since the customer wrote last.",
                Optional.of(span),
                "Look again, and note where and for what with listening().lookedUp(…).");
    }

    private static Finding blame(Ticket ticket, Finding.Span span) {
        return new Finding(
                PracticeCode.BLAME_WITHOUT_EVIDENCE,
                "Somebody is blamed on ticket " + ticket.number() + " without any evidence on its fact sheet.",
                Optional.of(span),
                "Say what you will do about it instead, or note the evidence.");
    }
}

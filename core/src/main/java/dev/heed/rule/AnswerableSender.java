package dev.heed.rule;

import com.google.common.base.CharMatcher;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Address;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** P07: the addresses and names a desk writes under take answers. */
final class AnswerableSender {
    private static final List<String> NO_REPLY = List.of(
            "noreply",
            "noreplies",
            "donotreply",
            "dontreply",
            "notreply",
            "nonreply",
            "neverreply",
            "noanswer",
            "noresponse",
            "doNotRespond",
            "unmonitored",
            "unattended",
            "notmonitored",
            "nichtantworten",
            "nichtbeantworten",
            "keineantwort",
            "antwortenicht",
            "nepasrepondre",
            "sansreponse",
            "pasdereponse",
            "noresponder",
            "noresponda",
            "norespuesta",
            "sinrespuesta",
            "naoresponda",
            "naoresponder",
            "nonrispondere",
            "nietbeantwoorden",
            "nietantwoorden",
            "nieodpowiadaj",
            "svarainte",
            "svarikke");
    private static final Set<String> DEAD_ENDS =
            Set.of("mailerdaemon", "bounce", "bounces", "null", "devnull", "blackhole", "void", "trash", "nobody");

    private AnswerableSender() {}

    static Stream<Problem> problems(Address sender) {
        return isDeadEnd(sender)
                ? Stream.of(Problem.of(
                        PracticeCode.NO_REPLY_SENDER,
                        "The sender " + sender.value() + " tells customers not to answer.",
                        "Write from an address that somebody reads, for example support@ or hello@."))
                : Stream.empty();
    }

    private static boolean isDeadEnd(Address sender) {
        String letters = letters(MailboxNames.name(sender));
        String everything = letters(sender.value());
        return DEAD_ENDS.contains(letters)
                || NO_REPLY.stream().map(Folding::fold).anyMatch(everything::contains);
    }

    private static String letters(String text) {
        return CharMatcher.forPredicate(Character::isLetter).retainFrom(Folding.disguiseRemoved(Folding.fold(text)));
    }
}

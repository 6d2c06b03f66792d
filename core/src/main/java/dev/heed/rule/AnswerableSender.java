package dev.heed.rule;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
            "nomail",
            "noemail",
            "nocontest",
            "nereply",
            "cantreply",
            "cannotreply",
            "replynotpossible",
            "norespond",
            "nerepondez",
            "antwortennicht",
            "antwortnicht",
            "norispond",
            "noresponse",
            "donotrespond",
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

    private static final Splitter WORDS =
            Splitter.on(CharMatcher.forPredicate(Character::isLetter).negate()).omitEmptyStrings();

    private static final Splitter CAMEL = Splitter.on(Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})"));

    private AnswerableSender() {}

    static Stream<Problem> problems(Address sender) {
        String name = MailboxNames.name(sender);
        String domain = sender instanceof EmailAddress email ? email.domain() : "";
        boolean glued = saysNoReply(CAMEL.splitToList(name));
        return isDeadEnd(name) || glued || saysNoReply(words(domain))
                ? Stream.of(Problem.of(
                        PracticeCode.NO_REPLY_SENDER,
                        "A sender of the desk, the mailbox “" + name + "”, tells customers not to answer.",
                        "Write from an address that somebody reads, for example support@ or hello@."))
                : Stream.empty();
    }

    private static boolean isDeadEnd(String name) {
        List<String> words = words(name);
        return DEAD_ENDS.contains(String.join("", words)) || saysNoReply(words);
    }

    /** Words may be parted in any way, but one of them begins the phrase: bruno.reply is a person. */
    private static boolean saysNoReply(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String rest = Folding.fold(String.join("", words.subList(i, words.size())));
            if (NO_REPLY.stream().anyMatch(rest::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORDS.splitToList(Folding.disguiseRemoved(Folding.fold(text)));
    }
}

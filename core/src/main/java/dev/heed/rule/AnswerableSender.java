package dev.heed.rule;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            "donotanswer",
            "dontanswer",
            "bittenichtantworten",
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

    private AnswerableSender() {}

    static Optional<Problem> problem(Address sender, ChannelId channel) {
        String name = MailboxNames.name(sender);
        String domain = sender instanceof EmailAddress email ? email.domain() : "";
        boolean glued = saysNoReply(humps(name)) || endsInNoReply(words(name));
        if (isDeadEnd(name) || glued) {
            return Optional.of(refused("the mailbox “" + name + "” of channel " + channel));
        }
        return saysNoReply(words(domain))
                ? Optional.of(refused("the domain “" + domain + "” of channel " + channel))
                : Optional.empty();
    }

    private static Problem refused(String what) {
        return Problem.of(
                PracticeCode.NO_REPLY_SENDER,
                "A sender of the desk, " + what + ", tells customers not to answer.",
                "Write from an address that somebody reads, for example support@ or hello@.");
    }

    /** "acmenoreply": a phrase that no other word ends in, since "bruno.reply" and "piano.answer" are people. */
    private static boolean endsInNoReply(List<String> words) {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return last.endsWith("noreply") || last.endsWith("donotreply");
    }

    private static boolean isDeadEnd(String name) {
        List<String> words = words(name);
        return DEAD_ENDS.contains(String.join("", words)) || saysNoReply(words);
    }

    /** Words may be parted in any way, but one of them begins the phrase: bruno.reply is a person. */
    private static boolean saysNoReply(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String rest = Folding.fold(String.join("", words.subList(i, words.size())));
            if (beginsWithNoReply(rest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWithNoReply(String text) {
        for (String phrase : NO_REPLY) {
            if (text.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** noReply is no and Reply. */
    private static List<String> humps(String text) {
        List<String> humps = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                humps.add(text.substring(from, i));
                from = i;
            }
        }
        humps.add(text.substring(from));
        return humps;
    }

    private static List<String> words(String text) {
        String plain = Folding.disguiseRemoved(Folding.fold(text));
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || !Character.isLetter(plain.charAt(i))) {
                if (i > from) {
                    words.add(plain.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }
}

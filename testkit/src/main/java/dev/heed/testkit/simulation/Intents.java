package dev.heed.testkit.simulation;

import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people really wanted: nothing else may be on the record. Each text carries a word that is never used twice. */
final class Intents {
    private static final Pattern WORD = Pattern.compile("\\b[QRNB][0-9]{3,}[a-z]\\b");

    private static final Pattern NOTED = Pattern.compile("\\bN[0-9]{3,}[a-z]\\b");

    private final Map<String, Said> said = new HashMap<>();
    private final Set<String> orders = new HashSet<>();
    private final Map<TicketId, Integer> confirmed = new HashMap<>();
    private final Map<TicketId, List<TicketEvent>> imported = new HashMap<>();
    private int last = 100;

    /**
     * Somebody's words.
     *
     * @param from the sender of a mail
     * @param answers which messages a mail answers
     * @param agent who wrote for the shop
     * @param page the ticket on whose page a customer wrote
     * @param automatic whether a program wrote it
     */
    record Said(
            Optional<Address> from,
            List<String> answers,
            Optional<AgentId> agent,
            Optional<TicketId> page,
            boolean automatic) {
        static Said byMail(Optional<Address> from, List<String> answers, boolean automatic) {
            return new Said(from, answers, Optional.empty(), Optional.empty(), automatic);
        }

        static Said onPage(TicketId page) {
            return new Said(Optional.empty(), List.of(), Optional.empty(), Optional.of(page), false);
        }

        static Said by(AgentId agent) {
            return new Said(Optional.empty(), List.of(), Optional.of(agent), Optional.empty(), false);
        }

        static Said byBot() {
            return new Said(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), true);
        }
    }

    /** A new word; Q for questions, R for replies, N for notes, B for bots. */
    String word(String kind, Said what) {
        String word = kind + ++last + "x";
        said.put(word, what);
        return word;
    }

    /** The word in a text. */
    static Optional<String> wordIn(String text) {
        Matcher matcher = WORD.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** All the words in a text. */
    static List<String> wordsIn(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Whether there are words of a note in it. */
    static boolean isInternal(String text) {
        return NOTED.matcher(text).find();
    }

    /** Somebody is about to write to colleagues, or to do what they want, on whichever ticket that is by then. */
    void want(String what, Object of, Object detail) {
        orders.add(what + " " + of + " " + detail);
    }

    boolean wanted(String what, Object of, Object detail) {
        return orders.contains(what + " " + of + " " + detail);
    }

    Optional<Said> said(String word) {
        return Optional.ofNullable(said.get(word));
    }

    /** Somebody is about to ask for something, whatever becomes of it. */
    void order(String what, TicketId ticket, Object detail) {
        orders.add(what + " " + ticket + " " + detail);
    }

    boolean ordered(String what, TicketId ticket, Object detail) {
        return orders.contains(what + " " + ticket + " " + detail);
    }

    /** Somebody is about to take over what another system wrote. */
    void imports(TicketId ticket, List<TicketEvent> history) {
        imported.put(ticket, history);
    }

    List<TicketEvent> imported(TicketId ticket) {
        return imported.getOrDefault(ticket, List.of());
    }

    void confirms(TicketId ticket) {
        confirmed.merge(ticket, 1, Integer::sum);
    }

    int confirmed(TicketId ticket) {
        return confirmed.getOrDefault(ticket, 0);
    }
}

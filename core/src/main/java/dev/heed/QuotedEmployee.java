package dev.heed;

import com.google.common.base.Splitter;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** P03, the other way round: a customer who quotes an employee id gets that person again. */
final class QuotedEmployee {
    private final List<Quoted> ids = new ArrayList<>();

    /** An employee id, folded for a quick look, and as it is registered. */
    private record Quoted(String folded, String id, Agent agent) {}

    QuotedEmployee(Collection<Agent> agents) {
        for (Agent agent : agents) {
            agent.employeeId().ifPresent(id -> ids.add(new Quoted(folded(id), id, agent)));
        }
    }

    /** Finds it as a word of its own. Made when it is needed: few messages have the letters of an id in them. */
    private static Pattern pattern(String id) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}@/._-])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}@/%_-]|\\.\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Letter by letter, as the expression compares: whole words may become longer. */
    private static String folded(String text) {
        int[] letters = text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .toArray();
        return new String(letters, 0, letters.length);
    }

    /** Makes the agent whose id stands in the customer's own lines responsible; quoted lines do not count. */
    Optional<TicketCommand> in(String subject, Message message) {
        if (message.automatic() || !mayQuote(subject, message.text())) {
            return Optional.empty();
        }
        String own = ownLines(subject, message.text());
        String foldedOwn = folded(own);
        for (Quoted quoted : ids) {
            if (foldedOwn.contains(quoted.folded)
                    && pattern(quoted.id).matcher(own).find()) {
                return Optional.of(
                        new OwnershipCommand.Route(quoted.agent.id(), "The customer quoted the employee id."));
            }
        }
        return Optional.empty();
    }

    /** Most messages have no such letters in them. */
    private boolean mayQuote(String subject, String text) {
        String foldedSubject = folded(subject);
        String foldedText = folded(text);
        for (Quoted id : ids) {
            if (foldedText.contains(id.folded) || foldedSubject.contains(id.folded)) {
                return true;
            }
        }
        return false;
    }

    private static String ownLines(String subject, String text) {
        StringBuilder own = new StringBuilder(subject).append('\n');
        for (String line : Splitter.on('\n').split(text)) {
            if (Quote.BEGINS.matcher(line).lookingAt()) {
                break;
            }
            if (!Quote.LINE.matcher(line).lookingAt()) {
                own.append(line).append('\n');
            }
        }
        return own.toString();
    }

    /** Apart, so that the expressions are compiled for the first message and not while a desk is built. */
    private static final class Quote {
        /** From here on a mail program repeats our mail, its signature with the employee id included. */
        private static final Pattern BEGINS = Pattern.compile(
                "(?i)^\\s*(?:-{2,}\\s*(?:original|ursprüngliche|message|mensaje)"
                        + "|_{10,}|(?:from|von|de)\\s?:.*\\S|(?:on|am|le|el)\\b.{3,200}(?:wrote|schrieb|a écrit|escribió).{0,200}:\\s*$)");

        private static final Pattern LINE =
                Pattern.compile("^\\s*[>|]|^(?:Employee id: |Mitarbeiternummer: |Numéro de collaborateur : "
                        + "|Número de empleado: )\\S+\\s*$");
    }
}

package dev.heed;

import com.google.common.base.Splitter;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.ticket.TicketCommand;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** P03, the other way round: a customer who quotes an employee id gets that person again. */
final class QuotedEmployee {
    private final Map<Pattern, Agent> patterns = new LinkedHashMap<>();

    QuotedEmployee(Collection<Agent> agents) {
        for (Agent agent : agents) {
            agent.employeeId()
                    .ifPresent(id -> patterns.put(
                            Pattern.compile(
                                    "(?<![\\p{L}\\p{N}@/._-])" + Pattern.quote(id)
                                            + "(?![\\p{L}\\p{N}@/%_-]|\\.\\p{L})",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                            agent));
        }
    }

    /** Makes the agent whose id stands in the customer's own lines responsible; quoted lines do not count. */
    Optional<TicketCommand> in(String subject, Message message) {
        if (message.automatic()) {
            return Optional.empty();
        }
        StringBuilder own = new StringBuilder(subject).append('\n');
        for (String line : Splitter.on('\n').split(message.text())) {
            if (Quote.BEGINS.matcher(line).lookingAt()) {
                break;
            }
            if (!Quote.LINE.matcher(line).lookingAt()) {
                own.append(line).append('\n');
            }
        }
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(own).find())
                .findFirst()
                .map(entry -> new TicketCommand.Route(entry.getValue().id(), "The customer quoted the employee id."));
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

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
                                    "(?<![\\p{L}\\p{N}-])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}]|-\\p{N})",
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
            if (!line.stripLeading().startsWith(">")) {
                own.append(line).append('\n');
            }
        }
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(own).find())
                .findFirst()
                .map(entry -> new TicketCommand.Assign(entry.getValue().id(), "The customer quoted the employee id."));
    }
}

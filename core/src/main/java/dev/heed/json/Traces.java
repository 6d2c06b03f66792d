package dev.heed.json;

import static java.util.Objects.requireNonNull;

import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.Known;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody has left in the ticket of another one. It works on the form of events as JSON, so that whoever adds an event some
 * day need not think of it. Immutable and thread-safe.
 */
public final class Traces {
    private final EventJson json = EventJson.create();
    private final Set<String> customers;
    private final Set<TicketId> tickets;
    private final Set<String> messages;

    /**
     * Of whom they are.
     *
     * @param customers who
     * @param tickets hers
     * @param messages that she has written, wherever they stand
     */
    public Traces(Set<CustomerId> customers, Set<TicketId> tickets, Set<MessageId> messages) {
        this.customers = customers.stream().map(CustomerId::value).collect(Collectors.toUnmodifiableSet());
        this.tickets = Set.copyOf(tickets);
        this.messages = messages.stream().map(MessageId::value).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether she has said it, or it quotes her. */
    public boolean isIn(TicketEvent event) {
        return isIn("", json.object(event));
    }

    /** Whether a ticket is hers. */
    public boolean isHers(TicketId ticket) {
        return tickets.contains(ticket);
    }

    /** What is known without that which she has said, or which was said to her. */
    public Known without(Known known) {
        return known.without(this::isHers, tickets::contains);
    }

    private boolean isHers(FactSource source) {
        if (source instanceof FactSource.InAForm form) {
            return customers.contains(form.customer().value());
        }
        return source instanceof FactSource.Quoted quoted
                && messages.contains(quoted.message().value());
    }

    private boolean isIn(String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            boolean quoted = name.equals("source") && messages.contains(String.valueOf(fields.get("message")));
            return quoted
                    || fields.entrySet().stream()
                            .anyMatch(field ->
                                    isIn(String.valueOf(field.getKey()), requireNonNull(field.getValue(), "value")));
        } else if (value instanceof List<?> values) {
            return values.stream().anyMatch(one -> isIn(name, one));
        }
        return name.equals("customer") && customers.contains(String.valueOf(value));
    }
}

package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer and the people of the shop have to do with each other about one matter. An immutable value, the fold
 * of its {@linkplain TicketEvent events}; equal by id and version. Thread-safe.
 *
 * <p>{@link #decide} says what would happen, {@link #apply} lets it have happened, {@link #replay} does it from the
 * start. Only a customer closes a ticket: no command of an agent leads to {@link TicketStatus#CLOSED}.
 */
public final class Ticket {
    private final TicketState state;

    Ticket(TicketState state) {
        this.state = state;
    }

    /** The events that open a ticket. */
    public static List<TicketEvent> open(TicketCommand.Open command, Instant now) {
        return Decision.open(command, now);
    }

    /**
     * The ticket that these events lead to.
     *
     * @param history from the first event on, all of one ticket
     * @throws InvalidInputException if the history is empty or does not begin with the opening
     */
    public static Ticket replay(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof TicketEvent.TicketOpened opened)) {
            throw new InvalidInputException(
                    "A history does not begin with the opening of a ticket.", "Replay it from its first event.");
        }
        TicketState state = TicketState.opened(opened);
        history.subList(1, history.size()).forEach(state::take);
        return new Ticket(state);
    }

    /**
     * What would happen; nothing changes.
     *
     * @return the events in their order, empty if the command changes nothing
     * @throws dev.heed.error.IllegalTransitionException if the lifecycle does not allow it
     */
    public List<TicketEvent> decide(TicketCommand command, Instant now) {
        return new Decision(this, now).on(command);
    }

    /** The ticket after this event. */
    public Ticket apply(TicketEvent event) {
        return apply(List.of(event));
    }

    /** The ticket after these events. */
    public Ticket apply(List<TicketEvent> events) {
        TicketState next = state.copy();
        events.forEach(next::take);
        return new Ticket(next);
    }

    /** Names it for the program. */
    public TicketId id() {
        return state.id;
    }

    /** Names it for people; unique in a desk. */
    public long number() {
        return state.number;
    }

    /** How many events it has; grows by one with each. */
    public long version() {
        return state.version;
    }

    /** What it is about, one line; may be empty. */
    public String subject() {
        return state.subject;
    }

    /** Where it came in, and where answers go. */
    public ChannelId channel() {
        return state.channel;
    }

    /** Whose it is. */
    public CustomerId customer() {
        return state.customer;
    }

    /** Where answers go; empty if the customer left no address. */
    public Optional<Address> address() {
        return state.address;
    }

    /** Where it stands. */
    public TicketStatus status() {
        return state.status;
    }

    /** Who is responsible; empty until somebody is. */
    public Optional<AgentId> owner() {
        return state.owner;
    }

    /** Everything that was said, notes included, in its order. */
    public List<Message> messages() {
        return List.copyOf(state.messages);
    }

    /** Until when the customer can expect a person's answer; empty when nobody waits. */
    public Optional<ExpectedReply> expected() {
        return state.expected;
    }

    /** Whether that time has passed. */
    public boolean overdue() {
        return state.overdue;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return state.openedAt;
    }

    /** When it last changed. */
    public Instant changedAt() {
        return state.changedAt;
    }

    /** When a person first answered; automatic messages do not count. */
    public Optional<Instant> firstAnsweredAt() {
        return state.firstAnsweredAt;
    }

    /** How often the customer had to come back after it was held for solved. */
    public int reopenCount() {
        return state.reopenCount;
    }

    /** What a customer was told last, answered or not. */
    Optional<ExpectedReply> lastExpected() {
        return state.lastExpected;
    }

    /** Whether this is the answer the ticket rests on. */
    boolean isLastAnswer(MessageId message) {
        return state.isLastAnswer(message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket that && id().equals(that.id()) && version() == that.version();
    }

    @Override
    public int hashCode() {
        return id().hashCode() * 31 + Long.hashCode(version());
    }

    @Override
    public String toString() {
        return "Ticket " + number() + " " + status() + " v" + version();
    }
}

package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer and the people of the shop have to do with each other about one matter. An immutable value, the fold
 * of its {@linkplain TicketEvent events}; equal by id and version. Thread-safe.
 *
 * <p>{@link #decide} says what would happen, {@link #apply} lets it have happened, {@link #replay} does it from the
 * start. No command of an agent leads to {@link TicketStatus#CLOSED} but the few {@linkplain Exemption exemptions}.
 */
public final class Ticket {
    private final TicketState state;

    Ticket(TicketState state) {
        this.state = state;
    }

    /**
     * What a decision leads to.
     *
     * @param events in their order, empty if the command changes nothing
     * @param ticket after them
     */
    public record Step(List<TicketEvent> events, Ticket ticket) {}

    /** The events that open a ticket, and the ticket. */
    public static Step open(TicketCommand.Open command, Context context) {
        Steps steps = Decision.open(command, context);
        return new Step(steps.events(), steps.ticket());
    }

    /**
     * The ticket that these events lead to.
     *
     * @param history from the first event on, all of one ticket
     * @throws InvalidInputException if the history is empty or does not begin with the opening
     */
    public static Ticket replay(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof LifecycleEvent.TicketOpened opened)) {
            throw new InvalidInputException(
                    "A history does not begin with the opening of a ticket.", "Replay it from its first event.");
        }
        TicketState state = new TicketState(opened);
        for (int i = 1; i < history.size(); i++) {
            state.take(history.get(i));
        }
        return new Ticket(state);
    }

    /**
     * What would happen; this ticket stays as it is.
     *
     * @throws dev.heed.error.IllegalTransitionException if the lifecycle does not allow it
     * @throws dev.heed.error.RefusedException if a practice does not
     */
    public Step decide(TicketCommand command, Context context) {
        Steps steps = new Steps(state.copy(), context);
        new Decision(steps).on(command);
        return steps.events().isEmpty() ? new Step(List.of(), this) : new Step(steps.events(), steps.ticket());
    }

    /** The ticket after these events. */
    public Ticket apply(List<TicketEvent> events) {
        TicketState next = state.copy();
        events.forEach(next::take);
        return new Ticket(next);
    }

    /** When {@link TicketCommand.Wake} has something to do; empty only when it is closed. */
    public Optional<Instant> wakeAt(TicketPolicy policy) {
        return Agenda.next(state, policy).map(Agenda.Appointment::at);
    }

    /** The closing date that a reminder to the customer would name now; empty when it is not time for one. */
    public Optional<Instant> reminderDue(Context context) {
        return Agenda.reminderDue(state, context.policy(), context.now())
                ? Optional.of(Agenda.closesAt(state, context.policy(), context.now()))
                : Optional.empty();
    }

    /** The one thing that has to happen next; empty only when it is closed. */
    public Optional<NextAction> nextAction(TicketPolicy policy) {
        return Agenda.nextAction(state, policy);
    }

    /** Names it for the program. */
    public TicketId id() {
        return state.opened.ticket();
    }

    /** Names it for people; unique in a desk. */
    public long number() {
        return state.opened.number();
    }

    /** How many events it has; grows by one with each. */
    public long version() {
        return state.version;
    }

    /** What it is about, one line; may be empty. */
    public String subject() {
        return state.opened.subject();
    }

    /** Where it came in, and where answers go. */
    public ChannelId channel() {
        return state.opened.channel();
    }

    /** Whose it is. */
    public CustomerId customer() {
        return state.opened.customer();
    }

    /** Where answers go; empty if the customer left no address. */
    public Optional<Address> address() {
        return state.opened.address();
    }

    /** Where it stands. */
    public TicketStatus status() {
        return state.status;
    }

    /** Who is responsible; empty until somebody is. */
    public Optional<AgentId> owner() {
        return Optional.ofNullable(state.owner);
    }

    /** Everything that was said, notes included, in its order. */
    public List<Message> messages() {
        return state.messages;
    }

    /** Until when the customer can expect a person's answer; empty when nobody waits. */
    public Optional<ExpectedReply> expected() {
        return Optional.ofNullable(state.expected);
    }

    /** Whether the customer was told automatically that the first message arrived. */
    public boolean acknowledged() {
        return state.acknowledged;
    }

    /** Whether that time has passed. */
    public boolean overdue() {
        return state.overdue;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return state.opened.at();
    }

    /** When it last changed. */
    public Instant changedAt() {
        return state.changedAt;
    }

    /** When a person first answered; automatic messages do not count. */
    public Optional<Instant> firstAnsweredAt() {
        return Optional.ofNullable(state.firstAnsweredAt);
    }

    /** How often the customer had to come back after it was held for solved. */
    public int reopenCount() {
        return state.reopenCount;
    }

    /** What the customer came with. */
    public TicketKind kind() {
        return state.kind;
    }

    /** Everything that was promised, in its order. */
    public List<Promise> promises() {
        return state.promises.all();
    }

    /** What is promised and not yet kept. */
    public List<Promise> openPromises() {
        return state.promises.open().stream().map(Promises.Open::promise).toList();
    }

    /** Why it is closed; empty while it is not. */
    public Optional<Closing> closing() {
        return Optional.ofNullable(state.closed).map(LifecycleEvent.Closed::closing);
    }

    /** When it was closed; empty while it is not. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(state.closed).map(LifecycleEvent.Closed::at);
    }

    /** The ticket of the same customer that was closed too long ago to go on. */
    public Optional<TicketId> follows() {
        return state.opened.follows();
    }

    /** Until when it is held; empty when it is not. */
    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(state.held).map(LifecycleEvent.Held::until);
    }

    /** Whether the customer has said that it is solved and no promise keeps it from being closed but open ones. */
    public boolean confirmed() {
        return state.confirmedBy != null;
    }

    /** Whether the customer said that it is not solved; then silence does not close it. */
    public boolean disputed() {
        return state.disputed;
    }

    /** Whether messages do not reach the customer. */
    public boolean unreachable() {
        return state.unreachable;
    }

    /** Who talks with the customer right now; empty when nobody does. */
    public Optional<AgentId> onThePhone() {
        return Optional.ofNullable(state.call).map(CallEvent.CallStarted::by);
    }

    /** The last answer by a person; empty before the first. */
    public Optional<MessageId> lastAnswer() {
        return Optional.ofNullable(state.lastAnswer);
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

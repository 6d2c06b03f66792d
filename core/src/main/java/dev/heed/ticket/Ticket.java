package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.Seen;
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
 * <p>How a ticket changes: a {@link TicketCommand} goes to a {@code Decision}, which has one part for each kind of command
 * (such as {@code CallDecision} for a {@link CallCommand}) and refuses it or adds events; {@code TicketState.take} says what
 * each event changes. {@code Lifecycle} is the table of what leads from which {@link TicketStatus} to which; {@code Agenda}
 * is what time does, reckoned anew from the state whenever it is asked.
 *
 * <pre>{@code
 * Context now = new Context(clock.instant(), policy);
 * Ticket.Step opened = Ticket.open(open, now);
 * Ticket.Step taken = opened.ticket().decide(new OwnershipCommand.Take(maria, "I know the carrier."), now);
 * taken.events();          // what to store: OwnerAssigned; the ticket that was asked is as it was
 * taken.ticket().owner();  // Optional[maria]
 * }</pre>
 *
 * <p>{@link #decide} says what would happen, {@link #apply} lets it have happened, {@link #replay} does it from the
 * start. No command of an agent leads to {@link TicketStatus#CLOSED} but the few {@linkplain Exemption exemptions}. For
 * people it is told in {@code docs/tickets.md}.
 */
public final class Ticket extends TicketRecord {
    Ticket(TicketState state) {
        super(state);
    }

    TicketState state() {
        return state;
    }

    /**
     * What a decision leads to.
     *
     * @param events in their order, empty if the command changes nothing
     * @param ticket after them
     */
    public record Step(List<TicketEvent> events, Ticket ticket) {}

    /** The events that open a ticket, and the ticket. */
    public static Step open(LifecycleCommand.Open command, Context context) {
        Steps steps = Decision.open(command, context);
        return new Step(steps.events(), steps.ticket());
    }

    /** The events that open a ticket with messages of another one, and the ticket. */
    public static Step open(StructureCommand.OpenSplit command, Context context) {
        Steps steps = StructureDecision.open(command, context);
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
        if (steps.state.structure.isDeleted() && state.structure.isDeleted()) {
            new ShelfDecision(steps).restoreWhatGoesOn();
        }
        new SnoozeDecision(steps).settle();
        return steps.events().isEmpty() ? new Step(List.of(), this) : new Step(steps.events(), steps.ticket());
    }

    /** The ticket after these events. */
    public Ticket apply(List<TicketEvent> events) {
        TicketState next = state.copy();
        events.forEach(next::take);
        return new Ticket(next);
    }

    /**
     * When Heed does the next thing by itself, by {@link TimeCommand.Wake}; empty only when it is closed or deleted,
     * and nothing is awaited of any colleague.
     */
    public Optional<Instant> wakeAt(TicketPolicy policy) {
        return Agenda.next(state, policy).map(Agenda.Appointment::at);
    }

    /** What people have to do next, or, where they can only wait, what Heed does; empty only when it is closed or deleted. */
    public Optional<NextAction> nextAction(TicketPolicy policy) {
        return Agenda.nextAction(state, policy);
    }

    /** The closing date that a reminder to the customer would name now; empty when it is not time for one. */
    public Optional<Instant> closingDateToAnnounce(Context context) {
        return Agenda.reminderDue(state, context.policy(), context.now())
                ? Optional.of(Agenda.closesAt(state, context.policy(), context.now()))
                : Optional.empty();
    }

    // Which one it is.

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

    /** Whose it is. */
    public CustomerId customer() {
        return state.opened.customer();
    }

    /** Where it came in, and where answers go. */
    public ChannelId channel() {
        return state.opened.channel();
    }

    /** Where answers go; empty if the customer left no address. */
    public Optional<Address> address() {
        return state.opened.address();
    }

    /** The ticket of the same customer that was closed too long ago to go on. */
    public Optional<TicketId> follows() {
        return state.opened.follows();
    }

    // Where it stands.

    /** Where it stands. */
    public TicketStatus status() {
        return state.status;
    }

    /** What the customer came with. */
    public TicketKind kind() {
        return state.kind;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return state.opened.at();
    }

    /** When it last changed. That colleagues are reminded changes nothing. */
    public Instant changedAt() {
        return state.changedAt;
    }

    /** Until when it is held; empty when it is not. */
    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(state.held).map(LifecycleEvent.Held::until);
    }

    /** Until when it is in no queue, and who put it off; empty when it is not put off. */
    public Optional<Snooze> snooze() {
        return Optional.ofNullable(state.snooze);
    }

    /**
     * How often it went on after it was held for solved or was closed: the customer wrote or was on the phone, a duplicate
     * went on in it, or what had closed it had never arrived.
     */
    public int reopenCount() {
        return state.reopenCount;
    }

    // What was said, and whether it arrived.

    /** Everything that customer and shop said to each other, in its order. */
    public List<Message> messages() {
        return state.messages;
    }

    /** What the people of the shop wrote to each other, in its order; nothing of it is for the customer. */
    public List<Note> notes() {
        return state.notes.all();
    }

    /** The notes of which something is awaited still, whether the ticket is closed or not, in their order. */
    public List<OpenNote> openNotes() {
        return state.notes.open();
    }

    /** Those of {@link #openNotes} that await an answer. */
    public List<OpenNote> openAsks() {
        return openNotes().stream().filter(OpenNote::isAsk).toList();
    }

    /** Those of {@link #openNotes} that no department has acknowledged. */
    public List<OpenNote> unacknowledged() {
        return openNotes().stream().filter(open -> !open.isAsk()).toList();
    }

    /** Whether the customer was told automatically that the first message arrived. */
    public boolean acknowledged() {
        return state.acknowledged;
    }

    /** When a person first answered; automatic messages do not count. */
    public Optional<Instant> firstAnsweredAt() {
        return Optional.ofNullable(state.firstAnsweredAt);
    }

    /** The last answer by a person; empty before the first. */
    public Optional<MessageId> lastAnswer() {
        return Optional.ofNullable(state.lastAnswer);
    }

    /** The answers that wait to be sent, or to be read by a colleague first, in the order in which they were ordered. */
    public List<SendOrder> sendOrders() {
        return state.outgoing.orders();
    }

    /** Whether messages do not reach the customer. */
    public boolean unreachable() {
        return state.unreachable;
    }

    // Who looks after it.

    /** Who is responsible; empty until somebody is. */
    public Optional<AgentId> owner() {
        return Optional.ofNullable(state.owner);
    }

    /** Who talks with the customer on the phone right now; empty when nobody does. */
    public Optional<AgentId> onThePhone() {
        return Optional.ofNullable(state.call).map(CallEvent.CallStarted::by);
    }

    // What the customer was promised.

    /** Everything that was promised, in its order. */
    public List<Promise> promises() {
        return state.promises.all();
    }

    /** What is promised and not yet kept. */
    public List<Promise> openPromises() {
        return state.promises.open().stream().map(Promises.Open::promise).toList();
    }

    /**
     * What somebody does not know who has read that much: what the customer wrote since, and what others have answered; in
     * its order. What was said in a form is among it as a message that is not one of {@link #messages}. What programs wrote and the author's own words are not among it; nothing is known by {@link Seen.Nothing}.
     *
     * @throws NotFoundException if the ticket has no such message
     */
    public List<Message> unseen(Seen seen, Author author) {
        return new Unseen(this, state.arrivals).messages(seen, author);
    }

    /** When the customer has last said something: here, in a form, or where a duplicate was that came to go on here. */
    public Instant lastSaidAt() {
        return new Unseen(this, state.arrivals).lastSaidAt();
    }

    /** What customer and people of the shop have written, without what programs wrote; in its order. */
    public List<Message> said() {
        Author customer = new Author.ByCustomer(customer());
        return messages().stream()
                .filter(message -> Unseen.matters(message, customer))
                .toList();
    }

    /** The duplicates that somebody does not know who has read that much: those that came to go on here since. */
    public List<TicketId> unseenDuplicates(Seen seen) {
        return new Unseen(this, state.arrivals).duplicates(seen);
    }

    /**
     * What was said last, here or in a duplicate that came to go on here; empty only in a history from elsewhere that has no
     * message.
     */
    public Optional<MessageId> lastMessage() {
        int messages = state.messages.size();
        return state.arrivals
                .lastBehind(messages)
                .or(() -> messages == 0
                        ? Optional.empty()
                        : Optional.of(state.messages.get(messages - 1).id()));
    }

    /**
     * Until when the customer can expect a person's answer; empty when nobody waits. It is the promise of kind {@code
     * REPLY} among {@link #promises}.
     */
    public Optional<ExpectedReply> expected() {
        return Optional.ofNullable(state.expected);
    }

    /** Until when the shop owes the customer the next thing: an answer, or what else is promised; empty when it owes nothing. */
    public Optional<Instant> dueAt() {
        if (state.structure.isDeleted()) {
            return Optional.empty();
        }
        Instant due = state.expected == null ? null : state.expected.at();
        for (Promises.Open open : state.promises.open()) {
            Instant at = open.promise().due();
            due = due == null || at.isBefore(due) ? at : due;
        }
        return Optional.ofNullable(due);
    }

    /** Whether the time of {@link #expected} has passed without a person's answer. */
    public boolean overdue() {
        return state.overdue;
    }

    // How it ends.

    /** Whether the customer has said that it is solved, and nothing has come up since; only an open promise defers the end. */
    public boolean confirmed() {
        return state.confirmedBy != null;
    }

    /** Whether the customer said that it is not solved; then silence does not close it. */
    public boolean disputed() {
        return state.isDisputed();
    }

    /** Why it is closed; empty while it is not. */
    public Optional<Closing> closing() {
        return Optional.ofNullable(state.closed).map(LifecycleEvent.Closed::closing);
    }

    /** Whether what was said in it was erased. Then nothing goes on in it any more. */
    public boolean erased() {
        return state.erased;
    }

    /** When it was closed; empty while it is not. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(state.closed).map(LifecycleEvent.Closed::at);
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

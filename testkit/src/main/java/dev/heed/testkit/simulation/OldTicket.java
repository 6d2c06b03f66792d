package dev.heed.testkit.simulation;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.Address;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life of a ticket in another system, up to somewhere in its middle or to its end. Not thread-safe. */
final class OldTicket {
    final TicketId id;
    final CustomerId customer;
    final Address address;
    final Line line;
    final List<TicketEvent> history = new ArrayList<>();
    private final Chance chance;
    private final Instant exported;
    private final ZoneId zone;
    private final AgentId agent;
    private Instant at;
    private int promises;
    private final boolean solved;

    /**
     * A ticket.
     *
     * @param begins when the customer came
     * @param exported nothing happens after that
     * @param agent who looked after it
     */
    OldTicket(
            Chance chance,
            TicketId id,
            CustomerId customer,
            Address address,
            Line line,
            Instant begins,
            Instant exported,
            ZoneId zone,
            AgentId agent) {
        this.chance = chance;
        this.id = id;
        this.customer = customer;
        this.address = address;
        this.line = line;
        this.at = begins;
        this.exported = exported;
        this.zone = zone;
        this.agent = agent;
        this.solved = chance.oneIn(2);
    }

    /** How the outside calls the answer. */
    String answerName() {
        return "old-answer-" + id;
    }

    /** Lives it. */
    OldTicket live(long number) {
        history.add(new LifecycleEvent.TicketOpened(
                id, at, number, customer, Optional.of(address), line.id, "My old order", Optional.empty()));
        question("first");
        if (chance.oneIn(4)) {
            return this;
        }
        later();
        history.add(new OwnershipEvent.OwnerAssigned(id, at, agent, "Took it.", Optional.empty()));
        if (chance.oneIn(6)) {
            history.add(new LifecycleEvent.KindChanged(id, at, TicketKind.COMPLAINT, agent, "It is one."));
        }
        later();
        if (chance.oneIn(3)) {
            asksAColleague();
        }
        answer();
        if (chance.oneIn(3)) {
            promise(
                    chance.of(List.of(PromiseKind.FIND_OUT, PromiseKind.CALLBACK, PromiseKind.ACTION)),
                    Duration.ofDays(chance.of(List.of(1, 20, 300))));
        }
        later();
        ends();
        return this;
    }

    private void ends() {
        boolean settled = promises == 1;
        switch (chance.below(6)) {
            case 0 -> hold();
            case 1 -> question("second");
            case 2 -> history.add(new LifecycleEvent.Disputed(id, at));
            case 3 -> {
                history.add(new LifecycleEvent.CustomerConfirmed(id, at, customer));
                if (settled) {
                    history.add(new LifecycleEvent.Closed(id, at, new Closing.Confirmed(customer)));
                }
            }
            case 4 -> {
                if (settled) {
                    history.add(new LifecycleEvent.Closed(id, at, new Closing.Silence(2)));
                }
            }
            default -> {}
        }
    }

    /** What is solved is not held. */
    private void hold() {
        if (!solved) {
            Instant until = at.plus(chance.upTo(Duration.ofDays(9)));
            history.add(new LifecycleEvent.Held(
                    id, at, until, agent, "The carrier looks.", Optional.empty(), Optional.of("Nothing new.")));
        }
    }

    private void later() {
        Instant next = at.plus(chance.upTo(Duration.ofHours(chance.of(List.of(1, 30)))));
        at = next.isBefore(exported) ? next : exported;
    }

    private void question(String which) {
        Message message = Message.builder(
                        new MessageId(which + " of " + id),
                        new Author.ByCustomer(customer),
                        Direction.INBOUND,
                        at,
                        "It was asked long ago.")
                .reference(Optional.of("old-" + which + "-" + id))
                .build();
        history.add(new ConversationEvent.MessageReceived(id, at, message));
        promise(PromiseKind.REPLY, Duration.ofHours(8));
    }

    private void answer() {
        MessageId name = new MessageId("answer of " + id);
        Message message = Message.builder(
                        name, new Author.ByAgent(agent), Direction.OUTBOUND, at, "It was answered long ago.")
                .signature(Signature.of("Nina Weber"))
                .reference(Optional.of(answerName()))
                .build();
        history.add(new ConversationEvent.Answered(
                id, at, message, solved ? Optional.of(Resolution.ANSWERED) : Optional.empty()));
        history.add(new PromiseEvent.PromiseKept(id, at, new PromiseId(1), "Answered.", Optional.of(name)));
        if (chance.oneIn(2)) {
            history.add(new ConversationEvent.Delivered(id, at, name, Optional.empty()));
        }
    }

    /** Somebody, or a department, of whom nobody may know any more. */
    private void asksAColleague() {
        Addressee to = chance.oneIn(2) ? agent : DepartmentId.of("attic");
        Instant due = at.plus(Duration.ofDays(chance.of(List.of(1, 20, 300))));
        Note note = Note.of(new NoteId("note of " + id), new Author.ByAgent(agent), at, "It was asked long ago.")
                .to(new Audience.InternalAsk(to, due));
        history.add(new NoteEvent.NoteAdded(id, at, note));
    }

    private void promise(PromiseKind kind, Duration within) {
        Optional<AgentId> by = kind == PromiseKind.REPLY ? Optional.empty() : Optional.of(agent);
        Promise promise = new Promise(
                new PromiseId(++promises), kind, "something", by, at, at.plus(within), zone, PromiseState.OPEN);
        history.add(new PromiseEvent.PromiseMade(id, at, promise));
    }
}

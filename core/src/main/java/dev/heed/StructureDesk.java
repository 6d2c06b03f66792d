package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.Permission;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.StructureCommand.Delete;
import dev.heed.ticket.StructureCommand.Link;
import dev.heed.ticket.StructureCommand.OpenSplit;
import dev.heed.ticket.StructureCommand.Restore;
import dev.heed.ticket.StructureCommand.SplitOff;
import dev.heed.ticket.StructureCommand.TakeBackSpam;
import dev.heed.ticket.StructureCommand.Unlink;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one agent can do and see of how tickets stand to one another: {@link AgentDesk#structure()}. Thread-safe.
 *
 * <p>What changes two tickets changes both or none.
 */
public final class StructureDesk {
    private final Actor actor;
    private final Engine engine;
    private final Answering answering;

    StructureDesk(Actor actor, Post post) {
        this.actor = actor;
        this.engine = actor.engine();
        this.answering = new Answering(actor, post);
    }

    /**
     * All that was said in a ticket and in the duplicates that go on in it, and in theirs.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Conversation conversation(TicketId id) {
        actor.may(Permission.READ);
        return new Conversations(engine).of(actor.shown(engine.ticket(id)));
    }

    /**
     * Lets a duplicate go on by itself again. It stands as it stood, its customer waits for what was told, and what came
     * since as an answer to its letters goes on in it. What was answered since, where it went on, is answered. What was awaited
     * of colleagues there is awaited here again, if it is not done.
     *
     * @param reason why, for the people of the shop
     * @return the ticket that was a duplicate
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the reason is blank; if it is no duplicate; if the ticket in which it goes on is a
     *     duplicate itself, or was closed because its customer wants to be forgotten
     */
    public Ticket unmerge(TicketId duplicate, String reason) {
        actor.may(Permission.MERGE);
        TicketId target = Unmerging.targetOf(engine.ticket(duplicate));
        Unmerging unmerging = new Unmerging(engine, by(), reason, actor::inSpite);
        engine.changeBoth(
                duplicate,
                target,
                (source, into) -> {
                    List<TicketCommand> commands = new ArrayList<>(actor.warned(() -> source, List.of(reason)));
                    commands.addAll(unmerging.ofDuplicate(source, into, engine.isOfOnePerson(source, into)));
                    return new Engine.Plan(commands, (after, unit) -> {});
                },
                (source, into) -> new Engine.Plan(
                        unmerging.ofTarget(source, into, engine.isOfOnePerson(source, into)), (after, unit) -> {}));
        return actor.shown(engine.ticket(duplicate));
    }

    /**
     * Lets messages of the customer go on in a new ticket of the same customer, channel and address, with the same owner; of
     * whoever has written them, if that is another person by now.
     * They stay in the history of this one, and are shown to the customer in the new one. Whoever waits for an answer to
     * them waits there, as it was told; where nothing else waits here, the promise to answer goes along.
     *
     * @param messages which, in the order in which they are to stand
     * @param subject one line, which the customer reads; may be empty
     * @param reason why, for the people of the shop
     * @return the new ticket
     * @throws RefusedException if a house rule refuses the subject
     * @throws NotFoundException if there is no such ticket, or it has no such message
     * @throws InvalidInputException if the reason is blank, or the subject has several lines; if there is no message, or one that the customer has not written,
     *     or that goes on in another ticket already, or one twice; if they are of two people; if they are all that the customer has written here; if
     *     the ticket is closed
     */
    public Ticket split(TicketId id, List<MessageId> messages, String subject, String reason) {
        actor.may(Permission.MERGE);
        requireNonNull(subject, "subject");
        TicketId into = new TicketId(engine.newId());
        long number = engine.store().nextTicketNumber();
        SplitOff split = new SplitOff(messages, into, number, by(), reason);
        return actor.shown(engine.openBeside(id, original -> {
            Customer customer = engine.customer(original.customer());
            ExpectedReply fresh =
                    actor.policies().expectedReply(customer, original.channel(), Optional.empty(), engine.now());
            OpenSplit open = new SplitAuthor(engine)
                    .of(OpenSplit.of(original, split, subject, fresh, engine.context()), original, messages);
            List<TicketCommand> then =
                    new ArrayList<>(subject.isBlank() ? List.of() : answering.entitling(original, subject));
            original.owner()
                    .map(owner -> new OwnershipCommand.Route(owner, "Owns ticket " + original.number() + "."))
                    .ifPresent(then::add);
            return new Engine.Beside(open, then, actor.written(original, split));
        }));
    }

    /**
     * Links two tickets, of whichever customers; no customer ever sees it. A ticket is one thing to another: linked anew they
     * are what is said last. Both are closed by their own customers, whatever the other one does. Twice is the same as once.
     *
     * @param kind what the first one is to the second
     * @return the first one
     * @throws NotFoundException if one of them is not there
     * @throws InvalidInputException if they are one and the same, or if a ticket would be a part of itself
     */
    public Ticket link(TicketId id, TicketId other, LinkKind kind) {
        actor.may(Permission.FILE);
        requireNonNull(kind, "kind");
        engine.changeBoth(
                id,
                other,
                (one, two) -> Engine.Plan.of(actor.inSpite(new Link(two.id(), kind, by()))),
                (one, two) -> Engine.Plan.of(actor.inSpite(new Link(one.id(), kind.inverse(), by()))),
                (one, two) -> switch (kind) {
                    case RELATED -> List.of();
                    case PARENT_OF -> new Linking(engine).above(one, two);
                    case CHILD_OF -> new Linking(engine).above(two, one);
                });
        return actor.glanced(engine.ticket(id));
    }

    /**
     * Takes a link back, on both. Where there is none, nothing changes.
     *
     * @return the first one
     * @throws NotFoundException if one of them is not there
     */
    public Ticket unlink(TicketId id, TicketId other) {
        actor.may(Permission.FILE);
        if (id.equals(other)) { // none is linked to itself
            return actor.glanced(engine.ticket(id));
        }
        engine.changeBoth(
                id,
                other,
                (one, two) -> Engine.Plan.of(actor.inSpite(new Unlink(two.id(), by()))),
                (one, two) -> Engine.Plan.of(actor.inSpite(new Unlink(one.id(), by()))));
        return actor.glanced(engine.ticket(id));
    }

    /**
     * The parts of a larger matter.
     *
     * @param all each ticket that was linked as a part of it
     * @param open how many of them are not closed
     */
    public record Children(List<Ticket> all, int open) {
        /** Keeps a copy of the list. */
        public Children {
            all = List.copyOf(all);
        }
    }

    /**
     * The parts of a ticket, and how many of them are open.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Children children(TicketId parent) {
        actor.may(Permission.READ);
        List<Ticket> all = new Linking(engine).childrenOf(engine.ticket(parent));
        long open = all.stream()
                .filter(child -> child.status() != TicketStatus.CLOSED)
                .count();
        return new Children(actor.listed(all), (int) open);
    }

    /**
     * What was {@linkplain AgentDesk#markSpam closed as spam} is none. It stands as it stood, and its customer waits for what
     * was told, due when it was.
     *
     * @param reason why, for the people of the shop
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the reason is blank, or if it is not closed as spam
     */
    public Ticket notSpam(TicketId id, String reason) {
        actor.may(Permission.MARK_SPAM);
        return actor.change(id, new TakeBackSpam(by(), reason));
    }

    /**
     * Hides a ticket: it is in no queue and no list any more, its customer does not see it, and nothing happens to it by
     * itself. All of it is kept. It is there again when somebody {@linkplain #restore restores} it or goes on with it; above
     * all when its customer writes. Twice is the same as once.
     *
     * @param reason why, for the people of the shop
     * @throws NotFoundException if there is no such ticket
     * @throws RefusedException with {@code COMPLAINT_DISMISSED}, {@code OPEN_PROMISE} if anything is promised or its customer
     *     waits, or {@code CALL_ENDED_WITHOUT_OUTCOME}
     * @throws InvalidInputException if the reason is blank, or if it goes on in another ticket
     */
    public Ticket delete(TicketId id, String reason) {
        actor.may(Permission.DELETE);
        return actor.change(id, new Delete(by(), reason));
    }

    /**
     * Shows a deleted ticket again, as it stands. Where it is not deleted, nothing changes.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket restore(TicketId id) {
        actor.may(Permission.DELETE);
        return actor.change(id, new Restore(by()));
    }

    private AgentId by() {
        return actor.person().id();
    }
}

package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.Permission;
import dev.heed.ticket.Context;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.StructureCommand.OpenSplit;
import dev.heed.ticket.StructureCommand.Release;
import dev.heed.ticket.StructureCommand.SplitOff;
import dev.heed.ticket.StructureCommand.Unmerge;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.List;

/**
 * What one agent can do and see of how tickets stand to one another: {@link AgentDesk#structure()}. Thread-safe.
 *
 * <p>What changes two tickets changes both or none.
 */
public final class StructureDesk {
    private final Actor actor;
    private final Engine engine;

    StructureDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
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
     * since as an answer to its letters goes on in it. What was answered since, where it went on, is answered.
     *
     * @param reason why, for the people of the shop
     * @return the ticket that was a duplicate
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the reason is blank; if it is no duplicate; if the ticket in which it goes on is a
     *     duplicate itself, or was closed because its customer wants to be forgotten
     */
    public Ticket unmerge(TicketId duplicate, String reason) {
        actor.may(Permission.MERGE);
        Ticket closed = engine.ticket(duplicate);
        TicketId target = Conversations.goesOnIn(closed)
                .orElseThrow(() -> new InvalidInputException(
                        "Ticket " + closed.number() + " is no duplicate that goes on in another ticket.",
                        "Name the ticket that was merged, not the one in which it goes on."));
        engine.changeBoth(
                duplicate,
                target,
                (source, into) -> {
                    requireNoDuplicate(into);
                    Context context = engine.context();
                    return Engine.Plan.of(actor.inSpite(Unmerge.from(into, source, by(), reason, context)));
                },
                (source, into) ->
                        Engine.Plan.of(actor.inSpite(new Release(source.id(), source.number(), by(), reason))));
        return actor.shown(engine.ticket(duplicate));
    }

    private static void requireNoDuplicate(Ticket target) {
        Conversations.goesOnIn(target).ifPresent(next -> {
            throw new InvalidInputException(
                    "Ticket " + target.number() + ", in which it goes on, is a duplicate itself and goes on in ticket "
                            + next + ".",
                    "Unmerge ticket " + target.number() + " first.");
        });
    }

    /**
     * Lets messages of the customer go on in a new ticket of the same customer, channel and address, with the same owner.
     * They stay in the history of this one, and are shown to the customer in the new one. Whoever waits for an answer to
     * them waits there, as it was told; where nothing else waits here, the promise to answer goes along.
     *
     * @param messages which, in the order in which they are to stand
     * @param subject one line, may be empty
     * @param reason why, for the people of the shop
     * @return the new ticket
     * @throws NotFoundException if there is no such ticket, or it has no such message
     * @throws InvalidInputException if the reason is blank; if there is no message, or one that the customer has not written,
     *     or that goes on in another ticket already, or one twice; if they are all that the customer has written here; if
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
            ExpectedReply fresh = actor.policies().expectedReply(customer, engine.now());
            OpenSplit open = OpenSplit.of(original, split, subject, fresh, engine.context());
            List<TicketCommand> owned = original.owner()
                    .<TicketCommand>map(
                            owner -> new OwnershipCommand.Route(owner, "Owns ticket " + original.number() + "."))
                    .map(List::of)
                    .orElse(List.of());
            return new Engine.Beside(open, owned, List.of(actor.inSpite(split)));
        }));
    }

    private AgentId by() {
        return actor.person().id();
    }
}

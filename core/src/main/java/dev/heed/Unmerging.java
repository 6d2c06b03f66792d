package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.StructureCommand.Release;
import dev.heed.ticket.StructureCommand.Unmerge;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a duplicate and the ticket in which it went on do where it goes on by itself again. */
final class Unmerging {
    private final Engine engine;
    private final AgentId by;
    private final String reason;
    private final UnaryOperator<TicketCommand> inSpite;

    Unmerging(Engine engine, AgentId by, String reason, UnaryOperator<TicketCommand> inSpite) {
        this.engine = engine;
        this.by = by;
        this.reason = reason;
        this.inSpite = inSpite;
    }

    /** The ticket in which a duplicate goes on. */
    static TicketId targetOf(Ticket duplicate) {
        return Conversations.goesOnIn(duplicate)
                .orElseThrow(() -> new InvalidInputException(
                        "Ticket " + duplicate.number() + " is no duplicate that goes on in another ticket.",
                        "Name the ticket that was merged, not the one in which it goes on."));
    }

    /** Where the customers are one person, what was answered in the target has answered the duplicate's, too. */
    List<TicketCommand> ofDuplicate(Ticket duplicate, Ticket target, boolean onePerson) {
        requireNoDuplicate(target);
        Unmerge unmerge = onePerson
                ? Unmerge.from(target, duplicate, by, reason, engine.context())
                : Unmerge.fromStranger(target, duplicate, by, reason, engine.context());
        return List.of(inSpite.apply(unmerge), NoteCommand.TakeOver.back(duplicate, target));
    }

    /** Whether nothing happens in it any more. */
    static boolean isForgotten(Ticket target) {
        return target.erased() || Drafts.isForgotten(target);
    }

    List<TicketCommand> ofTarget(Ticket duplicate, Ticket target, boolean onePerson) {
        if (!onePerson && isForgotten(target)) {
            return List.of(); // whoever wanted to be forgotten keeps no stranger
        }
        List<TicketCommand> commands = new ArrayList<>(waitingDraftsOf(duplicate, target));
        commands.add(inSpite.apply(new Release(duplicate.id(), duplicate.number(), by, reason)));
        commands.add(NoteCommand.GoOn.with(
                duplicate.id(), NoteCommand.TakeOver.back(duplicate, target).open()));
        return commands;
    }

    /** Drafts of the duplicate, and of those that go on in it, that wait to be sent: they belong elsewhere then. */
    private List<TicketCommand> waitingDraftsOf(Ticket duplicate, Ticket target) {
        Set<DraftId> drafts =
                new Drafts(engine).onAll(duplicate).map(ReplyDraft::id).collect(Collectors.toUnmodifiableSet());
        return target.sendOrders().stream()
                .map(SendOrder::draft)
                .filter(drafts::contains)
                .<TicketCommand>map(OutgoingCommand.CancelSend::new)
                .toList();
    }

    private static void requireNoDuplicate(Ticket target) {
        Conversations.goesOnIn(target).ifPresent(next -> {
            throw new InvalidInputException(
                    "Ticket " + target.number() + ", in which it goes on, is a duplicate itself and goes on in ticket "
                            + next + ".",
                    "Unmerge ticket " + target.number() + " first.");
        });
    }
}

package dev.heed;

import dev.heed.message.Audience;
import dev.heed.ticket.ApprovalCommand;
import dev.heed.ticket.CallCommand;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.FilingCommand;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.PromiseCommand;
import dev.heed.ticket.ServiceCommand;
import dev.heed.ticket.SnoozeCommand;
import dev.heed.ticket.StructureCommand;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.util.List;
import java.util.stream.Stream;

/** What of a command the people of the shop have written for each other: notes, tags and reasons. */
final class InternalWords {
    private InternalWords() {}

    /** Its texts; a tag that the ticket has already is none. */
    static List<String> of(Ticket ticket, TicketCommand command) {
        if (command instanceof NoteCommand.AddNote add) {
            return add.note().audience() instanceof Audience.DepartmentNote told
                    ? List.of(told.action(), add.note().text())
                    : List.of(add.note().text());
        } else if (command instanceof NoteCommand.Withdraw withdraw) {
            return List.of(withdraw.reason());
        } else if (command instanceof FilingCommand.AddTags add) {
            return add.tags().stream()
                    .filter(tag -> !ticket.tags().contains(tag))
                    .map(Tag::value)
                    .toList();
        } else if (command instanceof OwnershipCommand.HandOver handOver) {
            return List.of(handOver.summary());
        } else if (command instanceof CallCommand.EndCall end
                && end.outcome() instanceof CallOutcome.WarmTransfer transfer) {
            return List.of(transfer.summary());
        } else if (command instanceof SnoozeCommand.PutOff off) {
            return List.of(off.memo());
        } else if (command instanceof PromiseCommand.KeepPromise keep) {
            return List.of(keep.how());
        } else if (command instanceof OutgoingCommand.ReturnReview review) {
            return List.of(review.remark());
        }
        return reasons(command);
    }

    private static List<String> reasons(TicketCommand command) {
        if (command instanceof LifecycleCommand.Hold hold) {
            return Stream.concat(Stream.of(hold.reason()), hold.untoldBecause().stream())
                    .toList();
        } else if (command instanceof LifecycleCommand.Classify classify) {
            return List.of(classify.reason());
        } else if (command instanceof LifecycleCommand.Exempt exempt) {
            return List.of(exempt.reason());
        } else if (command instanceof StructureCommand.Delete delete) {
            return List.of(delete.reason());
        } else if (command instanceof StructureCommand.TakeBackSpam back) {
            return List.of(back.reason());
        } else if (command instanceof StructureCommand.SplitOff split) {
            return List.of(split.reason());
        } else if (command instanceof ApprovalCommand.Request request) {
            return List.of(request.reason());
        } else if (command instanceof ApprovalCommand.Decide decide) {
            return List.of(decide.reason());
        } else if (command instanceof ApprovalCommand.Withdraw withdraw) {
            return List.of(withdraw.reason());
        }
        return reasonsOfLevels(command);
    }

    private static List<String> reasonsOfLevels(TicketCommand command) {
        if (command instanceof ServiceCommand.SetTier tier) {
            return List.of(tier.reason());
        } else if (command instanceof ServiceCommand.ApplyLevels levels) {
            return List.of(levels.reason());
        } else if (command instanceof ServiceCommand.SetDue due) {
            return List.of(due.reason());
        } else if (command instanceof ListeningCommand.OutdateFact outdate) {
            return List.of(outdate.reason());
        } else if (command instanceof ListeningCommand.DoStep step) {
            return List.of(step.what());
        } else if (command instanceof ListeningCommand.SetPriority priority) {
            return List.of(priority.reason());
        } else if (command instanceof ListeningCommand.SetMood mood) {
            return List.of(mood.reason());
        }
        return List.of();
    }
}

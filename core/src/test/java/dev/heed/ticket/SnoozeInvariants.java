package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A second telling of what is put off and shown again; nothing that is owed is ever forgotten behind it. */
final class SnoozeInvariants {
    /** What is put off by now. */
    private @Nullable Snoozed off;

    void check(TicketCommand command, Ticket.Step step, Context context) {
        Snoozed before = off;
        for (TicketEvent event : step.events()) {
            if (event instanceof Snoozed snoozed) {
                assertThat(snoozed.until()).as("the end of a snooze").isAfter(context.now());
                off = snoozed;
            } else if (event instanceof SnoozeEnded ended) {
                assertThat(off).as("what ended").isNotNull();
                hasAReason(ended, before, command, step, context);
                off = null;
            }
        }
        assertThat(step.ticket().snooze().map(Snooze::until).orElse(null)).isEqualTo(off == null ? null : off.until());
        if (off != null && (!step.events().isEmpty() || command instanceof TimeCommand.Wake)) {
            nothingIsForgotten(off, before, step, context);
        }
    }

    private static void hasAReason(
            SnoozeEnded ended, @Nullable Snoozed before, TicketCommand command, Ticket.Step step, Context context) {
        if (before == null) {
            throw new AssertionError("A snooze began and ended at once.");
        }
        assertThat(ended.agent()).isEqualTo(before.by());
        assertThat(ended.by().isPresent()).isEqualTo(command instanceof SnoozeCommand.ShowAgain);
        boolean reason = switch (ended.why()) {
            case TIME -> !before.until().isAfter(context.now());
            case REPLY ->
                has(step, Disputed.class)
                        || (breaks(before) && step.events().stream().anyMatch(SnoozeInvariants::isSaid));
            case DUE -> before.until().isAfter(ended.at()) || !(command instanceof SnoozeCommand);
            case AGENT -> command instanceof SnoozeCommand.ShowAgain;
            case CALL -> command instanceof CallCommand.StartCall;
            case OTHER_OWNER -> has(step, OwnerAssigned.class);
            case MERGED ->
                has(step, LifecycleEvent.Absorbed.class)
                        || step.ticket().closing().stream().anyMatch(LifecycleFold::isDuplicate);
            case CLOSED -> step.ticket().status() == TicketStatus.CLOSED;
            case SEPARATED -> has(step, StructureEvent.SplitOff.class) || has(step, StructureEvent.Released.class);
            case DELETED -> has(step, StructureEvent.Deleted.class);
        };
        assertThat(reason).as("%s by %s", ended, command).isTrue();
    }

    /** In a message or in a form. */
    private static boolean isSaid(TicketEvent event) {
        if (event instanceof MessageReceived received) {
            return !received.message().automatic();
        } else if (event instanceof FactNoted noted) {
            return noted.source() instanceof FactSource.InAForm;
        } else if (event instanceof ConsentGiven given) {
            return given.source() instanceof FactSource.InAForm;
        } else if (event instanceof ConsentWithdrawn withdrawn) {
            return withdrawn.source() instanceof FactSource.InAForm;
        }
        return event instanceof FactOutdated outdated && outdated.by().isEmpty();
    }

    private static boolean breaks(Snoozed snoozed) {
        return snoozed.onReply() == OnReply.BREAK_ON_REPLY;
    }

    private static boolean has(Ticket.Step step, Class<? extends TicketEvent> type) {
        return step.events().stream().anyMatch(type::isInstance);
    }

    private static void nothingIsForgotten(Snoozed off, @Nullable Snoozed before, Ticket.Step step, Context context) {
        Ticket ticket = step.ticket();
        Instant now = context.now();
        assertThat(off.until()).as("put off until").isAfter(now);
        assertThat(ticket.status()).as("put off").isNotEqualTo(TicketStatus.CLOSED);
        assertThat(ticket.owner()).as("whose it is").contains(off.by());
        assertThat(ticket.openPromises())
                .as("promises behind a snooze at %s", now)
                .allMatch(promise ->
                        promise.due().minus(context.policy().showAgainBefore()).isAfter(now))
                .noneMatch(promise -> promise.kind() == PromiseKind.APOLOGY);
        assertThat(List.of(ticket.overdue(), ticket.unreachable(), ticket.disputed() && has(step, Disputed.class)))
                .as("overdue, unreachable, disagreed")
                .containsOnly(false);
        assertThat(ticket.onThePhone()).as("on the phone").isEmpty();
        ticket.heldUntil().ifPresent(until -> assertThat(until).as("hold").isAfter(now));
        if (off.equals(before) && breaks(off)) {
            assertThat(step.events()).as("what breaks it").noneMatch(SnoozeInvariants::isSaid);
        }
    }
}

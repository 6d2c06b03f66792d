package dev.heed.testkit.simulation;

import dev.heed.CustomerTicket;
import dev.heed.message.Note;
import dev.heed.message.Seen;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OnNonDefaultValue;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The bugs that are more than a method left out. Their code is copied into the methods that have them. */
@SuppressWarnings({"UnusedVariable", "UnusedMethod", "unused"}) // what is assigned here is what the method gives back
final class Advices {
    private Advices() {}

    static final class ConflictCounts {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) CommitResult result) {
            if (result == CommitResult.CONFLICT) {
                result = CommitResult.COMMITTED;
            }
        }
    }

    static final class NoLease {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 1, readOnly = false) Duration lease) {
            lease = Duration.ofMillis(1);
        }
    }

    static final class NoApology {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) PromiseKind kind) {
            return kind == PromiseKind.APOLOGY;
        }
    }

    static final class AYearLater {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant at) {
            at = at.plusSeconds(365L * 86_400);
        }
    }

    static final class AYearAfter {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<Instant> at) {
            if (at.isPresent()) {
                at = Optional.of(at.get().plusSeconds(365L * 86_400));
            }
        }
    }

    static final class ADayEarlier {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant at) {
            at = at.minusSeconds(86_400);
        }
    }

    static final class ADayLess {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 1, readOnly = false) int days) {
            days = days > 1 ? days - 1 : days;
        }
    }

    static final class BotAnswers {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) TicketEvent event,
                @Advice.FieldValue(value = "expected", readOnly = false) @Nullable ExpectedReply expected,
                @Advice.FieldValue(value = "unanswered", readOnly = false) boolean unanswered) {
            if (event instanceof ConversationEvent.BotWrote) {
                expected = null;
                unanswered = false;
            }
        }
    }

    static final class ToldBackwards {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) List<TicketEvent> events) {
            if (events.size() > 1) {
                events = List.of(events.get(1), events.get(0));
            }
        }
    }

    static final class ToldTwice {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) List<TicketEvent> events,
                @Advice.FieldValue("waiting") Queue<TicketEvent> waiting) {
            waiting.addAll(events);
        }
    }

    static final class NotOpenedAgain {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof LifecycleEvent.Reopened;
        }
    }

    static final class NotTransferred {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof PromiseEvent.PromiseTransferred;
        }
    }

    static final class NoAlarm {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof OwnershipEvent.OwnerMissing;
        }
    }

    /** The caller is the method that has the bug. */
    static final class MergedIntoSolved {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof LifecycleEvent.Reopened
                    && new Throwable().getStackTrace()[1].getMethodName().equals("absorb");
        }
    }

    static final class MergedIntoPending {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter() {
            return new Throwable().getStackTrace()[1].getMethodName().equals("absorbed");
        }
    }

    /** Where a duplicate goes on is asked by others as well. */
    static final class NoReason {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<?> why) {
            why = Optional.empty();
        }
    }

    static final class Nowhere {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<Ticket> other) {
            if (new Throwable().getStackTrace()[1].getClassName().equals("dev.heed.Bounces")) {
                other = Optional.empty();
            }
        }
    }

    static final class Nothing {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<?> all) {
            all = List.of();
        }
    }

    static final class AsItWas {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) ReplyDraft before, @Advice.Return(readOnly = false) ReplyDraft after) {
            after = before;
        }
    }

    static final class AsItWasSaid {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(1) String said, @Advice.Return(readOnly = false) String left) {
            left = said;
        }
    }

    static final class EverythingSeen {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Seen seen) {
            seen = Seen.everything();
        }
    }

    /** Whenever something else is due on its ticket. */
    static final class BeforeItsTime {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Ticket ticket, @Advice.Return(readOnly = false) Optional<SendOrder> due) {
            if (!ticket.sendOrders().isEmpty()) {
                due = Optional.of(ticket.sendOrders().get(0));
            }
        }
    }

    static final class Unchanged {
        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object before,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object after) {
            after = before;
        }
    }

    /** A ticket that is taken over is left as it was. */
    static final class NotCaughtUp {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter() {
            for (StackTraceElement caller : new Throwable().getStackTrace()) {
                if (caller.getClassName().equals("dev.heed.Importing")) {
                    return true;
                }
            }
            return false;
        }
    }

    /** When something is due by the policy of that day, and not sooner. */
    static final class NoDailyLook {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) Ticket ticket,
                @Advice.FieldValue("policy") TicketPolicy policy,
                @Advice.Return(readOnly = false) Optional<Instant> at) {
            at = ticket.wakeAt(policy);
        }
    }

    /** Of two times the first, even if the other is later. */
    static final class TheFirst {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Instant one, @Advice.Return(readOnly = false) Instant latest) {
            latest = one;
        }
    }

    static final class NoTraceOfOverride {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof LifecycleEvent.Overridden;
        }
    }

    static final class DisagreementForgotten {
        @Advice.OnMethodEnter(skipOn = OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) TicketEvent event) {
            return event instanceof LifecycleEvent.Disputed
                    && new Throwable().getStackTrace()[1].getMethodName().equals("absorb");
        }
    }

    static final class AYearLong {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Duration within) {
            within = Duration.ofDays(365);
        }
    }

    static final class NothingToSay {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String summary) {
            summary = "Made from the history: nothing.";
        }
    }

    static final class NoDoubt {
        @Advice.OnMethodExit
        static void exit(@Advice.This OutboxEntry before, @Advice.Return(readOnly = false) OutboxEntry after) {
            after = new OutboxEntry(
                    after.id(),
                    after.ticket(),
                    after.message(),
                    after.state(),
                    after.due(),
                    after.since(),
                    after.attempt(),
                    after.inFlight(),
                    before.doubts(),
                    after.reason());
        }
    }

    static final class NotesBelow {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Ticket ticket, @Advice.Return List<String> lines) {
            for (Note note : ticket.notes()) {
                lines.add(note.text());
            }
        }
    }

    static final class NotesOnThePage {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Ticket ticket, @Advice.Return(readOnly = false) CustomerTicket shown) {
            List<CustomerTicket.Line> lines = new ArrayList<>(shown.messages());
            for (Note note : ticket.notes()) {
                lines.add(new CustomerTicket.Line(ticket.id(), false, false, note.at(), note.text(), List.of()));
            }
            shown = new CustomerTicket(
                    shown.id(),
                    shown.number(),
                    shown.subject(),
                    shown.status(),
                    lines,
                    shown.expectedReply(),
                    shown.expectedReplyText(),
                    shown.promises(),
                    shown.goesOnIn(),
                    shown.problem());
        }
    }

    static final class NoSignature {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<String> lines) {
            lines = List.of(lines.get(0));
        }
    }
}

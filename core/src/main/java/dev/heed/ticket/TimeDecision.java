package dev.heed.ticket;

import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import java.util.Optional;

/** What time does to a ticket. */
final class TimeDecision {
    private final Steps steps;
    private final TicketState state;

    TimeDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(TimeCommand command) {
        if (command instanceof TimeCommand.Remind remind) {
            remind(remind);
        } else if (command instanceof TimeCommand.Wake wake) {
            wake(wake);
        }
    }

    /** Decided again with the ticket as it is: a customer who has written meanwhile is not asked. */
    private void remind(TimeCommand.Remind remind) {
        if (Agenda.reminderDue(state, steps.policy, steps.now)) {
            int count = state.silence.reminders().size() + 1;
            steps.add(new Reminded(steps.id, steps.now, remind.message(), count, remind.closesAt()));
        }
    }

    /** Everything that is due, in its order; but for a reminder to the customer, which needs words. */
    private void wake(TimeCommand.Wake wake) {
        Optional<Agenda.Appointment> next = Agenda.nextByItself(state, steps.policy);
        while (next.isPresent() && !next.get().at().isAfter(steps.now)) {
            if (next.get().kind() == Agenda.Kind.SILENCE_CLOSE && !wake.listening()) {
                new NoteDecision(steps).remind();
                new ApprovalDecision(steps).wake();
                return; // nothing for the customer waits behind it: silence counts where nothing is owed
            }
            happen(next.get(), wake);
            next = Agenda.nextByItself(state, steps.policy);
        }
    }

    private void happen(Agenda.Appointment due, TimeCommand.Wake wake) {
        switch (due.kind()) {
            case OWNER -> {
                steps.add(new OwnerMissing(steps.id, steps.now));
                steps.add(new OwnerAssigned(
                        steps.id, steps.now, wake.fallback(), "Nobody took it in time.", Optional.empty()));
            }
            case PROMISE_REMINDER ->
                due.promise()
                        .flatMap(state.promises::findOpen)
                        .ifPresent(promise -> steps.add(new PromiseReminded(
                                steps.id,
                                steps.now,
                                promise.id(),
                                Agenda.remindedPercent(promise, steps.policy, steps.now))));
            case PROMISE_DUE -> {
                steps.breakDue();
                escalate(Why.PROMISE_BROKEN);
            }
            case ESCALATION -> escalate(whatIsWrong());
            case CALL_OVERDUE -> escalate(Why.CALL_NOT_ENDED);
            case EXPERT -> steps.add(new ExpertNeeded(steps.id, steps.now));
            case APPROVAL -> new ApprovalDecision(steps).wake();
            case HOLD_END -> steps.add(new HoldEnded(steps.id, steps.now));
            case SNOOZE_END -> new SnoozeDecision(steps).endInTime();
            case SILENCE_CLOSE ->
                steps.add(new Closed(
                        steps.id,
                        steps.now,
                        new Closing.Silence(state.silence.reminders().size())));
            case LOOK -> escalate(Why.NOTHING_PLANNED);
            case COLLEAGUES -> new NoteDecision(steps).remind();
            case SILENCE_REMINDER, SEND -> throw new IllegalStateException("It needs words; see Remind and SendNow.");
        }
    }

    private Why whatIsWrong() {
        if (state.unreachable) {
            return Why.CUSTOMER_UNREACHABLE;
        }
        return state.promises.isOpen(PromiseKind.APOLOGY) ? Why.PROMISE_BROKEN : Why.CALL_NOT_ENDED;
    }

    private void escalate(Why why) {
        steps.add(new Escalated(steps.id, steps.now, state.alarm.level() + 1, why));
    }
}

package dev.heed.ticket;

import dev.heed.hours.BusinessHours;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a ticket by itself, and when next: derived from the ticket each time, so nothing has to be cancelled
 * when the ticket changes. A ticket that is neither closed nor deleted always has an appointment, any other while something is
 * awaited of colleagues.
 */
final class Agenda {
    private static final int OFTEN = 8;
    private static final Duration COUNTED_IN_NANOS = Duration.ofDays(36_500);

    private final TicketState state;
    private final TicketPolicy policy;
    private final BusinessHours hours;
    private @Nullable Appointment next;
    private @Nullable Appointment byItself;

    /** What is due. */
    enum Kind {
        OWNER,
        PROMISE_REMINDER,
        PROMISE_DUE,
        CALL_OVERDUE,
        EXPERT,
        APPROVAL,
        ESCALATION,
        HOLD_END,
        SNOOZE_END,
        SEND,
        SILENCE_REMINDER,
        SILENCE_CLOSE,
        LOOK,
        COLLEAGUES
    }

    /**
     * Something that is due.
     *
     * @param kind what
     * @param at when
     * @param promise which one, if one
     */
    record Appointment(Kind kind, Instant at, Optional<PromiseId> promise) {}

    private Agenda(TicketState state, TicketPolicy policy) {
        this.state = state;
        this.policy = policy;
        this.hours = policy.hours();
    }

    /** The next appointment; empty only for a closed ticket of which nothing is awaited. */
    static Optional<Appointment> next(TicketState state, TicketPolicy policy) {
        return Optional.ofNullable(new Agenda(state, policy).compute().next);
    }

    /** The next appointment at which a reminder to the customer is not to be sent. */
    static Optional<Appointment> nextByItself(TicketState state, TicketPolicy policy) {
        return Optional.ofNullable(new Agenda(state, policy).compute().byItself);
    }

    /** Whether it is time to ask the customer; not before everything else that is due for her has happened. */
    static boolean reminderDue(TicketState state, TicketPolicy policy, Instant now) {
        return Optional.ofNullable(new Agenda(state, policy).ofTheCustomer().next)
                .filter(next ->
                        next.kind() == Kind.SILENCE_REMINDER && !next.at().isAfter(now))
                .isPresent();
    }

    private Agenda ofTheCustomer() {
        if (state.status != TicketStatus.CLOSED && !state.structure.isDeleted()) {
            forTheCustomer();
        }
        return this;
    }

    private Agenda compute() {
        ofTheCustomer();
        offerSnooze();
        for (OpenNote open : state.notes.open()) { // last: what is awaited of colleagues is no plan for the customer
            offer(Kind.COLLEAGUES, remindAt(open, policy));
        }
        return this;
    }

    private void forTheCustomer() {
        state.promises.open().forEach(this::promise);
        for (Promise promise : Unread.atStake(state)) {
            offer(Kind.PROMISE_DUE, promise.due(), Optional.of(promise.id()));
        }
        if (state.alarmed()) {
            offer(Kind.ESCALATION, nextEscalation());
        }
        if (state.held != null) {
            offer(Kind.HOLD_END, state.held.until());
        }
        if (state.call != null && !state.callOverdue) {
            offer(Kind.CALL_OVERDUE, state.call.at().plus(policy.endCallWithin()));
        }
        state.outgoing.next().ifPresent(order -> offer(Kind.SEND, order.sendAt()));
        silence();
        if (next == null && state.snooze == null) { // whoever put it off has planned something
            offer(Kind.LOOK, hours.closingAfter(state.changedAt, 1));
        }
        Effort effort = state.effort;
        if (effort.since() != null && effort.expertNeededAt() == null) {
            offer(Kind.EXPERT, hours.plus(effort.since(), policy.consultExpertAfter()));
        }
        approvals(ApprovalRequest::isAlive);
        if (state.owner == null) {
            offer(Kind.OWNER, hours.plus(state.opened.at(), policy.ownedWithin()));
        }
    }

    private void offerSnooze() {
        Instant end = Showing.endOf(state, policy);
        if (end != null) {
            offer(Kind.SNOOZE_END, end);
        }
    }

    /** When those who were asked are told again; while somebody works. */
    static Instant remindAt(OpenNote open, TicketPolicy policy) {
        BusinessHours hours = policy.hours();
        Duration pause = policy.remindColleaguesEvery();
        return open.remindedAt()
                .map(last -> hours.plus(last, open.reminders() < OFTEN ? pause : pause.multipliedBy(OFTEN)))
                .orElseGet(() -> hours.nextOpening(open.due()));
    }

    private void approvals(Predicate<ApprovalRequest> which) {
        for (Approvals.Entry entry : state.approvals.entries()) {
            if (which.test(entry.request())) {
                Approvals.dueAt(entry, policy).ifPresent(at -> offer(Kind.APPROVAL, at));
            }
        }
    }

    private void offer(Kind kind, Instant at) {
        offer(kind, at, Optional.empty());
    }

    private void offer(Kind kind, Instant at, Optional<PromiseId> promise) {
        Appointment offered = new Appointment(kind, at, promise);
        next = earlier(next, offered);
        if (kind != Kind.SILENCE_REMINDER && kind != Kind.SEND) { // those need words
            byItself = earlier(byItself, offered);
        }
    }

    private static Appointment earlier(@Nullable Appointment one, Appointment other) {
        return one == null || other.at.isBefore(one.at) ? other : one;
    }

    private void promise(Promises.Open open) {
        Promise promise = open.promise();
        if (state.isBeingKept(promise)) {
            return;
        }
        offer(Kind.PROMISE_DUE, promise.due(), Optional.of(promise.id()));
        for (int percent : policy.remindAtPercent()) {
            if (percent > open.reminded()) {
                Instant at = reminderAt(promise, percent, hours);
                if (at.isBefore(promise.due())) {
                    offer(Kind.PROMISE_REMINDER, at, Optional.of(promise.id()));
                }
                return;
            }
        }
    }

    /** After that part of its time; where nobody works then, when somebody does. */
    private static Instant reminderAt(Promise promise, int percent, BusinessHours hours) {
        Duration whole = Duration.between(promise.madeAt(), promise.due());
        return hours.nextOpening(promise.madeAt().plus(part(whole, percent)));
    }

    private static Duration part(Duration whole, int percent) {
        return whole.compareTo(COUNTED_IN_NANOS) < 0
                ? Duration.ofNanos(whole.toNanos() / 100 * percent)
                : whole.dividedBy(100).multipliedBy(percent);
    }

    /** At which part of its time a promise stands now, of the parts at which its owner is reminded. */
    static int remindedPercent(Promise promise, TicketPolicy policy, Instant now) {
        return policy.remindAtPercent().stream()
                .filter(percent -> !reminderAt(promise, percent, policy.hours()).isAfter(now))
                .max(Integer::compare)
                .orElse(0);
    }

    private Instant nextEscalation() {
        Alarm last = state.alarm;
        if (last.at() == null) {
            return state.changedAt;
        }
        Duration pause = policy.escalateEvery();
        return hours.plus(last.at(), last.level() < OFTEN ? pause : pause.multipliedBy(OFTEN));
    }

    private void silence() {
        Silence silence = state.silence;
        if (silence.since() == null || !silenceCounts()) {
            return;
        }
        if (silence.reminders().size() < policy.silence().reminders()) {
            offer(
                    Kind.SILENCE_REMINDER,
                    hours.closingAfter(silence.since(), policy.silence().remindAfter()));
        } else if (silence.closesAt() != null) {
            Instant named = silence.closesAt();
            Instant last = silence.since();
            silence.askedAt()
                    .map(asked -> hours.closingAfter(
                            latest(asked, last), policy.silence().closeAfter()))
                    .ifPresent(elapsed -> offer(Kind.SILENCE_CLOSE, latest(elapsed, named)));
        }
    }

    private boolean silenceCounts() {
        return Lifecycle.after(state.status, Lifecycle.Move.SILENCE_ELAPSES).isPresent()
                && state.promises.open().isEmpty()
                && !state.disputed
                && !state.unreachable
                && state.failedAnswer == null
                && state.settlements.delayed().isEmpty()
                && state.outgoing.orders().isEmpty()
                && state.call == null;
    }

    /** The closing date that a reminder sent now would name. */
    static Instant closesAt(TicketState state, TicketPolicy policy, Instant now) {
        SilencePolicy silence = policy.silence();
        int moreReminders =
                Math.max(0, silence.reminders() - state.silence.reminders().size() - 1);
        Instant date = policy.hours().closingAfter(now, moreReminders * silence.remindAfter() + silence.closeAfter());
        Instant named = state.silence.closesAt();
        return named == null ? date : latest(named, date);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What a person, or Heed, does next, seen from the ticket. */
    static Optional<NextAction> nextAction(TicketState state, TicketPolicy policy) {
        Agenda agenda = new Agenda(state, policy);
        if (state.status == TicketStatus.CLOSED || state.structure.isDeleted()) {
            return Optional.empty();
        }
        agenda.whatPeopleDo();
        agenda.silence();
        if (agenda.next == null) {
            agenda.offer(Kind.LOOK, agenda.hours.closingAfter(state.changedAt, 1));
        }
        state.notes.open().forEach(open -> agenda.offer(Kind.COLLEAGUES, open.due()));
        return Optional.ofNullable(agenda.next).map(next -> action(next, state));
    }

    private void whatPeopleDo() {
        for (Promises.Open open : state.promises.open()) {
            Promise promise = open.promise();
            if (!state.isBeingKept(promise)) {
                offer(Kind.PROMISE_DUE, promise.due(), Optional.of(promise.id()));
            }
        }
        if (state.held != null) {
            offer(Kind.HOLD_END, state.held.until());
        }
        offerSnooze();
        if (state.call != null) {
            offer(Kind.CALL_OVERDUE, state.call.at().plus(policy.endCallWithin()));
        }
        approvals(request -> request.state() == ApprovalRequest.State.OPEN);
        if (state.effort.expertNeededAt() != null && !state.promises.isOpen(PromiseKind.APOLOGY)) {
            offer(Kind.EXPERT, hours.plus(state.effort.expertNeededAt(), policy.escalateEvery()));
        }
    }

    private static NextAction action(Appointment next, TicketState state) {
        NextAction.Kind kind = switch (next.kind) {
            case PROMISE_DUE -> forPromise(next.promise.flatMap(state.promises::findOpen));
            case HOLD_END, SNOOZE_END -> NextAction.Kind.TAKE_UP_AGAIN;
            case CALL_OVERDUE -> NextAction.Kind.END_CALL;
            case EXPERT -> NextAction.Kind.CONSULT_EXPERT;
            case COLLEAGUES -> NextAction.Kind.ASK_AGAIN;
            case APPROVAL -> NextAction.Kind.DECIDE_APPROVAL;
            case SILENCE_REMINDER -> NextAction.Kind.REMIND_CUSTOMER;
            case SILENCE_CLOSE -> NextAction.Kind.CLOSE;
            default -> state.unreachable ? NextAction.Kind.REACH_CUSTOMER : NextAction.Kind.LOOK;
        };
        return new NextAction(kind, next.at, next.promise);
    }

    private static NextAction.Kind forPromise(Optional<Promise> promise) {
        PromiseKind kind = promise.map(Promise::kind).orElse(PromiseKind.ACTION);
        return switch (kind) {
            case REPLY -> NextAction.Kind.ANSWER;
            case CALLBACK -> NextAction.Kind.CALL_BACK;
            case APOLOGY -> NextAction.Kind.APOLOGISE;
            default -> NextAction.Kind.KEEP_PROMISE;
        };
    }
}

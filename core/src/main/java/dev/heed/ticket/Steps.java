package dev.heed.ticket;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one decision so far, and the ticket as they leave it. Mutable, used by one decision. */
final class Steps {
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final List<TicketEvent> events = new ArrayList<>(4);
    private final Map<PracticeCode, TicketCommand.Overrule> overrules = new EnumMap<>(PracticeCode.class);
    private @Nullable Person person;
    final TicketState state;
    final TicketId id;
    final Instant now;
    final TicketPolicy policy;

    Steps(TicketState state, Context context) {
        this.state = state;
        this.id = state.opened.ticket();
        this.now = context.now();
        this.policy = context.policy();
    }

    /** Of a ticket that begins. */
    static Steps opening(LifecycleEvent.TicketOpened opened, Context context) {
        Steps steps = new Steps(new TicketState(opened), context);
        steps.events.add(opened); // the state is made of it
        return steps;
    }

    void overrule(TicketCommand.Overrule overrule) {
        overrules.put(overrule.code(), overrule);
    }

    void add(TicketEvent event) {
        if (event instanceof Closed closed) {
            OutgoingDecision.closing(this, closed.closing());
            withdrawApprovals();
            SnoozeDecision.closing(this, closed.closing());
        }
        events.add(event);
        state.take(event);
    }

    /** Nobody is asked about what is closed, and nothing that was approved is done when it is open again. */
    private void withdrawApprovals() {
        for (ApprovalRequest request : state.approvals.alive().toList()) {
            add(new ApprovalWithdrawn(id, now, request.id(), Optional.empty(), "The ticket was closed."));
        }
    }

    List<TicketEvent> events() {
        return List.copyOf(events);
    }

    /** The ticket as it is by now. */
    Ticket ticket() {
        return new Ticket(state);
    }

    MessageId known(MessageId message) {
        return message(message).id();
    }

    Message message(MessageId message) {
        return message(state, message);
    }

    static Message message(TicketState state, MessageId message) {
        ListIterator<Message> all = state.messages.listIterator(state.messages.size());
        while (all.hasPrevious()) { // mostly one of the last
            Message one = all.previous();
            if (one.id().equals(message)) {
                return one;
            }
        }
        throw new NotFoundException(
                "Ticket " + state.opened.number() + " has no message " + message + ".",
                "Use an id from ticket.messages().");
    }

    /** Whoever acts is known under each of these profiles. */
    void isOf(Person whole) {
        person = whole;
    }

    boolean isOwn(CustomerId customer) {
        CustomerId owner = state.opened.customer();
        boolean same = person != null && person.has(owner) && person.has(customer);
        return customer.equals(owner) || same;
    }

    /** Whether a command would change anything; refuses what it refuses. */
    boolean changes(TicketCommand command) {
        Steps trial = new Steps(state.copy(), new Context(now, policy));
        trial.person = person;
        new Decision(trial).on(command);
        return !trial.events.isEmpty();
    }

    void requireCustomer(CustomerId customer) {
        if (!isOwn(customer)) {
            throw new NotFoundException(
                    "Customer " + customer + " has no ticket " + state.opened.number() + ".",
                    "Only the customer of a ticket can do this.");
        }
    }

    /** The promise if it is still open; one that is past its time is broken first. */
    Optional<Promise> openInTime(PromiseId promise) {
        breakLate();
        return open(promise);
    }

    /** The promise if it is still open, by now. */
    Optional<Promise> open(PromiseId promise) {
        Optional<Promise> open = state.promises.findOpen(promise);
        if (open.isEmpty() && state.promises.find(promise).isEmpty()) {
            throw new NotFoundException(
                    "Ticket " + state.opened.number() + " has no promise " + promise + ".",
                    "Use an id from ticket.promises().");
        }
        return open;
    }

    /** A promise past its time is broken, whether or not anybody has looked before. At its very time it can be kept. */
    void breakLate() {
        breakAll(promise -> promise.due().isBefore(now));
    }

    /** What has not been kept at its very time is broken when nobody can come any more. */
    void breakDue() {
        breakAll(promise -> !promise.due().isAfter(now));
    }

    private void breakAll(Predicate<Promise> late) {
        breakOpen(late);
        if (new Undelivered(this).reopenLate(late)) {
            breakOpen(late);
        }
    }

    private void breakOpen(Predicate<Promise> late) {
        for (Promises.Open open : state.promises.open()) { // a list that stays as it is while events change the state
            Promise promise = open.promise();
            if (!late.test(promise) || state.isBeingKept(promise)) {
                continue;
            }
            add(new PromiseBroken(id, now, promise.id()));
            make(
                    PromiseKind.APOLOGY,
                    apologyFor(promise),
                    Optional.empty(),
                    policy.hours().plus(now, policy.apologiseWithin()),
                    promise.zone());
        }
    }

    /** What the apology for a broken promise is called. */
    static String apologyFor(Promise broken) {
        return "for " + broken.kind() + " " + broken.id();
    }

    void make(PromiseKind kind, String text, Optional<AgentId> by, Instant due, ZoneId zone) {
        Promise promise = new Promise(state.promises.nextId(), kind, text, by, now, due, zone, PromiseState.OPEN);
        add(new PromiseMade(id, now, promise));
    }

    /** A customer without an answer goes on waiting, for what was told last. */
    void waitAgain() {
        ExpectedReply told = state.lastExpected;
        if (state.unanswered && state.expected == null && told != null && state.status != TicketStatus.CLOSED) {
            expect(told);
        }
    }

    void expect(ExpectedReply expected) {
        make(PromiseKind.REPLY, expected.basis(), Optional.empty(), expected.at(), expected.zone());
    }

    /** By an answer, which has to arrive for that. */
    void keepAll(PromiseKind kind, String how, MessageId by) {
        new Undelivered(this).toldBy(by, promise -> promise.kind() == kind, how);
        for (Promises.Open open : state.promises.open()) {
            if (open.promise().kind() == kind) {
                keep(open.promise(), how, by);
            }
        }
    }

    void keepByCall(Promise promise) {
        keepByDeed(promise.id(), "By a call.");
    }

    /** By what was done or said, so that no letter has to arrive for it. */
    void keepByDeed(PromiseId promise, String how) {
        add(new PromiseKept(id, now, promise, how, Optional.empty()));
    }

    void keep(Promise promise, String how, MessageId by) {
        add(new PromiseKept(id, now, promise.id(), how, Optional.of(by)));
    }

    /** A customer who has confirmed does not have to come back when the last promise is kept. */
    void closeIfConfirmed() {
        if (state.confirmedBy != null
                && state.status != TicketStatus.CLOSED
                && state.call == null
                && state.promises.open().isEmpty()
                && nothingWaitsToBeSent()) {
            add(new Closed(id, now, new Closing.Confirmed(state.confirmedBy)));
        }
    }

    /** Of what was told since the confirmation. */
    private boolean nothingWaitsToBeSent() {
        return state.settlements.standing().isEmpty()
                || state.messages.subList(state.leftUpTo, state.messages.size()).stream()
                        .noneMatch(Message::isHumanAnswer);
    }

    /** Goes on only if somebody takes the responsibility for it, once. */
    void warn(PracticeCode code, String problem, String remedy) {
        warn(finding(code, problem, remedy));
    }

    void warn(Finding finding) {
        warn(List.of(finding));
    }

    /** Whatever nobody takes the responsibility for is refused at once. */
    void warn(List<Finding> findings) {
        List<Finding> refused = findings.stream()
                .filter(finding -> !overrules.containsKey(finding.code()))
                .toList();
        if (!refused.isEmpty()) {
            throw new RefusedException(refused);
        }
        for (Finding finding : findings) {
            TicketCommand.Overrule overrule = overrules.remove(finding.code());
            if (overrule != null) {
                add(new Overridden(id, now, finding.code(), overrule.by(), overrule.reason()));
            }
        }
    }

    RefusedException refused(PracticeCode code, String problem, String remedy) {
        return new RefusedException(List.of(finding(code, problem, remedy)));
    }

    Finding finding(PracticeCode code, String problem, String remedy) {
        return new Finding(code, "Ticket " + state.opened.number() + " " + problem, Optional.empty(), remedy);
    }

    /** What nobody will ever look for is forgotten, too. */
    void requireAhead(String what, Instant at) {
        if (!at.isAfter(now)) {
            throw new InvalidInputException(what + " at " + at + ", which is not ahead.", "Name a later time.");
        }
        if (at.isAfter(now.plus(A_YEAR))) {
            throw new InvalidInputException(
                    what + " at " + at + ", which is more than a year ahead.", "Name a time within a year.");
        }
    }

    void requireNobodyOnThePhone() {
        if (state.call != null) {
            throw refused(
                    PracticeCode.CALL_ENDED_WITHOUT_OUTCOME,
                    "has a call that " + state.call.by() + " has not ended.",
                    "End that call with its outcome first.");
        }
    }

    /** Refuses what would let a promise be forgotten. */
    void requireNoPromise(Predicate<PromiseKind> kind, String what) {
        Stream<Promise> owed = state.promises.open().stream().map(Promises.Open::promise);
        List<PromiseId> open = Stream.concat(owed, Unread.atStake(state).stream())
                .filter(promise -> kind.test(promise.kind()))
                .map(Promise::id)
                .toList();
        if (!open.isEmpty()) {
            throw refused(
                    PracticeCode.OPEN_PROMISE,
                    "has open promises " + open + " and cannot be " + what + ".",
                    "Keep them first, or agree with the customer on another time.");
        }
    }
}

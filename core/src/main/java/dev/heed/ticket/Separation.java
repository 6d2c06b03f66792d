package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.StructureCommand.Moved;
import dev.heed.ticket.StructureCommand.Owed;
import dev.heed.ticket.StructureCommand.Unmerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a ticket is there because a duplicate goes on in it, so that it can go back. Looks only. */
final class Separation {
    private final TicketState state;
    private final TicketId duplicate;
    private final Optional<Merge> merge;

    /** Of a ticket as it is once what is late is broken. */
    Separation(Ticket target, TicketId duplicate, Context context) {
        this(inTime(target, context), duplicate);
    }

    Separation(TicketState state, TicketId duplicate) {
        this.state = state;
        this.duplicate = duplicate;
        this.merge = state.structure.merges().of(duplicate);
    }

    private static TicketState inTime(Ticket target, Context context) {
        Steps steps = new Steps(target.state().copy(), context);
        steps.breakLate();
        return steps.state;
    }

    /** Whether nobody waits here but for the customer of the duplicate, as such. */
    private boolean asksAlone() {
        return merge.filter(one -> one.asker().asks()).isPresent()
                && !state.structure.merges().othersAsk(duplicate);
    }

    boolean goesOnWaiting() {
        return state.unanswered && !asksAlone();
    }

    boolean isUntouched() {
        return merge.filter(Merge::untouched).isPresent();
    }

    /** Where the ticket stands without the duplicate. */
    TicketStatus status() {
        boolean inHand = state.status == TicketStatus.NEW || state.status == TicketStatus.OPEN;
        if (isUntouched()) {
            return before().status;
        } else if (!inHand || !state.unanswered || goesOnWaiting()) {
            return state.status;
        }
        return merge.filter(Merge::answered).isPresent() ? TicketStatus.PENDING : before().status;
    }

    private TicketState before() {
        return merge.orElseThrow().before().state();
    }

    /** Those that came as answers to letters of the duplicate, and go on here so far. */
    List<MessageId> messages() {
        return through().map(Merge.Through::message).toList();
    }

    private Stream<Merge.Through> through() {
        return merge.map(Merge::via).orElse(List.of()).stream()
                .filter(one -> state.structure.movedTo(one.message()).isEmpty());
    }

    /** Of the promises that are open here those that are owed elsewhere from now on. */
    List<Promise> goingBack() {
        List<Promise> back = new ArrayList<>();
        state.promises.open().stream()
                .map(Promises.Open::promise)
                .filter(promise -> promise.kind() == PromiseKind.REPLY && (asksAlone() || isReplacing(promise)))
                .forEach(back::add);
        back.addAll(goingBackAsTheyAre());
        return back;
    }

    /** The promise of the ticket itself that is open again since what took its place was for the duplicate. */
    Optional<PromiseId> openAgain() {
        boolean replaced = state.promises.open().stream().anyMatch(open -> isReplacing(open.promise()));
        return replaced ? merge.flatMap(Merge::replaced) : Optional.empty();
    }

    private boolean isReplacing(Promise promise) {
        boolean forThis = merge.filter(one -> one.replaced().isPresent())
                .flatMap(Merge::reply)
                .filter(promise.id()::equals)
                .isPresent();
        boolean noOther = isUntouched() || !state.structure.merges().otherDuplicatesAsk(duplicate);
        return forThis && noOther && state.structure.merges().othersAsk(duplicate);
    }

    private List<Promise> goingBackAsTheyAre() {
        List<PromiseId> owed = merge.map(Merge::owed).orElse(List.of());
        Optional<PromiseId> apology = asksAlone() ? apology(state) : Optional.empty();
        return state.promises.open().stream()
                .map(Promises.Open::promise)
                .filter(promise -> promise.kind() != PromiseKind.REPLY)
                .filter(promise -> owed.contains(promise.id())
                        || apology.filter(promise.id()::equals).isPresent())
                .toList();
    }

    /** Of a customer who was not answered in time, the apology that is owed for that, or for an apology that came too late. */
    static Optional<PromiseId> apology(TicketState state) {
        Optional<Promise> owed = state.overdue
                ? state.promises.settled().stream()
                        .filter(promise ->
                                promise.kind() == PromiseKind.REPLY && promise.state() == PromiseState.BROKEN)
                        .max(Comparator.comparing(promise -> promise.id().value()))
                : Optional.empty();
        while (owed.isPresent() && !owed.get().isOpen()) {
            String what = Steps.apologyFor(owed.get());
            owed = state.promises.all().stream()
                    .filter(promise -> promise.kind() == PromiseKind.APOLOGY)
                    .filter(promise -> promise.text().equals(what))
                    .findFirst();
        }
        return owed.map(Promise::id);
    }

    /**
     * What goes back.
     *
     * @param told whether what was answered here has answered the duplicate's customer, who is the same person
     */
    Unmerge unmerge(Ticket duplicated, AgentId by, String reason, boolean told) {
        Optional<Instant> answered =
                merge.flatMap(one -> Optional.ofNullable(one.asker().answeredAt()));
        boolean asks = merge.map(one -> one.asker().asks()).orElse(duplicated.state().unanswered)
                || (!told && answered.isPresent());
        boolean late = asksAlone() && apology(state).isPresent();
        Optional<ExpectedReply> expected = asks ? Optional.ofNullable(state.expected) : Optional.empty();
        List<Moved> moved = through()
                .map(one -> new Moved(Steps.message(state, one.message()), one.path()))
                .toList();
        return new Unmerge(
                state.opened.ticket(),
                by,
                reason,
                merge.filter(Merge::asMerged).isPresent() && !late,
                answered.filter(any -> told),
                moved,
                new ListeningCommand.TakeOver(
                        state.opened.ticket(),
                        merge.map(one -> Inheritance.since(state, one)).orElse(Known.NOTHING),
                        Optional.of(by)),
                new Owed(
                        asks,
                        late ? Optional.empty() : expected,
                        late ? expected : Optional.empty(),
                        goingBackAsTheyAre()));
    }
}

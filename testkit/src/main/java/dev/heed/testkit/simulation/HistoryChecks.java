package dev.heed.testkit.simulation;

import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Snooze;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Histories are dense and never change, a snapshot is what its history says, and the store gives back what was written.
 * When a ticket has to be looked at again is never later than the documents say.
 */
final class HistoryChecks implements Check {
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);
    private static final int MANY = 10_000;
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final int WHOLE = 16;

    private final World world;
    private final Map<TicketId, Ticket> folded = new HashMap<>();

    HistoryChecks(World world) {
        this.world = world;
    }

    /** Before the change is taken down. */
    void fits(@Nullable Facts facts, UnitOfWork.Change change) {
        long known = facts == null ? 0 : facts.history.size();
        world.require(
                change.expectedVersion() == known,
                () -> "a unit was committed over version " + change.expectedVersion() + " of " + change.ticket()
                        + ", which was at version " + known);
        world.require(
                change.ticket().version() == known + change.events().size(),
                () -> change.ticket() + " has " + change.events().size() + " new events after version " + known);
        for (TicketEvent event : change.events()) {
            world.require(event.ticket().equals(change.ticket().id()), () -> event + " is kept with another ticket");
        }
    }

    @Override
    public void after(Facts facts, Batch batch) {
        TicketId id = facts.opened.ticket();
        List<TicketEvent> stored = world.store.history(id);
        world.require(
                stored.equals(facts.history),
                () -> "the history of ticket " + facts.opened.number() + " is " + stored + ", and committed was "
                        + facts.history);
        Ticket snapshot = world.store.findTicket(id).orElseThrow(() -> world.failed("ticket " + id + " is lost", null));
        List<Object> kept = state(snapshot);
        List<Object> replayed = state(replayed(facts, stored, batch));
        world.require(kept.equals(replayed), () -> "the snapshot is " + kept + ", and its history says " + replayed);
        List<Object> told = told(facts);
        List<Object> comparable = comparable(snapshot);
        world.require(
                comparable.equals(told),
                () -> "ticket " + facts.opened.number() + " is " + comparable + ", and the documents say " + told);
        wakes(facts, batch.change().wakeAt());
    }

    /** Folded on from the last commit; from the beginning now and then, and where the life of a ticket ends. */
    private Ticket replayed(Facts facts, List<TicketEvent> stored, Batch batch) {
        TicketId id = facts.opened.ticket();
        Ticket before = folded.get(id);
        Ticket now = before == null || facts.isClosed() || stored.size() % WHOLE == 0
                ? Ticket.replay(stored)
                : before.apply(batch.events());
        folded.put(id, now);
        return now;
    }

    private void wakes(Facts facts, Optional<Instant> wakeAt) {
        Optional<Due.Next> due = Due.next(world.setting, facts);
        if (due.isEmpty()) {
            return;
        }
        Due.Next next = due.get();
        Instant asked = world.now.plus(ASKED_AGAIN); // whose channel cannot be read is not silent
        Instant latest = next.isForTheSilent() && next.at().isBefore(asked) ? asked : next.at();
        world.require(
                wakeAt.filter(at -> !at.isAfter(latest.plus(TICK))).isPresent(),
                () -> "ticket " + facts.opened.number() + " wakes up at " + wakeAt + ", and " + next.what()
                        + " is due at " + next.at());
        boolean listed = world.store.list(new TicketQuery.Due(wakeAt.orElse(next.at())), MANY).stream()
                .anyMatch(ticket -> ticket.id().equals(facts.opened.ticket()));
        world.require(listed, () -> "ticket " + facts.opened.number() + " is not listed as due at " + wakeAt);
    }

    /** After everything of a unit is taken down. */
    void written(UnitOfWork unit) {
        unit.inbound()
                .ifPresent(known -> world.require(
                        world.store.findInbound(known.key()).equals(Optional.of(known.ticket())),
                        () -> "the store does not know " + known + ", which it has committed"));
        unit.references()
                .forEach(name -> world.require(
                        world.store
                                .findByReference(name.channel(), name.value())
                                .equals(world.book.reference(name.channel(), name.value())),
                        () -> "the name " + name + " does not lead to its ticket"));
        unit.newOutbox().forEach(this::kept);
        unit.settledOutbox().forEach(this::kept);
        world.require(
                world.store.absences().containsAll(unit.absences()), () -> "an absence is lost: " + unit.absences());
    }

    private void kept(OutboxEntry entry) {
        world.require(
                world.store.findOutbox(entry.id()).filter(entry::equals).isPresent(),
                () -> "the outbox does not hold " + entry);
    }

    private static List<Object> state(Ticket ticket) {
        List<Object> state = new ArrayList<>(comparable(ticket));
        state.addAll(Arrays.asList(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                ticket.channel(),
                ticket.customer(),
                ticket.address(),
                ticket.follows(),
                ticket.expected(),
                ticket.openedAt(),
                ticket.closing()));
        return state;
    }

    /** What the documents speak of. */
    private static List<Object> comparable(Ticket ticket) {
        return Arrays.asList(
                ticket.version(),
                ticket.status(),
                ticket.owner(),
                ticket.kind(),
                ticket.messages(),
                ticket.notes(),
                ticket.openNotes(),
                List.of(List.copyOf(ticket.tags()), Map.copyOf(ticket.fields()), List.copyOf(ticket.references())),
                ticket.promises(),
                ticket.openPromises(),
                ticket.expected().isPresent() ? "reply expected" : "no reply expected",
                ticket.overdue() ? "overdue" : "not overdue",
                ticket.acknowledged() ? "acknowledged" : "not acknowledged",
                ticket.confirmed() ? "confirmed" : "not confirmed",
                ticket.disputed() ? "disputed" : "not disputed",
                ticket.unreachable() ? "unreachable" : "reachable",
                ticket.reopenCount(),
                ticket.changedAt(),
                ticket.firstAnsweredAt(),
                ticket.lastAnswer(),
                ticket.heldUntil(),
                ticket.snooze().map(Snooze::until),
                ticket.onThePhone(),
                ticket.sendOrders(),
                ticket.closedAt(),
                ticket.understanding()
                        .statement()
                        .map(statement -> statement.state().name())
                        .orElse("none"),
                ticket.heededAt(),
                ticket.understanding().rootCause(),
                ticket.facts().current().size());
    }

    private static List<Object> told(Facts facts) {
        return Arrays.asList(
                (long) facts.history.size(),
                facts.status,
                Optional.ofNullable(facts.owner),
                facts.kind,
                facts.messages,
                facts.notes.all,
                facts.notes.spelled(),
                facts.filing.all(),
                facts.promises.all.stream().map(PromiseFacts.Entry::now).toList(),
                facts.promises.open().stream().map(PromiseFacts.Entry::now).toList(),
                facts.promises.replyExpected ? "reply expected" : "no reply expected",
                facts.promises.overdue ? "overdue" : "not overdue",
                facts.acknowledged ? "acknowledged" : "not acknowledged",
                facts.confirmed ? "confirmed" : "not confirmed",
                facts.isDisputed() ? "disputed" : "not disputed",
                facts.unreachable ? "unreachable" : "reachable",
                facts.reopened,
                facts.changedAt,
                Optional.ofNullable(facts.firstAnsweredAt),
                Optional.ofNullable(facts.lastAnswer),
                Optional.ofNullable(facts.heldUntil),
                facts.snoozes.until(),
                Optional.ofNullable(facts.onThePhone),
                facts.letters.orders.orders(),
                Optional.ofNullable(facts.closed).map(LifecycleEvent.Closed::at),
                facts.work.understood.state(),
                Optional.ofNullable(facts.work.understood.heededAt),
                facts.work.understood.cause(),
                facts.work.understood.known.size());
    }
}

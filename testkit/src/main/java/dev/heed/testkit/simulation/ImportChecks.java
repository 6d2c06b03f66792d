package dev.heed.testkit.simulation;

import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What another system wrote is kept as it was, with its times; what was due is noticed; nobody is told, nothing is sent. */
final class ImportChecks {
    private final World world;

    ImportChecks(World world) {
        this.world = world;
    }

    /** Whether a ticket begins with what was written elsewhere. */
    static boolean isImport(UnitOfWork.Change change) {
        return change.expectedVersion() == 0 && !elsewhere(change).isEmpty();
    }

    /** What was written elsewhere, and that it was taken over. */
    static List<TicketEvent> elsewhere(UnitOfWork.Change change) {
        List<TicketEvent> events = change.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Imported) {
                return events.subList(0, i + 1);
            }
        }
        return List.of();
    }

    /** Before anything of it is taken down. */
    void before(UnitOfWork unit, UnitOfWork.Change change) {
        List<TicketEvent> old = elsewhere(change);
        List<TicketEvent> given = world.intents.imported(change.ticket().id());
        world.require(
                old.subList(0, old.size() - 1).equals(given),
                () -> "taken over was " + old + ", and given was " + given);
        Instant at = old.get(old.size() - 1).at();
        List<TicketEvent> noticed =
                change.events().subList(old.size(), change.events().size());
        world.require(
                noticed.stream().noneMatch(event -> event.at().isBefore(at) || event instanceof Imported),
                () -> "noticed after it was taken over at " + at + " is " + noticed);
        world.require(
                unit.newOutbox().isEmpty() && unit.settledOutbox().isEmpty(),
                () -> "something is sent because a ticket was taken over: " + unit.newOutbox());
    }

    void after(Facts facts, UnitOfWork.Change change) {
        Instant at = elsewhere(change).get(elsewhere(change).size() - 1).at();
        Optional<Due.Next> due =
                Due.next(world.setting, facts).filter(next -> !next.at().isAfter(at));
        world.require(due.isEmpty(), () -> "taken over at " + at + " was a ticket with something due: " + due);
        world.require(
                facts.isClosed() || facts.owner == null || world.setting.knows(facts.owner),
                () -> "taken over was a ticket of " + facts.owner + ", who is nobody here");
    }
}

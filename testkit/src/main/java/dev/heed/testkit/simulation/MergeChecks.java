package dev.heed.testkit.simulation;

import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;

/** Where a ticket goes on in another, the customer goes on waiting there, and not longer than was told. */
final class MergeChecks {
    private final World world;

    MergeChecks(World world) {
        this.world = world;
    }

    void unit(UnitOfWork unit) {
        for (UnitOfWork.Change change : unit.changes()) {
            for (TicketEvent event : change.events()) {
                if (event instanceof Closed closed
                        && closed.closing() instanceof Closing.Exempt exempt
                        && exempt.exemption() == Exemption.DUPLICATE) {
                    merged(
                            world.book.facts(closed.ticket()),
                            world.book.facts(exempt.goesOnIn().orElseThrow()),
                            change);
                }
            }
        }
    }

    private void merged(Facts duplicate, Facts into, UnitOfWork.Change change) {
        String what = "ticket " + duplicate.opened.number() + " goes on in " + into.opened.number();
        world.require(!into.isClosed(), () -> what + ", which is closed");
        world.require(into.opened.customer().equals(duplicate.opened.customer()), () -> what + " of another customer");
        Optional<Instant> waitedUntil = change.events().stream()
                .filter(PromiseWithdrawn.class::isInstance)
                .flatMap(event -> duplicate.promises.find(((PromiseWithdrawn) event).promise()).stream())
                .filter(entry -> entry.made.kind() == PromiseKind.REPLY)
                .map(entry -> entry.made.due())
                .findFirst();
        waitedUntil.ifPresent(until -> {
            boolean inTime = into.promises
                    .open(PromiseKind.REPLY)
                    .filter(entry -> !entry.made.due().isAfter(until))
                    .isPresent();
            boolean alarmed = into.promises.overdue && into.promises.apologyOwed();
            world.require(inTime || alarmed, () -> what + ", where nobody is answered by " + until);
        });
    }
}

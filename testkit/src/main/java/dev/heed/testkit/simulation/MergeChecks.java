package dev.heed.testkit.simulation;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                            change,
                            unit);
                } else if (event instanceof ConversationEvent.Bounced
                        || event instanceof ConversationEvent.DeliveryFailed) {
                    notArrived(event);
                    owedElsewhere(event);
                } else if (event instanceof ConversationEvent.DeliveryDelayed) {
                    owedElsewhere(event);
                }
            }
        }
    }

    /** What did not arrive of a duplicate is known where it goes on, unless its customer has confirmed there. */
    private void notArrived(TicketEvent event) {
        Facts into = world.book.goesOnIn(event.ticket());
        boolean known = into.opened.ticket().equals(event.ticket())
                || (into.closed == null ? into.unreachable : !(into.closed.closing() instanceof Closing.Silence));
        world.require(known, () -> event + " is of a duplicate, and ticket " + into.opened.number() + " goes on");
    }

    /** What a letter of a duplicate had settled is owed where it goes on, by the same time. */
    private void owedElsewhere(TicketEvent event) {
        Facts duplicate = world.book.facts(event.ticket());
        Facts into = world.book.goesOnIn(event.ticket());
        if (into == duplicate || into.isClosed()) {
            return;
        }
        world.require(
                !duplicate.letters.handedOverLastWord || into.promises.replyExpected || into.promises.overdue,
                () -> event + " is the last word to a duplicate, and ticket " + into.opened.number()
                        + " expects no answer");
        for (Promise settled : duplicate.letters.handedOver) {
            boolean told = settled.kind() == PromiseKind.REPLY
                    ? into.promises.overdue || isExpected(into, settled.due())
                    : into.promises.all.stream()
                            .map(entry -> entry.made)
                            .anyMatch(promise -> promise.kind() == settled.kind()
                                    && promise.due().equals(settled.due()));
            world.require(
                    told,
                    () -> event + " is of a duplicate, and ticket " + into.opened.number() + " does not owe "
                            + settled);
        }
    }

    private static boolean isExpected(Facts facts, Instant latest) {
        return facts.promises
                .open(PromiseKind.REPLY)
                .filter(entry -> !entry.made.due().isAfter(latest))
                .isPresent();
    }

    private void merged(Facts duplicate, Facts into, UnitOfWork.Change change, UnitOfWork unit) {
        String what = "ticket " + duplicate.opened.number() + " goes on in " + into.opened.number();
        world.require(!into.isClosed(), () -> what + ", which is closed");
        world.require(into.opened.customer().equals(duplicate.opened.customer()), () -> what + " of another customer");
        Optional<Instant> waitedOpenly = change.events().stream()
                .filter(PromiseWithdrawn.class::isInstance)
                .flatMap(event -> duplicate.promises.find(((PromiseWithdrawn) event).promise()).stream())
                .filter(entry -> entry.made.kind() == PromiseKind.REPLY)
                .map(entry -> entry.made.due())
                .findFirst();
        Optional<Instant> waitedUntil = Stream.concat(waitedOpenly.stream(), duplicate.letters.waitedElsewhere.stream())
                .min(Instant::compareTo);
        List<Absorbed> absorbed = unit.changes().stream()
                .filter(other -> other.ticket().id().equals(into.opened.ticket()))
                .flatMap(other -> other.events().stream())
                .filter(Absorbed.class::isInstance)
                .map(Absorbed.class::cast)
                .toList();
        world.require(
                absorbed.size() == 1
                        && absorbed.get(0).duplicate().equals(duplicate.opened.ticket())
                        && absorbed.get(0).waits() == waitedUntil.isPresent()
                        && absorbed.get(0).spokenTo() == duplicate.spokenTo(),
                () -> what + ", which says " + absorbed);
        world.require(
                !duplicate.isDisputed() || into.disputed, () -> what + ", where nobody knows of the disagreement");
        boolean goesOn = into.status == TicketStatus.NEW || into.status == TicketStatus.OPEN;
        world.require(waitedUntil.isEmpty() || goesOn, () -> what + ", which is " + into.status);
        waitedUntil.ifPresent(until -> {
            boolean alarmed = into.promises.overdue && into.promises.apologyOwed();
            world.require(isExpected(into, until) || alarmed, () -> what + ", where nobody is answered by " + until);
        });
    }
}

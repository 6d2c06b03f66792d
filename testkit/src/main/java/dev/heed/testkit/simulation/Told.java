package dev.heed.testkit.simulation;

import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.TicketEvent;

/** Things in the few words of a line of the trace, the same in each process. */
final class Told {
    private Told() {}

    static String unit(UnitOfWork unit) {
        StringBuilder line = new StringBuilder();
        for (UnitOfWork.Change change : unit.changes()) {
            line.append('#').append(change.ticket().number());
            line.append(" v").append(change.expectedVersion());
            change.events().forEach(event -> line.append(' ').append(event(event)));
            line.append(change.wakeAt().map(at -> " wake " + at).orElse(" sleeps"));
            line.append(' ').append(change.ticket().status()).append("; ");
        }
        unit.inbound()
                .ifPresent(
                        in -> line.append("in ").append(in.key().externalId()).append("; "));
        unit.newOutbox()
                .forEach(out -> line.append("out ").append(shortened(out)).append("; "));
        unit.settledOutbox()
                .forEach(out -> line.append("settles ")
                        .append(shortened(out))
                        .append(' ')
                        .append(out.state())
                        .append("; "));
        unit.newCustomer().ifPresent(customer -> line.append("new customer; "));
        unit.absences().forEach(absence -> line.append(absence).append("; "));
        return line.toString();
    }

    static String shortened(OutboxEntry entry) {
        String id = entry.message().id().value();
        return id.substring(id.length() - 4);
    }

    private static String event(TicketEvent event) {
        String name = event.getClass().getSimpleName();
        if (event instanceof PromiseEvent.PromiseMade made) {
            return name + made.promise().id() + ":" + made.promise().kind() + "<"
                    + made.promise().due();
        } else if (event instanceof PromiseEvent.PromiseKept kept) {
            return name + kept.promise();
        } else if (event instanceof PromiseEvent.PromiseBroken broken) {
            return name + broken.promise();
        } else if (event instanceof OwnershipEvent.OwnerAssigned assigned) {
            return name + ":" + assigned.owner();
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            return name + reminded.count() + " for " + reminded.closesAt();
        }
        return name;
    }
}

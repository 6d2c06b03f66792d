package dev.heed.testkit.simulation;

import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.spi.id.IdSource;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes over tickets of another system, now and then one that is here already, or whose number is. Not thread-safe. */
final class Imports {
    private static final long NUMBERS_ELSEWHERE = 900_000;

    private final World world;
    private final Chance chance;
    private final IdSource ids;
    private final List<OldTicket> seen = new ArrayList<>();

    Imports(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.ids = IdSource.version7(chance.split().generator());
    }

    void happens(Node node) {
        if (!seen.isEmpty() && chance.oneIn(5)) {
            take(node, chance.of(seen), false);
            return;
        }
        Line line = chance.of(world.outside.lines);
        Address address = line.address("c" + chance.below(world.setting.customers));
        CustomerId customer = world.book.addresses.get(address);
        if (customer != null) {
            boolean clashes = !world.book.tickets.isEmpty() && chance.oneIn(8);
            long number = clashes ? chance.of(world.book.all()).opened.number() : NUMBERS_ELSEWHERE + seen.size() + 1;
            OldTicket old = old(node, line, address, customer).live(number);
            if (!clashes) {
                seen.add(old);
            }
            take(node, old, clashes);
        }
    }

    private OldTicket old(Node node, Line line, Address address, CustomerId customer) {
        Instant exported = node.instant().minusSeconds(1);
        Instant begins = exported.minus(chance.upTo(Duration.ofDays(chance.of(List.of(1, 20, 400)))));
        TicketId id = new TicketId(ids.next(begins));
        Agent known = chance.of(world.setting.agents);
        AgentId agent = chance.oneIn(3) ? AgentId.of("agent-of-old") : known.id();
        return new OldTicket(chance, id, customer, address, line, begins, exported, world.setting.shop.zone(), agent);
    }

    private void take(Node node, OldTicket old, boolean clashes) {
        boolean here = world.book.tickets.containsKey(old.id);
        world.intents.imports(old.id, old.history);
        if (old.history.stream().anyMatch(LifecycleEvent.CustomerConfirmed.class::isInstance) && !here) {
            world.intents.confirms(old.id);
        }
        node.attempt("import " + old.id, desk -> {
            var unused = desk.backoffice().importTicket(old.history);
            world.require(!here && !clashes, () -> "what is here already was taken over: " + old.id);
        });
        if (world.book.tickets.containsKey(old.id) && chance.oneIn(2)) {
            answersLate(old);
        }
    }

    /** The customer has the old answer still, and answers it. */
    private void answersLate(OldTicket old) {
        Optional<Address> from = Optional.of(old.address);
        List<String> names = List.of(old.answerName());
        String word = world.intents.word("Q", Said.byMail(from, names, false));
        world.outside.write(old.line, from, "It came at last. " + word, names, Optional.empty());
    }
}

package dev.heed.testkit.simulation;

import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;

/** Those who find out that tickets belong together otherwise than they stand. Not thread-safe. */
final class Separations {
    private final World world;
    private final Agents agents;
    private final Chance chance;

    Separations(Agents agents, World world, Chance chance) {
        this.world = world;
        this.agents = agents;
        this.chance = chance;
    }

    void happens(Conduct conduct, Node node) {
        agents.someWork(node).ifPresent(work -> {
            switch (conduct) {
                case AGENT_UNMERGES -> unmerges(work);
                case AGENT_SPLITS -> splits(work);
                case AGENT_LINKS -> links(work);
                case AGENT_TAKES_SPAM_BACK -> takesSpamBack(work);
                default -> throw new IllegalStateException("nobody does " + conduct);
            }
        });
    }

    private Work on(Work work, Facts facts) {
        return new Work(work.node(), work.agent(), facts);
    }

    /** Mostly one that can be. */
    private void unmerges(Work work) {
        List<Facts> duplicates =
                world.book.all().stream().filter(Facts::goesOnElsewhere).toList();
        Work one = chance.oneIn(9)
                ? work
                : chance.anyOf(duplicates).map(facts -> on(work, facts)).orElse(work);
        world.intents.order("unmerge", one.id(), one.by());
        agents.act(one, "unmerges", desk -> {
            Ticket after = desk.structure().unmerge(one.id(), "It is another parcel.");
            world.require(
                    !world.undisturbed() || !one.facts().goesOnElsewhere(),
                    () -> after + " was unmerged and goes on elsewhere");
            return after;
        });
    }

    private void splits(Work work) {
        List<MessageId> some = new ArrayList<>();
        for (Message message : work.facts().messages) {
            boolean mostlyCustomers = message.direction() == Direction.INBOUND || chance.oneIn(30);
            if (mostlyCustomers && chance.oneIn(2)) {
                some.add(message.id());
            }
        }
        world.intents.order("split", work.id(), work.by());
        for (var agent : world.setting.agents) {
            world.intents.order("split owner", work.id(), agent.id());
        }
        agents.act(work, "splits " + some.size() + " messages off", desk -> {
            Ticket next = desk.structure().split(work.id(), some, "Another matter", "That is something else.");
            List<MessageId> said = next.messages().stream().map(Message::id).toList();
            world.require(said.containsAll(some), () -> "split off were " + some + ", and " + next + " has " + said);
            return next;
        });
    }

    private void links(Work work) {
        TicketId other = chance.of(world.book.all()).opened.ticket();
        LinkKind kind = chance.of(List.of(LinkKind.values()));
        world.intents.order("link", work.id(), other + " " + kind);
        world.intents.order("link", other, work.id() + " " + kind.inverse());
        boolean apart = chance.oneIn(5);
        agents.act(work, apart ? "unlinks" : "links as " + kind, desk -> {
            Ticket after = apart
                    ? desk.structure().unlink(work.id(), other)
                    : desk.structure().link(work.id(), other, kind);
            world.require(
                    !world.undisturbed() || apart != after.structure().links().containsKey(other),
                    () -> after + " is linked with " + after.structure().links());
            return after;
        });
    }

    private void takesSpamBack(Work work) {
        List<Facts> spam = world.book.all().stream()
                .filter(facts -> facts.closed != null
                        && facts.closed.closing() instanceof Closing.Exempt exempt
                        && exempt.exemption() == Exemption.SPAM)
                .toList();
        Work one = chance.oneIn(9)
                ? work
                : chance.anyOf(spam).map(facts -> on(work, facts)).orElse(work);
        world.intents.order("not spam", one.id(), one.by());
        agents.act(one, "takes spam back", desk -> desk.structure().notSpam(one.id(), "It is an order."));
    }
}

package dev.heed.testkit.simulation;

import dev.heed.people.AgentId;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Those who put tickets off, and want them back. Not thread-safe. */
final class Snoozes {
    private final Agents agents;
    private final World world;
    private final Chance chance;

    Snoozes(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    void putsOff(Node node) {
        agents.someWork(node).map(this::ofItsOwner).ifPresent(work -> {
            Instant until = until(work);
            OnReply onReply = chance.of(List.of(OnReply.values()));
            world.intents.order("snooze", work.id(), until);
            world.intents.order("take", work.id(), work.by());
            agents.act(work, "puts off until " + until, desk -> {
                Ticket after = desk.snoozes().snooze(work.id(), until, onReply, "Ask the carrier.");
                boolean off = after.snooze()
                        .filter(snooze -> snooze.until().equals(until))
                        .isPresent();
                world.require(off, () -> after + " is not put off until " + until);
                return after;
            });
        });
    }

    /** Others may not. */
    private Work ofItsOwner(Work work) {
        AgentId owner = work.facts().owner;
        return owner == null || !world.setting.knows(owner) || chance.oneIn(8)
                ? work
                : new Work(work.node(), world.setting.agent(owner), work.facts());
    }

    /** Often as long as it can be, now and then longer. */
    private Instant until(Work work) {
        Instant now = work.node().instant();
        Optional<Instant> latest = work.facts().promises.open().stream()
                .map(entry -> entry.made.due().minus(world.setting.policy.showAgainBefore()))
                .min(Instant::compareTo);
        if (latest.isPresent() && chance.oneIn(2)) {
            return latest.get().plusSeconds(chance.oneIn(5) ? 1 : 0);
        }
        return now.plus(chance.upTo(Duration.ofMinutes(chance.of(List.of(30, 300, 3000, 30_000)))));
    }

    void wantsBack(Node node) {
        List<Facts> off = world.book.open().stream()
                .filter(facts -> facts.snoozes.isOff())
                .toList();
        chance.anyOf(off).ifPresent(facts -> {
            Work work = new Work(node, chance.of(world.setting.agents), facts);
            world.intents.order("show again", work.id(), Optional.of(work.by()));
            agents.act(work, "wants back", desk -> {
                Ticket after = desk.snoozes().unsnooze(work.id());
                world.require(after.snooze().isEmpty(), () -> after + " is hidden still");
                return after;
            });
        });
    }
}

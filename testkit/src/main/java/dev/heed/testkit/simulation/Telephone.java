package dev.heed.testkit.simulation;

import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Calls, and how they end. Not thread-safe. */
final class Telephone {
    private final Agents agents;
    private final World world;
    private final Chance chance;

    Telephone(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    void calls(Node node) {
        agents.someWork(node).ifPresent(work -> {
            world.intents.order("call", work.id(), work.by());
            agents.act(work, "calls about", desk -> {
                CallIntake intake = chance.oneIn(3)
                        ? CallIntake.numberRefused("Ana Roth")
                        : CallIntake.of("Ana Roth", "+49 30 765432");
                Ticket after = desk.call(work.id(), intake);
                world.require(after.onThePhone().filter(work.by()::equals).isPresent(), () -> after + " has no call");
                return after;
            });
        });
    }

    void ends(Node node) {
        List<Facts> calls = world.book.all().stream()
                .filter(facts -> facts.onThePhone != null)
                .toList();
        chance.anyOf(calls).ifPresent(facts -> end(node, facts, outcome(node, facts)));
    }

    void end(Node node, Facts facts, CallOutcome outcome) {
        AgentId talks = facts.onThePhone;
        if (talks == null) {
            return;
        }
        AgentId by = facts.owner != null && world.setting.knows(facts.owner) && chance.oneIn(3) ? facts.owner : talks;
        Work work = new Work(node, world.setting.agent(by), facts);
        agents.act(work, "ends the call with " + outcome.getClass().getSimpleName() + " about", desk -> {
            Ticket after = desk.endCall(work.id(), outcome);
            world.require(after.onThePhone().isEmpty(), () -> after + " still has a call");
            boolean fine =
                    !(outcome instanceof CallOutcome.CallbackPromised) && !(outcome instanceof CallOutcome.Dropped);
            boolean again = after.unreachable()
                    || after.openPromises().stream().anyMatch(one -> one.kind().madeByAgents());
            world.require(fine || again, () -> after + " has no promise to call back, nor to write");
            boolean transferred = !(outcome instanceof CallOutcome.WarmTransfer transfer)
                    || after.owner().filter(transfer.to()::equals).isPresent();
            world.require(transferred, () -> after + " was taken over and is owned by " + after.owner());
            return after;
        });
    }

    private CallOutcome outcome(Node node, Facts facts) {
        return switch (chance.below(5)) {
            case 0 -> new CallOutcome.Solved(Resolution.ANSWERED);
            case 1 -> {
                Instant due =
                        node.instant().plus(chance.upTo(Duration.ofHours(30))).plusSeconds(60);
                world.intents.order("promise", facts.opened.ticket(), PromiseKind.CALLBACK + " " + due);
                yield new CallOutcome.CallbackPromised("where the parcel is", due);
            }
            case 2 -> {
                AgentId to = chance.of(world.setting.agents).id();
                for (Agent agent : world.setting.agents) {
                    world.intents.order("hand over", facts.opened.ticket(), agent.id());
                }
                yield new CallOutcome.WarmTransfer(to, "The parcel is lost.");
            }
            case 3 -> new CallOutcome.CustomerEnded();
            default -> new CallOutcome.Dropped();
        };
    }
}

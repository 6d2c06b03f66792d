package dev.heed.testkit.simulation;

import dev.heed.people.AgentId;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The end of a seed: nothing goes wrong any more, people do what they should, and all has to settle. */
final class Drain {
    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofMinutes(16);
    /** Since the shop expects something else of itself. */
    private static final Duration UNTIL_ALL_IS_LOOKED_AT = Duration.ofHours(25);

    private static final int NEGLECTED = 6;
    private static final int MOST_STEPS = 400;

    private final World world;
    private final CalmRounds rounds;
    private final Agents agents;
    private final Telephone telephone;
    private final Colleagues colleagues;
    private final Drafting drafting;
    private final Chance chance;

    Drain(World world) {
        this.world = world;
        this.rounds = new CalmRounds(world);
        this.chance = world.chance.split();
        this.agents = new Agents(world, chance);
        this.telephone = new Telephone(agents, world, chance);
        this.colleagues = new Colleagues(agents, world, chance);
        this.drafting = new Drafting(agents, world, chance);
    }

    void run() {
        world.calm = true;
        world.trace.add("--- nothing goes wrong any more");
        world.nodes.forEach(node -> node.skew = Duration.ZERO);
        world.outside.heal();
        if (chance.oneIn(2)) {
            world.changePolicy(chance);
        }
        world.pass(UNTIL_ALL_IS_LOOKED_AT);
        for (int i = 0; i < 2; i++) {
            for (Node node : world.nodes) {
                world.pass(LONGER_THAN_ANY_PAUSE);
                rounds.work(node);
            }
        }
        everythingIsIn();
        everythingIsOut();
        Node node = world.nodes.get(0);
        for (int i = 0; i < NEGLECTED && !world.book.open().isEmpty(); i++) {
            untilSomethingIsDue();
            rounds.work(node);
        }
        rounds.look(node);
        colleagues.allAreDone(node);
        drafting.allAreRead(node);
        everybodyIsServed(node);
        rounds.look(node);
        everythingIsOut();
        if (chance.oneIn(3)) {
            whatWasClosedTurnsOutNotToHaveArrived(node);
        }
        if (chance.oneIn(3)) {
            somebodyIsForgotten(node);
        }
    }

    /** Often one who is linked with another. */
    private void somebodyIsForgotten(Node node) {
        chance.anyOf(world.book.all())
                .ifPresent(facts -> new Forgetting(world)
                        .happens(
                                node,
                                facts.opened.customer(),
                                chance.anyOf(world.book.all())
                                        .map(other -> other.opened.customer())
                                        .filter(any -> chance.oneIn(2))));
    }

    /** Weeks later, some of what was sent comes back. */
    private void whatWasClosedTurnsOutNotToHaveArrived(Node node) {
        for (int i = chance.between(1, 3); i > 0; i--) {
            world.outside.comesBackLate();
        }
        rounds.work(node);
        everythingIsIn();
        everybodyIsServed(node);
        rounds.look(node);
        everythingIsOut();
    }

    private void everythingIsIn() {
        for (Line line : world.outside.lines) {
            world.require(line.waiting.isEmpty(), () -> "the desk left " + line.waiting.size() + " messages outside");
        }
    }

    /** Two days of attempts, and a lease. */
    private void everythingIsOut() {
        for (int hours = 0; isAnythingWaiting(); hours++) {
            world.require(hours < 80, () -> "something never leaves");
            world.pass(Duration.ofHours(1));
            rounds.work(world.nodes.get(0));
        }
    }

    private boolean isAnythingWaiting() {
        return world.outboxChecks.all().stream().anyMatch(leaving -> leaving.entry.state() == State.WAITING);
    }

    private void untilSomethingIsDue() {
        Instant next = world.book.waking().stream()
                .flatMap(facts -> Due.next(world.setting, facts).stream())
                .map(Due.Next::at)
                .min(Instant::compareTo)
                .orElse(world.now);
        Instant soon = world.now.plusSeconds(1);
        world.now = next.isAfter(soon) ? next : soon;
    }

    private void everybodyIsServed(Node node) {
        for (int i = 0; !world.book.open().isEmpty(); i++) {
            List<Facts> left = world.book.open();
            world.require(
                    i < MOST_STEPS,
                    () -> "ticket " + left.get(0).opened.number() + " never comes to an end: " + left.get(0).history);
            for (Facts facts : left) {
                serve(node, facts);
            }
            untilSomethingIsDue();
            rounds.work(node);
        }
    }

    /** Ends calls, answers, apologises, keeps what was promised; who disagreed is asked and agrees. */
    private void serve(Node node, Facts facts) {
        boolean answers = facts.owner != null && world.setting.knows(facts.owner) && !world.setting.learns(facts.owner);
        AgentId owner = answers ? Objects.requireNonNull(facts.owner) : world.setting.responsible;
        Work work = new Work(node, world.setting.agent(owner), facts);
        if (facts.onThePhone != null) {
            telephone.end(node, facts, new CallOutcome.CustomerEnded());
        }
        boolean waiting = Due.silenceCounts(facts) && facts.silentSince != null;
        boolean canWait = facts.heldUntil != null && !facts.promises.apologyOwed(); // one is owed again every hour
        if (waiting || facts.isClosed() || canWait) {
            return;
        }
        Commitments commitments = agents.apology(work, Commitments.none());
        for (PromiseFacts.Entry entry : facts.promises.open()) {
            world.intents.order("keep", work.id(), entry.made.id());
            commitments = commitments.keep(entry.made.id());
        }
        if (agents.reply(work, commitments) != Node.End.DONE) {
            agents.erase(node, facts, owner);
        } else if (facts.disputed && !facts.isClosed()) {
            world.intents.confirms(work.id());
            node.attempt(
                    "confirm #" + facts.opened.number(),
                    desk -> Objects.requireNonNull(
                            desk.forCustomer(facts.opened.customer()).confirmSolved(work.id())));
        }
    }
}

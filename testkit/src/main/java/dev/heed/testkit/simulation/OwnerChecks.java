package dev.heed.testkit.simulation;

import dev.heed.people.AgentId;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** P28: one person is responsible, who became it in a way that the documents know; alarms come when they should. */
final class OwnerChecks implements Check {
    private static final int OFTEN = 8;
    private static final String FROM_HISTORY = "Made from the history: ";

    private final World world;

    OwnerChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds,
                () -> "ticket " + facts.opened.number() + " of " + facts.owner + ", " + event + ": " + invariant);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof OwnerMissing) {
            Instant from = world.setting.hours.after(facts.opened.at(), world.setting.policy.ownedWithin());
            require(!event.at().isBefore(from), facts, event, "the alarm comes too early");
            require(facts.owner == null, facts, event, "there is an owner");
        } else if (event instanceof OwnerAssigned assigned) {
            assigned(facts, assigned, batch);
        } else if (event instanceof ExpertNeeded) {
            Instant since = facts.work.inHandSince;
            require(since != null && !facts.work.expertAsked, facts, event, "an expert is asked again, or for nothing");
            Instant from = world.setting.hours.after(Objects.requireNonNull(since), world.setting.consultExpertAfter);
            require(!event.at().isBefore(from), facts, event, "an expert is asked too early");
        } else if (event instanceof Escalated escalated) {
            escalated(facts, escalated, batch);
        }
    }

    private void assigned(Facts facts, OwnerAssigned assigned, Batch batch) {
        AgentId to = assigned.owner();
        AgentId from = facts.owner;
        require(!to.equals(from), facts, assigned, "nothing changed");
        if (batch.has(OwnerMissing.class)) {
            byTheAlarm(facts, assigned);
            return;
        }
        boolean written = assigned.summary()
                .filter(summary -> !summary.startsWith(FROM_HISTORY))
                .isPresent();
        if (written) {
            require(!assigned.summary().orElseThrow().isBlank(), facts, assigned, "without a summary");
            require(
                    world.intents.ordered("hand over", assigned.ticket(), to),
                    facts,
                    assigned,
                    "nobody handed it over");
            return;
        }
        if (from != null) {
            fromHistory(facts, assigned);
        }
        if (batch.has(ConversationEvent.MessageReceived.class)) {
            calledFor(facts, assigned, batch);
        } else {
            withoutSummary(facts, assigned, batch);
        }
    }

    private void byTheAlarm(Facts facts, OwnerAssigned assigned) {
        AgentId expected =
                world.book.presentFor(world.setting.responsible, assigned.at()).orElse(world.setting.responsible);
        require(
                assigned.owner().equals(expected) || !world.undisturbed() || world.setting.skew.toSeconds() > 0,
                facts,
                assigned,
                "the responsible agent is " + expected);
    }

    private void calledFor(Facts facts, OwnerAssigned assigned, Batch batch) {
        boolean quoted = batch.all(ConversationEvent.MessageReceived.class).stream()
                .anyMatch(received -> world.setting
                        .agent(assigned.owner())
                        .employeeId()
                        .filter(received.message().text()::contains)
                        .isPresent());
        require(quoted, facts, assigned, "the customer asked for somebody else");
    }

    /** The new owner knows whose it was, where it stands, and what is promised. */
    private void fromHistory(Facts facts, OwnerAssigned assigned) {
        String summary = assigned.summary().orElse("");
        boolean whole = summary.contains(String.valueOf(facts.owner))
                && summary.contains(facts.status.name())
                && summary.contains(facts.messages.size() + " messages")
                && facts.promises.open().stream()
                        .allMatch(entry -> summary.contains(entry.made.due().toString()));
        require(whole, facts, assigned, "the new owner does not know what happened: " + summary);
    }

    /** Somebody takes what is nobody's, or a deputy what is an absent owner's. */
    private void withoutSummary(Facts facts, OwnerAssigned assigned, Batch batch) {
        AgentId to = assigned.owner();
        AgentId from = facts.owner;
        if (from == null) {
            boolean given = batch.has(LifecycleEvent.Overridden.class)
                    && world.intents.ordered("override hand over", assigned.ticket(), to);
            boolean began =
                    given || batch.has(ConversationEvent.Answered.class) || batch.has(CallEvent.CallStarted.class);
            boolean alike = batch.first(StructureEvent.SplitFrom.class)
                    .filter(split -> to.equals(world.book.facts(split.from()).owner))
                    .isPresent();
            require(
                    began || alike || world.intents.ordered("take", assigned.ticket(), to),
                    facts,
                    assigned,
                    "nobody took it");
        } else if (batch.has(LifecycleEvent.Overridden.class)) {
            boolean wanted = world.intents.ordered("override take", assigned.ticket(), to)
                    || world.intents.ordered("override hand over", assigned.ticket(), to);
            require(wanted, facts, assigned, "nobody took it in spite of the warning");
        } else if (!world.setting.knows(from)) {
            byTheAlarm(facts, assigned);
        } else {
            require(world.book.absence(from, assigned.at()).isPresent(), facts, assigned, "the owner was there");
            require(
                    world.book
                                    .presentFor(from, assigned.at())
                                    .filter(to::equals)
                                    .isPresent()
                            || !world.undisturbed(),
                    facts,
                    assigned,
                    "the deputy is somebody else");
        }
    }

    private void escalated(Facts facts, Escalated alarm, Batch batch) {
        require(alarm.level() == facts.alarms.count + 1, facts, alarm, "alarms are not counted");
        Instant last = facts.alarms.at;
        Duration every = world.setting.policy.escalateEvery();
        switch (alarm.why()) {
            case CUSTOMER_UNREACHABLE -> require(facts.unreachable, facts, alarm, "the customer can be reached");
            case PROMISE_BROKEN -> require(facts.promises.apologyOwed(), facts, alarm, "no promise is broken");
            case CALL_NOT_ENDED -> {
                Instant called = facts.calledAt;
                boolean forgotten = facts.onThePhone != null
                        && called != null
                        && (facts.callForgotten || !alarm.at().isBefore(called.plus(world.setting.endCallWithin)));
                require(forgotten, facts, alarm, "no call goes on for long");
            }
            case NOTHING_PLANNED -> {
                Optional<Due.Next> due = Due.next(world.setting, facts);
                require(
                        due.filter(next -> !alarm.at().isBefore(next.at())).isPresent(),
                        facts,
                        alarm,
                        "something was planned");
            }
        }
        boolean first = alarm.why() == Why.CALL_NOT_ENDED && !facts.callForgotten;
        if (last != null && !first && !batch.has(PromiseEvent.PromiseBroken.class)) {
            Instant next =
                    world.setting.hours.after(last, facts.alarms.count < OFTEN ? every : every.multipliedBy(OFTEN));
            require(!alarm.at().isBefore(next), facts, alarm, "the next alarm was due at " + next);
        }
    }

    @Override
    public void after(Facts facts, Batch batch) {
        boolean missing = batch.has(OwnerMissing.class);
        world.require(
                !missing || facts.owner != null,
                () -> "an owner is missing on ticket " + facts.opened.number() + ", and nobody became it");
        boolean spoke = batch.has(ConversationEvent.Answered.class) || batch.has(CallEvent.CallStarted.class);
        world.require(
                !spoke || facts.owner != null,
                () -> "somebody spoke to the customer of ticket " + facts.opened.number() + ", and nobody owns it");
        for (ConversationEvent.MessageReceived received : batch.all(ConversationEvent.MessageReceived.class)) {
            quoted(facts, received);
        }
    }

    private void quoted(Facts facts, ConversationEvent.MessageReceived received) {
        if (received.message().automatic()) {
            return;
        }
        world.setting.agents.stream()
                .filter(agent -> agent.employeeId()
                        .filter(received.message().text()::contains)
                        .isPresent())
                .findFirst()
                .ifPresent(agent -> world.require(
                        agent.id().equals(facts.owner),
                        () -> "the customer of ticket " + facts.opened.number() + " asked for " + agent.id() + ", and "
                                + facts.owner + " owns it"));
    }
}

package dev.heed.testkit.simulation;

import dev.heed.promise.Promise;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.SnoozeEvent;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** P10: no ticket is hidden past what is due, and what was put off comes back once, for a reason. */
final class SnoozeChecks implements Check {
    private final World world;

    SnoozeChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(holds, () -> "ticket " + facts.opened.number() + ", " + event + ": " + invariant);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof Snoozed snoozed) {
            require(
                    world.intents.ordered("snooze", snoozed.ticket(), snoozed.until()),
                    facts,
                    snoozed,
                    "nobody put it off");
            require(snoozed.by().equals(facts.owner) && !facts.isClosed(), facts, snoozed, "put off by a stranger");
            require(snoozed.until().isAfter(snoozed.at()), facts, snoozed, "put off until the past");
        } else if (event instanceof SnoozeEnded ended) {
            Snoozed off = facts.snoozes.off;
            require(off != null, facts, ended, "it was not put off");
            require(ended.agent().equals(Objects.requireNonNull(off).by()), facts, ended, "somebody else is told");
            require(hasAReason(facts, off, ended, batch), facts, ended, "it ended for nothing");
        }
    }

    private boolean hasAReason(Facts facts, Snoozed off, SnoozeEnded ended, Batch batch) {
        return switch (ended.why()) {
            case TIME -> !off.until().isAfter(ended.at());
            case REPLY ->
                batch.has(MessageReceived.class)
                        || batch.has(LifecycleEvent.Disputed.class)
                        || batch.events().stream().anyMatch(FormFacts::isSaid);
            case DUE -> !shownBy(facts).filter(ended.at()::isBefore).isPresent() || isAlarmed(facts, batch);
            case AGENT -> world.intents.ordered("show again", ended.ticket(), ended.by());
            case CALL -> batch.has(CallEvent.CallStarted.class);
            case OTHER_OWNER -> batch.has(OwnerAssigned.class);
            case MERGED -> batch.has(LifecycleEvent.Absorbed.class) || isDuplicate(batch);
            case CLOSED -> batch.has(LifecycleEvent.Closed.class);
            case SEPARATED -> batch.has(StructureEvent.Released.class) || batch.has(StructureEvent.SplitOff.class);
            case DELETED -> batch.has(StructureEvent.Deleted.class);
        };
    }

    private static boolean isAlarmed(Facts facts, Batch batch) {
        return facts.alarmed()
                || batch.has(dev.heed.ticket.OwnershipEvent.class)
                || batch.has(PromiseEvent.PromiseBroken.class)
                || batch.has(LifecycleEvent.HoldEnded.class);
    }

    private static boolean isDuplicate(Batch batch) {
        return batch.all(LifecycleEvent.Closed.class).stream()
                .anyMatch(closed -> closed.closing() instanceof Closing.Exempt);
    }

    /** Somebody has to see it an hour before what is due first, and when it is to be taken up again. */
    private Optional<Instant> shownBy(Facts facts) {
        Stream<Promise> open = facts.promises.open().stream().map(entry -> entry.made);
        Stream<Instant> promised = Stream.concat(open, facts.letters.atStake(facts).stream())
                .map(promise -> promise.due().minus(world.setting.policy.showAgainBefore()));
        return Stream.concat(promised, Stream.ofNullable(facts.heldUntil)).min(Instant::compareTo);
    }

    @Override
    public void after(Facts facts, Batch batch) {
        List<TicketEvent> events = batch.events();
        Snoozed off = facts.snoozes.off;
        if (off == null || events.isEmpty()) {
            return;
        }
        Instant now = events.get(events.size() - 1).at();
        boolean hidden = shownBy(facts).filter(at -> !at.isAfter(now)).isPresent()
                || !off.until().isAfter(now)
                || facts.promises.overdue
                || facts.alarmed()
                || facts.onThePhone != null
                || facts.isClosed()
                || !off.by().equals(facts.owner);
        world.require(!hidden, () -> "ticket " + facts.opened.number() + " is hidden past what is due at " + now);
        boolean wrote = events.stream()
                .dropWhile(event -> !(event instanceof SnoozeEvent) && batch.has(Snoozed.class))
                .anyMatch(event -> FormFacts.isSaid(event)
                        || (event instanceof MessageReceived received
                                && !received.message().automatic()));
        world.require(
                !wrote || off.onReply() == OnReply.SURVIVE_REPLY,
                () -> "the customer of ticket " + facts.opened.number() + " wrote, and it is hidden");
    }
}

package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Promises are neither dropped nor made up: kept in time by a deed, or broken with an apology, or another time is told. */
final class PromiseChecks implements Check {
    private final World world;

    PromiseChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds,
                () -> "ticket " + facts.opened.number() + ", " + event + ": " + invariant + "; promises "
                        + facts.promises.all.stream()
                                .map(PromiseFacts.Entry::now)
                                .toList());
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof PromiseMade made) {
            made(facts, made, batch);
        } else if (event instanceof PromiseKept kept) {
            kept(facts, kept, batch);
        } else if (event instanceof PromiseBroken broken) {
            Instant due = open(facts, event, broken.promise().value()).due();
            require(!event.at().isBefore(due), facts, event, "broken before it was due");
            boolean onThePhone =
                    facts.isBeingKept(open(facts, event, broken.promise().value()));
            require(!onThePhone, facts, event, "broken while the customer is on the phone");
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            Promise old = open(facts, event, renegotiated.promise().value());
            boolean told = world.intents.ordered("renegotiate", event.ticket(), old.id())
                    && (batch.has(ConversationEvent.Answered.class) || isRead(batch, renegotiated.message()));
            boolean sooner = old.kind() == PromiseKind.REPLY
                    && (batch.unit().changes().size() == 2 || isReopened(batch, renegotiated.replacement()));
            require(told || sooner, facts, event, "the customer was not told another time");
            require(!event.at().isAfter(old.due()), facts, event, "it was past its time");
        } else if (event instanceof PromiseWithdrawn withdrawn) {
            Promise old = open(facts, event, withdrawn.promise().value());
            boolean closing = batch.all(LifecycleEvent.Closed.class).stream()
                    .anyMatch(closed -> closed.closing() instanceof dev.heed.ticket.Closing.Exempt);
            boolean released =
                    world.intents.ordered("release", event.ticket(), old.id()) && old.kind() != PromiseKind.REPLY;
            boolean unread = facts.promises.all.stream()
                    .anyMatch(entry -> old.id().equals(entry.replacement)
                            && (isLost(batch) || isReopened(batch, entry.made.id())));
            boolean elsewhere = StructureChecks.isSeparation(batch); // where is for StructureChecks to say
            require(closing || released || unread || elsewhere, facts, event, "nobody released it");
        } else if (event instanceof PromiseReopened reopened) {
            reopened(facts, reopened, batch);
        } else if (event instanceof PromiseEvent.PromiseReminded reminded) {
            reminded(facts, reminded);
        }
    }

    /** Only since a letter was lost or came too late; or since one arrived that was lost first. */
    private void reopened(Facts facts, PromiseReopened reopened, Batch batch) {
        PromiseFacts.Entry entry = facts.promises.find(reopened.promise()).orElseThrow();
        if (reopened.message().isEmpty()) {
            boolean withdrawn = entry.state == PromiseState.WITHDRAWN || entry.state == PromiseState.RENEGOTIATED;
            boolean takenBack = StructureChecks.isTakenBack(reopened, batch);
            require(withdrawn && takenBack, facts, reopened, "nothing was taken back");
            return;
        }
        MessageId letter = reopened.message().get();
        if (entry.state == PromiseState.WITHDRAWN) {
            boolean read = isRead(batch, reopened.message());
            require(read, facts, reopened, "the letter in which it stood did not arrive");
            return;
        }
        boolean late = facts.letters.late.contains(letter) && !reopened.at().isBefore(entry.made.due());
        boolean lost = facts.letters.lost.contains(letter);
        boolean toldAnew = facts.letters.late.contains(letter)
                && batch.all(PromiseKept.class).stream()
                        .anyMatch(kept -> kept.promise().equals(reopened.promise()));
        require(letter.equals(entry.letter), facts, reopened, "another letter settled it");
        boolean withdrawn = facts.letters.late.contains(letter)
                && batch.all(PromiseWithdrawn.class).stream()
                        .anyMatch(other -> other.promise().equals(reopened.promise()));
        require(
                late || lost || toldAnew || withdrawn,
                facts,
                reopened,
                "nothing happened to the letter that settled it");
    }

    private static boolean isReopened(Batch batch, PromiseId promise) {
        return batch.all(PromiseReopened.class).stream()
                .anyMatch(reopened -> reopened.promise().equals(promise));
    }

    private static boolean isLost(Batch batch) {
        return batch.has(ConversationEvent.DeliveryFailed.class) || batch.has(ConversationEvent.Bounced.class);
    }

    /** Whether a letter of a duplicate that goes on here did not arrive, or waits. */
    private static boolean isLostElsewhere(Batch batch) {
        return batch.has(LifecycleEvent.Absorbed.class)
                && batch.unit().changes().stream()
                        .flatMap(change -> change.events().stream())
                        .noneMatch(LifecycleEvent.Closed.class::isInstance);
    }

    /** Whether what was owed in another ticket is owed here from now on. */
    private static boolean isOwedElsewhere(Batch batch) {
        return batch.has(StructureEvent.Unmerged.class) || batch.has(StructureEvent.SplitFrom.class);
    }

    private static boolean isRead(Batch batch, Optional<MessageId> letter) {
        return batch.all(ConversationEvent.Delivered.class).stream()
                .anyMatch(
                        delivered -> letter.filter(delivered.message()::equals).isPresent());
    }

    private Promise open(Facts facts, TicketEvent event, int id) {
        return facts.promises.open().stream()
                .map(entry -> entry.made)
                .filter(promise -> promise.id().value() == id)
                .findFirst()
                .orElseThrow(() -> world.failed(
                        "ticket " + facts.opened.number() + ", " + event + ": no such promise is open", null));
    }

    private void made(Facts facts, PromiseMade made, Batch batch) {
        Promise promise = made.promise();
        require(promise.id().value() == facts.promises.all.size() + 1, facts, made, "promises are not counted");
        require(promise.madeAt().equals(made.at()) && promise.isOpen(), facts, made, "not made now");
        switch (promise.kind()) {
            case REPLY -> reply(facts, made, batch);
            case APOLOGY -> {
                if (isLostElsewhere(batch) || (isOwedElsewhere(batch) && !batch.has(PromiseBroken.class))) {
                    return; // what is owed instead is for MergeChecks and StructureChecks to say
                }
                require(batch.has(PromiseBroken.class), facts, made, "an apology for nothing");
                Instant due = world.setting.hours.after(made.at(), world.setting.policy.apologiseWithin());
                require(promise.due().equals(due), facts, made, "the apology is not due at " + due);
            }
            default -> {
                boolean renegotiated = batch.all(PromiseRenegotiated.class).stream()
                        .anyMatch(old -> old.replacement().equals(promise.id()));
                boolean ordered = world.intents.ordered("promise", made.ticket(), promise.kind() + " " + promise.due());
                boolean dropped = batch.all(CallEvent.CallEnded.class).stream()
                        .anyMatch(ended -> ended.outcome() instanceof CallOutcome.Dropped);
                if ((isLostElsewhere(batch) || isOwedElsewhere(batch)) && !ordered) {
                    return;
                }
                require(renegotiated || ordered || dropped, facts, made, "nobody promised it");
                boolean soon = promise.due().equals(made.at().plus(world.setting.policy.callBackDroppedWithin()));
                require(!dropped || soon, facts, made, "not called back in time");
                require(promise.due().isAfter(made.at()), facts, made, "promised for the past");
            }
        }
    }

    /** What a customer is told first, and what was told before where an answer was lost. */
    private void reply(Facts facts, PromiseMade made, Batch batch) {
        Promise promise = made.promise();
        List<ConversationEvent.MessageReceived> received = batch.all(ConversationEvent.MessageReceived.class);
        if (!received.isEmpty() || FormFacts.isFilledIn(batch)) {
            Instant said =
                    received.isEmpty() ? made.at() : received.get(0).message().at();
            Instant due = world.setting.hours.after(said, world.setting.answersWithin);
            require(promise.due().equals(due), facts, made, "the customer can expect an answer by " + due);
        } else {
            boolean again = batch.has(ConversationEvent.DeliveryFailed.class)
                    || batch.has(ConversationEvent.Bounced.class)
                    || batch.has(CallEvent.CallStarted.class)
                    || batch.unit().changes().size() == 2;
            require(again, facts, made, "nobody wrote");
        }
    }

    private void kept(Facts facts, PromiseKept kept, Batch batch) {
        Promise promise = open(facts, kept, kept.promise().value());
        Instant called = facts.calledAt;
        boolean talked = facts.mayBeThisCall(promise)
                && called != null
                && !promise.due().isBefore(called)
                && (facts.onThePhone != null || batch.has(CallEvent.CallEnded.class));
        require(talked || !kept.at().isAfter(promise.due()), facts, kept, "kept after its time");
        boolean answer = batch.has(ConversationEvent.Answered.class);
        boolean late = isRead(batch, kept.message());
        switch (promise.kind()) {
            case REPLY -> require(answer || late || isAgreed(facts, batch), facts, kept, "nobody answered");
            case APOLOGY ->
                require(
                        (answer || isRead(batch, kept.message()))
                                && world.intents.ordered("apologise", kept.ticket(), ""),
                        facts,
                        kept,
                        "nobody apologised");
            default -> {
                boolean byCall = facts.mayBeThisCall(promise)
                        && batch.all(CallEvent.CallEnded.class).stream()
                                .anyMatch(ended -> !(ended.outcome() instanceof CallOutcome.Dropped)
                                        || !promise.due().isAfter(ended.at()));
                boolean ordered = world.intents.ordered("keep", kept.ticket(), promise.id());
                require(byCall || ordered, facts, kept, "nobody kept it");
            }
        }
    }

    private void reminded(Facts facts, PromiseEvent.PromiseReminded reminded) {
        open(facts, reminded, reminded.promise().value());
        PromiseFacts.Entry entry = facts.promises.find(reminded.promise()).orElseThrow();
        int passed = world.setting.remindAtPercent.stream()
                .filter(percent -> !Due.reminderAt(world.setting, entry, percent)
                        .isAfter(reminded.at().plusSeconds(1)))
                .max(Integer::compare)
                .orElse(0);
        require(
                reminded.percent() > entry.reminded && reminded.percent() <= passed,
                facts,
                reminded,
                "so much of its time has not passed");
    }

    @Override
    public void after(Facts facts, Batch batch) {
        List<Promise> unread = facts.isClosed() ? List.of() : facts.letters.settledByLost();
        world.require(
                unread.isEmpty(),
                () -> "ticket " + facts.opened.number() + ": settled by letters that were lost: " + unread);
        List<Promise> twofold = facts.promises.openBesideTheirReplacement();
        world.require(
                twofold.isEmpty(),
                () -> "ticket " + facts.opened.number() + ": owed with the old time and the new one: " + twofold);
        int broken = batch.all(PromiseBroken.class).size();
        long apologies = batch.all(PromiseMade.class).stream()
                .filter(made -> made.promise().kind() == PromiseKind.APOLOGY)
                .count();
        world.require(
                broken == apologies || (broken < apologies && (isLostElsewhere(batch) || isOwedElsewhere(batch))),
                () -> "ticket " + facts.opened.number() + ": " + broken + " promises were broken, and " + apologies
                        + " apologies are owed");
        for (PromiseRenegotiated old : batch.all(PromiseRenegotiated.class)) {
            Promise before = facts.promises.find(old.promise()).orElseThrow().made;
            boolean replaced = facts.promises
                    .find(old.replacement())
                    .filter(entry -> entry.made.kind() == before.kind())
                    .isPresent();
            world.require(replaced, () -> "promise " + old.promise() + " was renegotiated into nothing");
        }
        boolean waiting = facts.awaited && !facts.isClosed();
        boolean seen = facts.promises.open(PromiseKind.REPLY).isPresent() || facts.promises.apologyOwed();
        world.require(
                !waiting || seen,
                () -> "the customer of ticket " + facts.opened.number()
                        + " waits for a person, and neither a promise nor an alarm says so");
        transferred(facts, batch);
        answered(facts, batch);
        batch.first(CallEvent.CallEnded.class).ifPresent(ended -> calledBack(facts, ended, batch));
    }

    /** Of the calls that were promised, this was the one; a line that broke kept only what fell due meanwhile. */
    private void calledBack(Facts facts, CallEvent.CallEnded ended, Batch batch) {
        boolean dropped = ended.outcome() instanceof CallOutcome.Dropped;
        List<Promise> left = facts.promises.open().stream()
                .map(entry -> entry.made)
                .filter(facts::mayBeThisCall)
                .filter(promise -> !dropped || promise.due().isBefore(ended.at()))
                .toList();
        world.require(
                left.isEmpty(), () -> "ticket " + facts.opened.number() + ", " + ended + ": still promised is " + left);
        boolean again = facts.promises.open().stream()
                .anyMatch(entry -> entry.made.kind() == PromiseKind.CALLBACK
                        && entry.made.madeAt().equals(ended.at()));
        boolean inVain = dropped && !facts.callerGaveNumber;
        boolean needed = (dropped && !inVain) || ended.outcome() instanceof CallOutcome.CallbackPromised;
        world.require(!needed || again, () -> "ticket " + facts.opened.number() + ", " + ended + ": nobody calls back");
        List<PromiseKind> made = batch.all(PromiseMade.class).stream()
                .map(event -> event.promise().kind())
                .toList();
        boolean written = made.contains(PromiseKind.FIND_OUT) || batch.has(ConversationEvent.Unreachable.class);
        world.require(
                !inVain || (written && !made.contains(PromiseKind.CALLBACK)),
                () -> "ticket " + facts.opened.number() + ", " + ended + ": there is no number, and nobody writes");
    }

    private static boolean isAgreed(Facts facts, Batch batch) {
        return facts.agreedLast && batch.has(CallEvent.CallEnded.class);
    }

    /** An answer keeps what it can keep, in the same moment; so does a call in which the customer agrees. */
    private void answered(Facts facts, Batch batch) {
        world.require(
                !isAgreed(facts, batch)
                        || facts.promises.open(PromiseKind.REPLY).isEmpty(),
                () -> "the customer agreed on the phone to ticket " + facts.opened.number()
                        + ", and the reply is still owed");
        batch.first(ConversationEvent.Answered.class)
                .ifPresent(answered -> world.require(
                        facts.promises.open(PromiseKind.REPLY).isEmpty(),
                        () -> "a person answered ticket " + facts.opened.number() + ", and the reply is still owed"));
    }

    private void transferred(Facts facts, Batch batch) {
        boolean handedOver = batch.all(OwnershipEvent.OwnerAssigned.class).stream()
                .anyMatch(assigned -> assigned.summary().isPresent());
        for (PromiseFacts.Entry entry : handedOver ? facts.promises.open() : List.<PromiseFacts.Entry>of()) {
            boolean along = batch.all(PromiseTransferred.class).stream()
                    .anyMatch(moved -> moved.promise().equals(entry.made.id())
                            && moved.to().equals(facts.owner));
            boolean hadOwner = !batch.has(OwnershipEvent.OwnerMissing.class)
                    && facts.history.subList(0, (int) batch.change().expectedVersion()).stream()
                            .anyMatch(OwnershipEvent.OwnerAssigned.class::isInstance);
            boolean fresh = entry.made.madeAt().equals(facts.changedAt);
            world.require(
                    along || !hadOwner || fresh,
                    () -> "ticket " + facts.opened.number() + " was handed over without promise " + entry.made.id());
        }
    }
}

package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;

/** Which event may follow where, by a small table of its own, and who ordered it. */
final class LifecycleChecks implements Check {
    private final World world;

    LifecycleChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds, () -> "ticket " + facts.opened.number() + ", " + facts.status + ", " + event + ": " + invariant);
    }

    private static boolean resting(Facts facts) {
        return facts.status == TicketStatus.SOLVED || facts.status == TicketStatus.CLOSED;
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof LifecycleEvent moved) {
            moved(facts, moved, batch);
        } else if (event instanceof ConversationEvent.MessageReceived received) {
            boolean quiet = received.message().automatic() || !resting(facts);
            require(quiet, facts, event, "the customer wrote and it was not opened again");
        } else if (event instanceof ConversationEvent.Answered answered) {
            boolean allowed = answered.resolution().isEmpty() || !facts.isClosed();
            require(allowed, facts, event, "a solution was proposed for a closed ticket");
        } else if (event instanceof CallEvent.CallStarted started) {
            require(facts.onThePhone == null && !resting(facts), facts, event, "a call began where none may");
            require(world.intents.ordered("call", event.ticket(), started.by()), facts, event, "nobody called");
        } else if (event instanceof CallEvent.CallEnded ended) {
            boolean mayEnd = ended.by().equals(facts.onThePhone)
                    || (facts.onThePhone != null && ended.by().equals(facts.owner));
            require(mayEnd, facts, event, "somebody ended a call of somebody else");
        } else if (event instanceof ConversationEvent.Bounced bounced) {
            require(!neverHeard(facts, bounced.message()), facts, event, "silence that was none closed it");
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            require(!neverHeard(facts, failed.message()), facts, event, "silence that was none closed it");
        }
    }

    private void reopened(Facts facts, LifecycleEvent.Reopened reopened, Batch batch) {
        require(resting(facts) && reopened.from() == facts.status, facts, reopened, "opened again from elsewhere");
        boolean wrote = batch.all(ConversationEvent.MessageReceived.class).stream()
                        .anyMatch(received -> !received.message().automatic())
                || FormFacts.isFilledIn(batch);
        boolean called = batch.has(CallEvent.CallStarted.class);
        boolean goesOnHere = facts.status == TicketStatus.SOLVED
                && batch.all(LifecycleEvent.Absorbed.class).stream().anyMatch(LifecycleEvent.Absorbed::waits);
        boolean unheard = batch.all(ConversationEvent.Bounced.class).stream()
                        .anyMatch(bounced -> neverHeard(facts, bounced.message()))
                || batch.all(ConversationEvent.DeliveryFailed.class).stream()
                        .anyMatch(failed -> neverHeard(facts, failed.message()));
        boolean lostElsewhere = facts.status == TicketStatus.CLOSED && batch.has(ConversationEvent.Unreachable.class);
        boolean known = wrote || called || goesOnHere || unheard || lostElsewhere;
        require(known, facts, reopened, "opened again though nobody wrote or called");
        require(
                called || unheard || lostElsewhere || mayGoOn(facts, reopened),
                facts,
                reopened,
                "opened again, and should go on elsewhere");
    }

    private void moved(Facts facts, LifecycleEvent event, Batch batch) {
        if (event instanceof LifecycleEvent.Reopened reopened) {
            reopened(facts, reopened, batch);
        } else if (event instanceof LifecycleEvent.Held held) {
            held(facts, held);
        } else if (event instanceof LifecycleEvent.Absorbed absorbed) {
            absorbed(facts, absorbed);
        } else if (event instanceof LifecycleEvent.HoldEnded) {
            Instant until = facts.heldUntil;
            require(until != null && !event.at().isBefore(until), facts, event, "the hold ended too early");
        } else if (event instanceof LifecycleEvent.CustomerConfirmed) {
            confirmed(facts, event);
        } else if (event instanceof LifecycleEvent.Disputed disputed) {
            disputed(facts, disputed, batch);
        } else if (event instanceof LifecycleEvent.Overridden overridden) {
            require(
                    world.intents.ordered("override " + overridden.code(), event.ticket(), overridden.by())
                            && !overridden.reason().isBlank(),
                    facts,
                    event,
                    "nobody went on in spite of a warning");
        } else if (event instanceof LifecycleEvent.KindChanged changed) {
            boolean alike = batch.first(StructureEvent.SplitFrom.class)
                    .filter(split -> world.book.facts(split.from()).kind == changed.kind())
                    .isPresent();
            require(
                    alike || world.intents.ordered("classify", event.ticket(), changed.by() + " " + changed.kind()),
                    facts,
                    event,
                    "nobody sorted it so");
            boolean may = facts.kind != TicketKind.COMPLAINT || world.setting.answersForTheShop(changed.by());
            require(may, facts, event, "a complaint was sorted away");
        }
    }

    private void absorbed(Facts facts, LifecycleEvent.Absorbed absorbed) {
        require(!facts.isClosed(), facts, absorbed, "nothing can go on in what is closed");
        boolean goesOn = !absorbed.waits() || !resting(facts);
        require(goesOn, facts, absorbed, "its customer waits, and it was not opened again");
    }

    private void disputed(Facts facts, LifecycleEvent.Disputed disputed, Batch batch) {
        boolean elsewhere = batch.has(LifecycleEvent.Absorbed.class)
                || facts.opened
                        .follows()
                        .filter(closed -> world.intents.ordered("disagree", closed, ""))
                        .isPresent();
        boolean asked = elsewhere || world.intents.ordered("disagree", disputed.ticket(), "");
        require(asked && !facts.isDisputed(), facts, disputed, "nobody disagreed");
    }

    /** Whether it is closed, and what silence followed, or what was told since the agreement, did not arrive. */
    private static boolean neverHeard(Facts facts, MessageId message) {
        if (facts.closed == null || facts.closed.closing() instanceof Closing.Exempt) {
            return false;
        }
        boolean silence = facts.closed.closing() instanceof Closing.Silence;
        boolean asked = facts.isReminder(message) || (message.equals(facts.lastAnswer) && !facts.agreedLast);
        return !facts.letters.settledBy(message, facts).isEmpty() || (silence && asked);
    }

    /** What was closed long ago goes on in a new ticket, and a duplicate in the other one. */
    private boolean mayGoOn(Facts facts, TicketEvent event) {
        LifecycleEvent.Closed closed = facts.closed;
        if (closed == null) {
            return true;
        }
        boolean duplicate = closed.closing() instanceof Closing.Exempt exempt
                && exempt.goesOnIn().isPresent();
        Instant until = closed.at().plus(world.setting.policy.reopenWithin());
        return !duplicate && !event.at().isAfter(until);
    }

    private void held(Facts facts, LifecycleEvent.Held held) {
        require(!resting(facts), facts, held, "held where there is nothing to wait for");
        require(world.intents.ordered("hold", held.ticket(), held.until()), facts, held, "nobody wanted to wait");
        boolean early = facts.promises.open().stream()
                .noneMatch(entry -> entry.made.due().isBefore(held.until()));
        require(early && held.until().isAfter(held.at()), facts, held, "held beyond a promise");
        boolean told =
                held.told().filter(message -> message.equals(facts.lastAnswer)).isPresent();
        boolean why = held.untoldBecause().filter(reason -> !reason.isBlank()).isPresent();
        require(told || (held.told().isEmpty() && why), facts, held, "the customer is not told, without a reason");
    }

    private void confirmed(Facts facts, LifecycleEvent event) {
        require(
                facts.confirmations < world.saidSolved(event.ticket()),
                facts,
                event,
                "the customer never said that it is solved");
        require(!facts.awaited && facts.firstAnsweredAt != null, facts, event, "no person had the last word");
        require(!facts.isClosed() && !facts.confirmed, facts, event, "confirmed twice");
    }

    @Override
    public void after(Facts facts, Batch batch) {
        boolean finished = facts.confirmed
                && facts.promises.noneOpen()
                && facts.onThePhone == null
                && !facts.letters.waitsToBeSent();
        world.require(
                !finished || facts.isClosed() || batch.events().isEmpty(),
                () -> "ticket " + facts.opened.number() + " was confirmed, nothing is open, and it is not closed");
        world.require(
                (facts.status == TicketStatus.ON_HOLD) == (facts.heldUntil != null),
                () -> "ticket " + facts.opened.number() + " is " + facts.status + " and held until " + facts.heldUntil);
    }
}

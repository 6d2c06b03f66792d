package dev.heed.testkit.simulation;

import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes on elsewhere is said once and owed once, there; and nobody who waits is forgotten on the way. */
final class StructureChecks implements Check {
    private final World world;

    StructureChecks(World world) {
        this.world = world;
    }

    /** Whether the promises of a ticket change because another one does. */
    static boolean isSeparation(Batch batch) {
        return batch.events().stream()
                .anyMatch(event -> event instanceof Unmerged
                        || event instanceof Released
                        || event instanceof SplitOff
                        || event instanceof SplitFrom
                        || event instanceof NotSpam);
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds,
                () -> "ticket " + facts.opened.number() + ", " + facts.status + ", " + event + ": " + invariant
                        + "; history " + facts.history);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof Unmerged unmerged) {
            unmerged(facts, unmerged, batch);
        } else if (event instanceof Released released) {
            released(facts, released, batch);
        } else if (event instanceof SplitOff split) {
            splitOff(facts, split, batch);
        } else if (event instanceof SplitFrom from) {
            boolean half = of(batch.unit(), SplitOff.class).stream()
                    .anyMatch(off ->
                            off.into().equals(from.ticket()) && off.ticket().equals(from.from()));
            require(half, facts, event, "nothing was split off");
        } else if (event instanceof NotSpam spam) {
            boolean wasSpam = facts.closed != null
                    && facts.closed.closing() instanceof Closing.Exempt exempt
                    && exempt.exemption() == Exemption.SPAM;
            require(wasSpam && world.intents.ordered("not spam", event.ticket(), spam.by()), facts, event, "not asked");
        } else if (event instanceof Linked linked) {
            boolean asked = world.intents.ordered("link", linked.ticket(), linked.other() + " " + linked.kind());
            boolean both = of(batch.unit(), Linked.class).stream()
                    .anyMatch(other -> other.ticket().equals(linked.other())
                            && other.kind() == linked.kind().inverse());
            require(asked && both, facts, event, "linked on one side, or by nobody");
        }
    }

    private static <E extends TicketEvent> List<E> of(UnitOfWork unit, Class<E> type) {
        return unit.changes().stream()
                .flatMap(change -> change.events().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void unmerged(Facts facts, Unmerged event, Batch batch) {
        require(world.intents.ordered("unmerge", event.ticket(), event.by()), facts, event, "nobody unmerged it");
        boolean from = facts.closed != null
                && facts.closed
                        .closing()
                        .goesOnIn()
                        .filter(event.from()::equals)
                        .isPresent();
        require(from, facts, event, "it goes on elsewhere");
        List<Released> released = of(batch.unit(), Released.class);
        boolean half = released.size() == 1
                && released.get(0).ticket().equals(event.from())
                && released.get(0).duplicate().equals(event.ticket());
        require(half, facts, event, "the other one does not know");
        List<MessageId> taken = of(batch.unit(), MessageTakenOver.class).stream()
                .map(message -> message.message().id())
                .toList();
        require(taken.equals(released.get(0).messages()), facts, event, "messages are lost on the way: " + taken);
        event.answeredAt().ifPresent(at -> {
            boolean answered = world.book.facts(event.from()).history.stream().anyMatch(other -> answered(other, at));
            require(answered, facts, event, "nobody answered at " + at);
            require(event.waits() || event.status() == TicketStatus.PENDING, facts, event, "its customer was answered");
        });
    }

    /** A letter that was lost first answers when it arrives; what was a duplicate itself knows when it was answered there. */
    private static boolean answered(TicketEvent event, Instant at) {
        if (event instanceof Unmerged unmerged) {
            return unmerged.answeredAt().filter(at::equals).isPresent();
        }
        boolean answers =
                event instanceof Answered || event instanceof CallEvent.CallEnded || event instanceof Delivered;
        return answers && event.at().equals(at);
    }

    private void released(Facts facts, Released event, Batch batch) {
        List<MessageId> through = new ArrayList<>();
        boolean merged = false;
        for (TicketEvent earlier : facts.history) {
            if (earlier instanceof Absorbed absorbed && absorbed.duplicate().equals(event.duplicate())) {
                merged = true;
            } else if (earlier instanceof Released other && other.duplicate().equals(event.duplicate())) {
                through.clear();
            } else if (earlier instanceof MessageReceived received
                    && received.via().contains(event.duplicate())) {
                through.add(received.message().id());
            } else if (earlier instanceof MessageTakenOver taken && taken.via().contains(event.duplicate())) {
                through.add(taken.message().id());
            }
        }
        through.removeIf(facts.structure.moved::containsKey);
        require(merged, facts, event, "it never went on here");
        require(through.equals(event.messages()), facts, event, "what came through the duplicate is " + through);
        boolean waited = facts.awaited;
        Facts duplicate = world.book.facts(event.duplicate());
        List<Unmerged> again = of(batch.unit(), Unmerged.class);
        boolean there =
                again.stream().anyMatch(Unmerged::waits) || again.stream().anyMatch(other -> other.asBefore());
        require(
                !waited || event.waits() || event.asBefore() || there,
                facts,
                event,
                "somebody waited here, and waits nowhere; the duplicate is " + duplicate.history);
    }

    private void splitOff(Facts facts, SplitOff event, Batch batch) {
        require(world.intents.ordered("split", event.ticket(), event.by()), facts, event, "nobody split it");
        require(!facts.isClosed() && !event.messages().isEmpty(), facts, event, "there is nothing to split");
        for (MessageId id : event.messages()) {
            boolean customers = facts.message(id)
                    .filter(message -> message.direction() == Direction.INBOUND)
                    .isPresent();
            require(customers && !facts.structure.moved.containsKey(id), facts, event, "cannot be split off: " + id);
        }
        List<MessageId> taken = of(batch.unit(), MessageTakenOver.class).stream()
                .map(message -> message.message().id())
                .toList();
        require(taken.equals(event.messages()), facts, event, "the new ticket has " + taken);
        boolean waited = facts.awaited;
        require(!event.waits() || waited, facts, event, "nobody waited");
        require(
                event.waits() || !waited || !staysUnanswered(facts, Set.copyOf(event.messages())),
                facts,
                event,
                "somebody waits here still");
        Optional<Instant> told = facts.promises.open(PromiseKind.REPLY).map(entry -> entry.made.due());
        if (waited && !event.waits() && told.isPresent()) {
            boolean inTime = of(batch.unit(), PromiseMade.class).stream()
                    .map(PromiseMade::promise)
                    .anyMatch(promise -> promise.kind() == PromiseKind.REPLY
                            && !promise.due().isAfter(told.get()));
            require(inTime, facts, event, "the customer waits longer than until " + told.get());
        }
    }

    /** Whether there is a word of the customer that stays, and no person's behind it; after a call nobody can say. */
    private static boolean staysUnanswered(Facts facts, Set<MessageId> gone) {
        boolean spoken = facts.history.stream()
                .anyMatch(event ->
                        event instanceof CallEvent.CallEnded ended && ended.outcome() instanceof CallOutcome.Solved);
        boolean unanswered = false;
        for (Message message : facts.messages) {
            boolean stays = !gone.contains(message.id()) && !facts.structure.moved.containsKey(message.id());
            if (message.isHumanAnswer()) {
                unanswered = false;
            } else if (message.direction() == Direction.INBOUND
                    && !message.automatic()
                    && stays
                    && !facts.structure.answered.contains(message.id())) {
                unanswered = true;
            }
        }
        return unanswered && !spoken;
    }

    /** Both halves together, once both are taken down. */
    void unit(UnitOfWork unit) {
        for (StructureEvent event : of(unit, StructureEvent.class)) {
            if (event instanceof Released released) {
                owedOnce(unit, world.book.facts(released.ticket()), world.book.facts(released.duplicate()));
            } else if (event instanceof SplitOff split) {
                Facts next = world.book.facts(split.into());
                owedOnce(unit, world.book.facts(split.ticket()), next);
                world.require(
                        next.awaited
                                && next.opened
                                        .customer()
                                        .equals(world.book
                                                .facts(split.ticket())
                                                .opened
                                                .customer()),
                        () -> split + ": nobody waits for an answer in ticket " + next.opened.number());
            } else if (event instanceof Linked linked && linked.kind() == LinkKind.PARENT_OF) {
                world.require(
                        !isAbove(linked.ticket(), linked.other(), 0), () -> linked + ": a ticket is a part of itself");
            }
        }
    }

    private boolean isAbove(TicketId child, TicketId sought, int depth) {
        return depth < 100
                && world.book.facts(child).structure.links.entrySet().stream()
                        .filter(link -> link.getValue() == LinkKind.CHILD_OF)
                        .anyMatch(link -> link.getKey().equals(sought) || isAbove(link.getKey(), sought, depth + 1));
    }

    /** What is withdrawn here is owed there, and what is owed there besides was owed here; whoever waits is promised it. */
    private void owedOnce(UnitOfWork unit, Facts here, Facts there) {
        List<Promise> withdrawn = of(unit, PromiseWithdrawn.class).stream()
                .filter(event -> event.ticket().equals(here.opened.ticket()))
                .flatMap(event -> here.promises.find(event.promise()).stream())
                .map(entry -> entry.made)
                .filter(promise -> promise.kind() != PromiseKind.REPLY)
                .toList();
        List<Promise> made = of(unit, PromiseMade.class).stream()
                .filter(event -> event.ticket().equals(there.opened.ticket()))
                .map(PromiseMade::promise)
                .filter(promise -> promise.kind() != PromiseKind.REPLY)
                .toList();
        for (Promise promise : withdrawn) {
            world.require(
                    made.stream().anyMatch(other -> isTheSame(promise, other)),
                    () -> promise + " of ticket " + here.opened.number() + " is owed nowhere any more");
        }
        waitsForAPromise(here);
        waitsForAPromise(there);
    }

    private static boolean isTheSame(Promise one, Promise other) {
        return one.kind() == other.kind() && one.due().equals(other.due());
    }

    private void waitsForAPromise(Facts facts) {
        boolean promised = facts.promises.open(PromiseKind.REPLY).isPresent();
        boolean late = facts.promises.overdue && facts.promises.apologyOwed();
        world.require(
                facts.isClosed() || facts.awaited == promised || late || isInQueue(facts),
                () -> "ticket " + facts.opened.number() + " is " + facts.status + ", its customer "
                        + (facts.awaited ? "waits" : "does not wait") + ", and promised is "
                        + facts.promises.open().stream()
                                .map(entry -> entry.made)
                                .toList());
    }

    private static boolean isInQueue(Facts facts) {
        return !facts.letters.late.isEmpty() || !facts.letters.lost.isEmpty();
    }

    /** Whether something is open again since what had withdrawn it was taken back. */
    static boolean isTakenBack(PromiseReopened reopened, Batch batch) {
        return reopened.message().isEmpty() && isSeparation(batch);
    }
}

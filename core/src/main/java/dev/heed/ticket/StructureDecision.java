package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.StructureCommand.Moved;
import dev.heed.ticket.StructureCommand.Owed;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import java.util.List;
import java.util.Optional;

/** How a ticket comes to stand otherwise to another one; what is owed is owed once afterwards, in one of them. */
final class StructureDecision {
    private final Steps steps;
    private final TicketState state;

    StructureDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(StructureCommand command) {
        if (command instanceof StructureCommand.Unmerge unmerge) {
            unmerge(unmerge);
        } else if (command instanceof StructureCommand.Release release) {
            release(release);
        } else if (command instanceof StructureCommand.SplitOff split) {
            splitOff(split);
        } else if (command instanceof StructureCommand.Link link) {
            link(link);
        } else if (command instanceof StructureCommand.Unlink unlink) {
            unlink(unlink);
        } else if (command instanceof StructureCommand.TakeBackSpam spam) {
            new ShelfDecision(steps).notSpam(spam);
        } else if (command instanceof StructureCommand.Delete delete) {
            new ShelfDecision(steps).delete(delete);
        } else if (command instanceof StructureCommand.Restore restore) {
            new ShelfDecision(steps).restore(restore);
        } else if (command instanceof StructureCommand.OpenSplit) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " exists and cannot be opened.",
                    "Open a ticket with a new id.");
        }
    }

    private void link(StructureCommand.Link link) {
        if (link.other().equals(steps.id)) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " cannot be linked with itself.", "Name two tickets.");
        }
        boolean known = state.structure.links().get(link.other()) == link.kind();
        if (!known) {
            steps.add(new Linked(steps.id, steps.now, link.other(), link.kind(), link.by()));
        }
    }

    private void unlink(StructureCommand.Unlink unlink) {
        if (state.structure.links().containsKey(unlink.other())) {
            steps.add(new Unlinked(steps.id, steps.now, unlink.other(), unlink.by()));
        }
    }

    private void unmerge(StructureCommand.Unmerge unmerge) {
        Decision.requireWords(unmerge.reason(), "An unmerge");
        requireDuplicateOf(unmerge.from());
        Optional<Standing> before = Optional.ofNullable(state.structure.aside());
        Owed owed = unmerge.owed();
        boolean asBefore = unmerge.asMerged()
                && before.filter(then -> then.isUntouched(state)).isPresent();
        boolean neverAnswered = unmerge.answeredAt().isEmpty();
        boolean asked = before.filter(then -> then.state().unanswered).isPresent();
        boolean waits = asBefore ? asked : owed.asks() || (asked && neverAnswered);
        TicketStatus status = asBefore
                ? before.orElseThrow().state().status
                : statusAgain(before.map(then -> then.state().status), unmerge, waits, asked);
        steps.add(new Unmerged(
                steps.id,
                steps.now,
                unmerge.from(),
                unmerge.by(),
                unmerge.reason(),
                status,
                waits,
                asBefore,
                owed.overdue(),
                unmerge.answeredAt()));
        unmerge.messages().forEach(message -> takeOver(unmerge.from(), message));
        if (waits && owed.overdue().isEmpty()) {
            expectAgain(before.flatMap(Standing::reply).filter(reply -> neverAnswered), owed.expected());
        }
        owed.owed().forEach(this::oweHere);
        new Inheritance(steps).takeBack(unmerge.known());
        steps.breakLate();
    }

    private void requireDuplicateOf(TicketId other) {
        boolean duplicate = state.closed != null
                && state.closed.closing().goesOnIn().filter(other::equals).isPresent();
        if (!duplicate) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is no duplicate that goes on in ticket " + other + ".",
                    "Look where it goes on: ticket.closing().");
        }
    }

    private static TicketStatus statusAgain(
            Optional<TicketStatus> before, StructureCommand.Unmerge unmerge, boolean waits, boolean asked) {
        boolean answered = unmerge.answeredAt().isPresent();
        boolean wroteSince =
                unmerge.messages().stream().anyMatch(moved -> !moved.message().automatic());
        if (!waits) {
            return answered ? TicketStatus.PENDING : before.orElse(TicketStatus.PENDING);
        }
        boolean still = asked && !answered && !wroteSince;
        boolean isNew = before.filter(TicketStatus.NEW::equals).isPresent() && !answered;
        return isNew ? TicketStatus.NEW : before.filter(any -> still).orElse(TicketStatus.OPEN);
    }

    private void takeOver(TicketId from, Moved moved) {
        steps.add(new MessageTakenOver(steps.id, steps.now, from, moved.message(), moved.via()));
    }

    /** What was promised before is promised again, due as it was told; else what was told since. */
    private void expectAgain(Optional<Promise> before, Optional<ExpectedReply> told) {
        Optional<PromiseId> withdrawn = before.flatMap(reply -> state.promises.find(reply.id()))
                .filter(reply -> reply.state() == PromiseState.WITHDRAWN)
                .map(Promise::id);
        if (withdrawn.isPresent()) {
            reopen(withdrawn.get());
        } else {
            told.or(() -> Optional.ofNullable(state.lastExpected))
                    .filter(any -> !state.promises.isOpen(PromiseKind.REPLY))
                    .ifPresent(steps::expect);
        }
    }

    private void reopen(PromiseId promise) {
        steps.add(new PromiseReopened(steps.id, steps.now, promise, Optional.empty()));
    }

    private void oweHere(Promise promise) {
        steps.make(promise.kind(), promise.text(), promise.madeBy(), promise.due(), promise.zone());
    }

    private void withdraw(Promise promise, long number) {
        steps.add(new PromiseWithdrawn(steps.id, steps.now, promise.id(), "It is owed in ticket " + number + " now."));
    }

    private void release(StructureCommand.Release release) {
        Decision.requireWords(release.reason(), "An unmerge");
        requireNotErased();
        steps.breakLate();
        Separation separation = new Separation(state, release.duplicate());
        List<Promise> back = separation.goingBack();
        Optional<PromiseId> openAgain = separation.openAgain();
        steps.add(new Released(
                steps.id,
                steps.now,
                release.duplicate(),
                release.by(),
                release.reason(),
                separation.status(),
                separation.goesOnWaiting(),
                separation.isUntouched(),
                separation.messages()));
        back.forEach(promise -> withdraw(promise, release.number()));
        openAgain.ifPresent(this::reopen);
    }

    private void requireNotErased() {
        boolean erased = state.closed != null
                && state.closed.closing() instanceof Closing.Exempt exempt
                && exempt.exemption() == Exemption.CUSTOMER_ERASED;
        if (erased) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " was closed because its customer wants to be forgotten.",
                    "Leave both closed; a customer who comes again opens a new ticket.");
        }
    }

    private void splitOff(StructureCommand.SplitOff split) {
        Decision.requireWords(split.reason(), "A split");
        if (state.status == TicketStatus.CLOSED) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed; nothing can be split off.",
                    "Split what is open; what the customer writes now opens it again.");
        }
        Splitting splitting = new Splitting(state, split.messages());
        splitting.requireSplittable();
        steps.breakLate();
        boolean waits = splitting.goesOnWaiting();
        boolean settles = state.unanswered && !waits;
        boolean inHand = state.status == TicketStatus.NEW || state.status == TicketStatus.OPEN;
        List<Promise> elsewhere = settles ? splitting.owedElsewhere() : List.of();
        steps.add(new SplitOff(
                steps.id,
                steps.now,
                split.messages(),
                split.into(),
                split.by(),
                split.reason(),
                settles && inHand ? TicketStatus.PENDING : state.status,
                waits));
        elsewhere.forEach(promise -> withdraw(promise, split.number()));
    }

    /** The new ticket. */
    static Steps open(StructureCommand.OpenSplit open, Context context) {
        TicketOpened opened = new TicketOpened(
                open.ticket(),
                context.now(),
                open.number(),
                open.original().customer(),
                open.original().address(),
                open.original().channel(),
                open.subject(),
                Optional.empty());
        Steps steps = Steps.opening(opened, context);
        steps.add(new SplitFrom(
                open.ticket(),
                context.now(),
                open.original().ticket(),
                open.by(),
                open.reason(),
                open.owed().overdue()));
        StructureDecision decision = new StructureDecision(steps);
        open.messages().forEach(moved -> decision.takeOver(open.original().ticket(), moved));
        new Inheritance(steps).takeOver(open.known());
        open.owed().expected().ifPresent(steps::expect);
        open.owed().owed().forEach(decision::oweHere);
        if (open.kind() != steps.state.kind) {
            steps.add(new KindChanged(open.ticket(), context.now(), open.kind(), open.by(), open.reason()));
        }
        steps.breakLate();
        return steps;
    }
}

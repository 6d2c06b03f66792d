package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.json.EventJson;
import dev.heed.json.Upcaster;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.Closing;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TimeCommand;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** X58: takes over what happened elsewhere, without anybody being told. */
final class Importing {
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Engine engine;
    private final Deputies deputies;

    Importing(Engine engine, Deputies deputies) {
        this.engine = engine;
        this.deputies = deputies;
    }

    /** Files that stand in it are kept where files are kept now. */
    Ticket keepJson(String history, Upcaster... upcasters) {
        try (KeptFiles files = engine.attachments().keepNone()) {
            return keep(EventJson.keepingFiles(files::keep, upcasters).readHistory(history));
        }
    }

    Ticket keep(List<TicketEvent> history) {
        try (KeptFiles files = engine.attachments().claimAll(history)) {
            Ticket kept = keepWithFiles(history);
            files.written();
            return kept;
        }
    }

    private Ticket keepWithFiles(List<TicketEvent> history) {
        Ticket ticket = Ticket.replay(history);
        requireOneOpening(history);
        requirePossible(ticket, history);
        requireNothingForgotten(ticket);
        engine.customer(ticket.customer());
        if (engine.store().findTicket(ticket.id()).isPresent()) {
            throw known(ticket);
        }
        List<TicketEvent> whole = new ArrayList<>(history);
        Ticket now = caughtUp(ticket, whole);
        Engine.Outcome outcome = engine.keepHistory(now, whole);
        if (outcome.result() != CommitResult.COMMITTED) {
            throw known(ticket);
        }
        return outcome.ticket();
    }

    private Ticket caughtUp(Ticket ticket, List<TicketEvent> whole) {
        TicketEvent imported = new LifecycleEvent.Imported(ticket.id(), engine.now());
        whole.add(imported);
        Ticket now = ticket.apply(List.of(imported));
        List<TicketCommand> commands = new ArrayList<>();
        deputies.instead(now).ifPresent(commands::add);
        commands.add(new TimeCommand.Wake(deputies.fallback(), false));
        try {
            for (TicketCommand command : commands) {
                Ticket.Step step = now.decide(command, engine.context());
                whole.addAll(step.events());
                now = step.ticket();
            }
            return now;
        } catch (ArithmeticException | DateTimeException e) {
            throw new InvalidInputException(
                    "Something on ticket " + ticket.id() + " is due at a time that no calendar holds.",
                    "Give it a time that somebody will see.");
        }
    }

    private void requirePossible(Ticket ticket, List<TicketEvent> history) {
        if (ticket.number() < 1) {
            throw new InvalidInputException(
                    "Ticket " + ticket.id() + " has the number " + ticket.number() + ".", "Number tickets from 1.");
        }
        int promises = 0;
        for (TicketEvent event : history) {
            if (!event.ticket().equals(ticket.id())) {
                throw new InvalidInputException(
                        "The history is of ticket " + ticket.id() + " and has an event of " + event.ticket() + ".",
                        "Import each ticket by itself.");
            }
            requireNotAhead(event, A_YEAR);
            promises = requireInTurn(event, promises);
        }
        for (TicketEvent event : history) {
            if (event instanceof PromiseEvent.PromiseRenegotiated renegotiated) {
                requireAnother(renegotiated, promises);
            }
        }
        requireKnown(ticket.closing());
        requireNotAhead(history.get(history.size() - 1), Duration.ZERO);
        requireNamedOnce(ticket);
        ticket.openPromises().forEach(promise -> requireSeenAgain(ticket, promise.due()));
        ticket.openNotes().forEach(open -> requireSeenAgain(ticket, open.due()));
        ticket.snooze().ifPresent(snooze -> requireSeenAgain(ticket, snooze.until()));
        ticket.heldUntil().ifPresent(until -> requireSeenAgain(ticket, until));
    }

    /** What is awaited is answered by the name of its note. */
    private static void requireNamedOnce(Ticket ticket) {
        Set<NoteId> names = new HashSet<>();
        for (Note note : ticket.notes()) {
            if (!names.add(note.id())) {
                throw new InvalidInputException(
                        "Ticket " + ticket.id() + " has two notes " + note.id() + ".",
                        "Give each note a name of its own.");
            }
        }
    }

    /** Times need not rise, since a clock may have been set back; but what is ahead in the end has not happened. */
    private void requireNotAhead(TicketEvent event, Duration most) {
        if (event.at().isAfter(engine.now().plus(most))) {
            throw new InvalidInputException(
                    "An event of ticket " + event.ticket() + " is at " + event.at()
                            + ", ahead of the clock of the desk.",
                    "Correct its time, or import the ticket when that time has come.");
        }
    }

    /** Promises are counted from 1 and begin open, and a ticket begins once. */
    private static int requireInTurn(TicketEvent event, int promises) {
        if (event instanceof PromiseEvent.PromiseMade made) {
            Promise promise = made.promise();
            if (promise.id().value() != promises + 1 || !promise.isOpen()) {
                throw new InvalidInputException(
                        "Promise " + promise.id() + " of ticket " + event.ticket() + " is made as " + promise.state()
                                + " where promise " + (promises + 1) + " is next.",
                        "Count promises from 1 in the order in which they were made, and let each begin open.");
            }
            return promises + 1;
        }
        settled(event).filter(id -> id.value() < 1 || id.value() > promises).ifPresent(id -> {
            throw new InvalidInputException(
                    "Promise " + id + " of ticket " + event.ticket() + " is settled before it was made.",
                    "Let promise.made stand before what becomes of it.");
        });
        return promises;
    }

    private void requireKnown(Optional<Closing> closing) {
        closing.flatMap(Closing::goesOnIn)
                .filter(other -> engine.store().findTicket(other).isEmpty())
                .ifPresent(other -> {
                    throw new InvalidInputException(
                            "It is the duplicate of ticket " + other + ", which is not there.",
                            "Import that ticket first.");
                });
    }

    /** The one that takes its place is made in the next event, or stands already and is open again. */
    private static void requireAnother(PromiseEvent.PromiseRenegotiated event, int promises) {
        int replacement = event.replacement().value();
        boolean told = event.message().isPresent();
        boolean earlier = told && replacement < event.promise().value();
        if (event.replacement().equals(event.promise()) || replacement > promises || earlier) {
            throw new InvalidInputException(
                    "Promise " + event.promise() + " of ticket " + event.ticket() + " is renegotiated into promise "
                            + event.replacement() + ", which does not follow it.",
                    "Let promise.made of the one that takes its place stand in the next event.");
        }
    }

    private static Optional<PromiseId> settled(TicketEvent event) {
        if (event instanceof PromiseEvent.PromiseKept kept) {
            return Optional.of(kept.promise());
        } else if (event instanceof PromiseEvent.PromiseBroken broken) {
            return Optional.of(broken.promise());
        } else if (event instanceof PromiseEvent.PromiseRenegotiated renegotiated) {
            return Optional.of(renegotiated.promise());
        } else if (event instanceof PromiseEvent.PromiseWithdrawn withdrawn) {
            return Optional.of(withdrawn.promise());
        } else if (event instanceof PromiseEvent.PromiseReopened reopened) {
            return Optional.of(reopened.promise());
        }
        return Optional.empty();
    }

    private static void requireOneOpening(List<TicketEvent> history) {
        if (history.stream()
                        .filter(LifecycleEvent.TicketOpened.class::isInstance)
                        .count()
                > 1) {
            throw new InvalidInputException(
                    "The history of ticket " + history.get(0).ticket() + " opens it twice.",
                    "Import each ticket by itself.");
        }
    }

    /** A closed ticket never wakes up for its customer. */
    private static void requireNothingForgotten(Ticket ticket) {
        if (ticket.closing().isPresent() && !ticket.openPromises().isEmpty()) {
            throw new InvalidInputException(
                    "Ticket " + ticket.id() + " is closed and has open promises.",
                    "Settle them before the closing, or let the ticket be open.");
        }
    }

    /** What is due when nobody looks any more is forgotten. */
    private void requireSeenAgain(Ticket ticket, Instant due) {
        if (due.isAfter(engine.now().plus(A_YEAR))) {
            throw new InvalidInputException(
                    "Something on ticket " + ticket.id() + " is due at " + due + ", more than a year ahead.",
                    "Give it a time within a year.");
        }
    }

    private static ConflictException known(Ticket ticket) {
        return new ConflictException(
                "Ticket " + ticket.id() + ", or another with the number " + ticket.number() + ", is here already.",
                "Import each ticket once, and under a number that is free.");
    }
}

package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.people.Person;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets one ticket go on in another of the same person, both in one unit of work. */
final class Merging {
    private final Engine engine;
    private final AgentId by;

    Merging(Engine engine, AgentId by) {
        this.engine = engine;
        this.by = by;
    }

    /**
     * Merges them.
     *
     * @param warned what warns of the reason
     */
    void merge(TicketId duplicate, TicketId into, String reason, Function<Ticket, List<TicketCommand>> warned) {
        engine.changeBoth(
                duplicate,
                into,
                (source, target) -> {
                    Person person = engine.store().person(source.customer());
                    requireMergeable(source, target, person);
                    requireNoCircle(source, target);
                    requireFewHops(source, target);
                    List<TicketCommand> commands = new ArrayList<>(warned.apply(source));
                    commands.addAll(ofDuplicate(source, into, reason));
                    return new Engine.Plan(commands, (after, unit) -> ofOnePerson(person, unit));
                },
                (source, target) -> new Engine.Plan(ofTarget(source), (after, unit) -> {}));
    }

    /** Whoever takes the link between the two back in this very moment has not seen what is merged now. */
    private static void ofOnePerson(Person person, UnitOfWork.Builder unit) {
        if (person.profiles().size() > 1) {
            unit.person(person);
        }
    }

    /** In both tickets, which are merged once more as they were before. */
    void again(Together tickets, TicketId duplicate, TicketId into, String reason) {
        Ticket source = tickets.get(duplicate);
        tickets.changeBoth(duplicate, ofDuplicate(source, into, reason), into, ofTarget(source));
    }

    private List<TicketCommand> ofDuplicate(Ticket source, TicketId into, String reason) {
        return List.of(
                NoteCommand.GoOn.with(into, source.openNotes()),
                new LifecycleCommand.Exempt(Exemption.DUPLICATE, by, reason, Optional.of(into)));
    }

    private List<TicketCommand> ofTarget(Ticket source) {
        return List.of(
                LifecycleCommand.Absorb.of(source),
                NoteCommand.TakeOver.of(source),
                ListeningCommand.TakeOver.of(source, by));
    }

    private static void requireMergeable(Ticket duplicate, Ticket into, Person person) {
        if (duplicate.id().equals(into.id())) {
            throw refused(duplicate, "cannot go on in itself.", "Name two tickets.");
        }
        if (!person.has(into.customer())) {
            throw refused(duplicate, "is of another customer than " + into.number() + ".", "Answer both.");
        }
        if (duplicate.structure().deletedAt().isPresent()) {
            throw refused(duplicate, "is deleted.", "Restore it first.");
        }
        if (duplicate.status() == TicketStatus.CLOSED) {
            throw refused(duplicate, "is closed already.", "Leave it closed.");
        }
    }

    /** What goes on in a ticket cannot be where that ticket goes on. */
    private void requireNoCircle(Ticket duplicate, Ticket into) {
        boolean circle = engine.goesOnIn(into.id())
                .filter(end -> end.id().equals(duplicate.id()) && !end.id().equals(into.id()))
                .isPresent();
        if (circle) {
            throw refused(
                    into, "goes on in ticket " + duplicate.number() + " already.", "Go on in " + duplicate.id() + ".");
        }
    }

    private void requireFewHops(Ticket duplicate, Ticket into) {
        int hops = new Conversations(engine).hopsTo(duplicate) + 1;
        if (hops > Engine.MOST_HOPS) {
            throw refused(
                    duplicate,
                    "cannot go on in " + into.number() + ": the first of its duplicates would go on over " + hops
                            + " tickets, and at most " + Engine.MOST_HOPS + " are followed.",
                    "Let ticket " + into.number() + " go on in " + duplicate.number() + " instead.");
        }
    }

    private static InvalidInputException refused(Ticket ticket, String problem, String remedy) {
        return new InvalidInputException("Ticket " + ticket.number() + " " + problem, remedy);
    }
}

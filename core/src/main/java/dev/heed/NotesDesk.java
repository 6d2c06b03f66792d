package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.people.Permission;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the people of the shop write to each other, seen by one agent. No customer ever reads any of it. Thread-safe.
 *
 * <p>Agents named in the words as {@code @id} are {@linkplain Note#mentions mentioned}. What changes a ticket gives it back
 * as it is afterwards; where it is a duplicate by now, the ticket in which it goes on.
 *
 * <p>Whatever disparages somebody is refused with {@code DEROGATORY_NOTE}, which warns: {@link
 * dev.heed.error.RefusedException}.
 */
public final class NotesDesk {
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Actor actor;
    private final Agent agent;
    private final Policies policies;
    private final Engine engine;
    private final Colleagues colleagues;

    NotesDesk(Actor actor) {
        this.actor = actor;
        this.agent = actor.person();
        this.policies = actor.policies();
        this.engine = actor.engine();
        this.colleagues = new Colleagues(policies, engine, new Deputies(engine, policies));
    }

    /**
     * Writes a note to nobody in particular.
     *
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if it is blank, or longer than {@link Note#LONGEST_TEXT}
     */
    public Ticket add(TicketId id, String text) {
        actor.may(Permission.NOTE);
        return write(id, new Audience.Anybody(), text, text);
    }

    /**
     * Writes a note to some people, of whom nothing is awaited.
     *
     * @throws NotFoundException if there is no such ticket, or one of them is not of this desk
     * @throws InvalidInputException if it is blank, too long, or to nobody
     */
    public Ticket addTo(TicketId id, Collection<AgentId> people, String text) {
        actor.may(Permission.NOTE);
        people.forEach(policies::agent);
        return write(id, new Audience.People(List.copyOf(people)), text, text);
    }

    /** As {@link #tell(TicketId, DepartmentId, String, String, String)}, with nothing more to say. */
    public Ticket tell(TicketId id, DepartmentId department, String reference, String action) {
        actor.may(Permission.NOTE);
        return tell(id, department, reference, action, "");
    }

    /**
     * Tells a department what it is to do. Somebody of it has to {@linkplain #acknowledge acknowledge} that within {@link
     * dev.heed.ticket.TicketPolicy#acknowledgeWithin}; after that, it is reminded until somebody has.
     *
     * @param reference what the department knows it by, such as the number of an order
     * @param action what is to be done
     * @param text what else colleagues should know; may be empty
     * @throws NotFoundException if there is no such ticket or department
     * @throws InvalidInputException if reference or action is blank, or all of it is too long
     */
    public Ticket tell(TicketId id, DepartmentId department, String reference, String action, String text) {
        actor.may(Permission.NOTE);
        requireKnown(department);
        Instant now = engine.now();
        Instant wanted = policies.life().hours().plus(now, policies.life().acknowledgeWithin());
        Instant due = wanted.isAfter(now.plus(A_YEAR)) ? now.plus(A_YEAR) : wanted;
        Audience told = new Audience.DepartmentNote(department, reference, action, due);
        return write(id, told, text, reference + "\n" + action + "\n" + text);
    }

    /**
     * Asks a colleague, or a department. Whoever was asked is reminded from the due time on, until somebody {@linkplain
     * #answer answers} or the ask is {@linkplain #withdraw withdrawn}. Where those who were asked are away, their deputy is
     * asked too.
     *
     * @param to an {@link AgentId} or a {@link DepartmentId}
     * @param due ahead, and within a year
     * @throws NotFoundException if there is no such ticket, agent or department
     * @throws InvalidInputException if it is blank or too long, if the time is not ahead or more than a year, if agents ask
     *     themselves, or somebody who may not write notes
     */
    public Ticket ask(TicketId id, Addressee to, Instant due, String text) {
        actor.may(Permission.NOTE);
        requireKnown(to);
        return write(id, new Audience.InternalAsk(to, due), text, text);
    }

    /**
     * Answers an ask. Everybody may, whoever was asked; more may be added when it is answered already.
     *
     * @throws NotFoundException if there is no such ticket or ask
     * @throws InvalidInputException if it is blank or too long, or that note asks nothing
     */
    public Ticket answer(TicketId id, NoteId ask, String text) {
        actor.may(Permission.NOTE);
        Note note = note(new Audience.AnswerTo(ask), text, text);
        return change(id, ask, ticket -> actor.plan(ticket, new NoteCommand.AddNote(note)));
    }

    /**
     * Says that the department knows what it is to do. Twice is the same as once.
     *
     * @throws NotFoundException if there is no such ticket or note
     * @throws InvalidInputException if no department has to acknowledge that note, or the agent is not of the department and
     *     was not asked instead of it
     */
    public Ticket acknowledge(TicketId id, NoteId note) {
        actor.may(Permission.NOTE);
        return change(id, note, ticket -> {
            boolean member = ticket.openNotes().stream()
                    .filter(open -> open.note().id().equals(note))
                    .anyMatch(open -> colleagues
                            .departmentsOf(agent.id())
                            .contains(open.awaiting().to()));
            return Engine.Plan.of(actor.inSpite(new NoteCommand.Acknowledge(note, agent.id(), member)));
        });
    }

    /**
     * Says that what the agent has asked for is not wanted any more. Where the author is not of the desk any more, anybody
     * can. Twice is the same as once.
     *
     * @throws NotFoundException if there is no such ticket or note
     * @throws InvalidInputException if there is no reason, if nothing is awaited of that note, or if it is a colleague's
     */
    public Ticket withdraw(TicketId id, NoteId note, String reason) {
        actor.may(Permission.NOTE);
        return change(
                id,
                note,
                ticket -> actor.plan(
                        ticket, new NoteCommand.Withdraw(note, agent.id(), isAuthorGone(ticket, note), reason)));
    }

    /**
     * What is awaited of the agent, or of a department the agent is in: asks, and what nobody has acknowledged. On closed
     * tickets, too. What is due first is at the front.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<AskedOfMe> askedOfMe(int limit) {
        actor.may(Permission.READ);
        List<Addressee> asked = new ArrayList<>(colleagues.departmentsOf(agent.id()));
        asked.add(agent.id());
        Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
        for (Addressee one : asked) {
            List<Ticket> found = engine.list(new TicketQuery.AskedOf(one), limit);
            actor.listed(found).forEach(ticket -> tickets.put(ticket.id(), ticket));
        }
        return tickets.values().stream()
                .flatMap(ticket -> ticket.openNotes().stream()
                        .filter(open -> open.asked().stream().anyMatch(asked::contains))
                        .map(open -> new AskedOfMe(ticket, open)))
                .sorted(Comparator.comparing((AskedOfMe one) -> one.open().due())
                        .thenComparing(one -> one.ticket().number()))
                .limit(limit)
                .toList();
    }

    /**
     * All notes of a ticket, and of the duplicates that go on in it, in the order of their times.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<Note> all(TicketId id) {
        actor.may(Permission.READ);
        return new Conversations(engine).notes(engine.ticket(id));
    }

    private void requireKnown(Addressee to) {
        if (to instanceof AgentId colleague) {
            policies.requireNoting(colleague);
        } else if (!policies.departments().containsKey(requireNonNull(to, "to"))) {
            throw new NotFoundException(
                    "There is no department " + to + ". There are: "
                            + policies.departments().keySet() + ".",
                    "Add the department to the builder of the desk.");
        }
    }

    private Ticket write(TicketId id, Audience audience, String text, String words) {
        return actor.shown(engine.change(id, ticket -> {
            Note note = note(audience, text, words);
            List<TicketCommand> commands = actor.written(ticket, new NoteCommand.AddNote(note));
            if (audience instanceof Audience.Awaiting awaiting) {
                OpenNote open = new OpenNote(note, List.of(awaiting.to()), Optional.empty(), 0, Optional.empty());
                commands.addAll(colleagues.standIns(open));
            }
            return new Engine.Plan(commands, (after, unit) -> {});
        }));
    }

    private Note note(Audience audience, String text, String words) {
        NoteId id = new NoteId(engine.newId().toString());
        List<AgentId> mentions = words.length() > Note.LONGEST_TEXT // and will be refused
                ? List.of()
                : new Mentions(policies.agents().keySet()).in(words);
        return Note.of(id, new Author.ByAgent(agent.id()), engine.now(), text)
                .to(audience)
                .mentioning(mentions);
    }

    /** Changes a note where it is open: on its ticket, or where that goes on. */
    private Ticket change(TicketId id, NoteId note, Function<Ticket, Engine.Plan> plan) {
        return actor.shown(engine.insist(id, before -> {
            Ticket there = isOpenOn(before, note)
                    ? before
                    : engine.goesOnIn(id).filter(on -> isOpenOn(on, note)).orElse(before);
            return engine.tryChange(there, plan.apply(there));
        }));
    }

    private static boolean isOpenOn(Ticket ticket, NoteId note) {
        return ticket.openNotes().stream().anyMatch(open -> open.note().id().equals(note));
    }

    private boolean isAuthorGone(Ticket ticket, NoteId id) {
        return ticket.notes().stream()
                .filter(note -> note.id().equals(id))
                .noneMatch(note -> note.author() instanceof Author.ByAgent author
                        && policies.agents().containsKey(author.agent()));
    }
}

package dev.heed;

import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.Department;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** P84: who is asked too where nobody of those is there of whom something is awaited. */
final class Colleagues {
    private static final int BATCH = 100;

    private final Policies policies;
    private final Engine engine;
    private final Deputies deputies;
    private final Set<AgentId> agents;

    Colleagues(Policies policies, Engine engine, Deputies deputies) {
        this.policies = policies;
        this.engine = engine;
        this.deputies = deputies;
        this.agents = policies.noting();
    }

    /** Asks others too about what is open on a ticket; nothing where those who were asked are there. */
    List<TicketCommand> standIns(Ticket ticket) {
        return ticket.openNotes().isEmpty() ? List.of() : standIns(ticket, deputies.attendance());
    }

    private List<TicketCommand> standIns(Ticket ticket, Attendance attendance) {
        return ticket.openNotes().stream()
                .flatMap(open -> standIn(open, attendance).stream())
                .toList();
    }

    /** As {@link #standIns}, of a note that is only about to be written. */
    List<TicketCommand> standIns(OpenNote open) {
        return standIn(open, deputies.attendance()).stream().toList();
    }

    private Optional<TicketCommand> standIn(OpenNote open, Attendance attendance) {
        List<Addressee> asked = open.asked();
        if (asked.stream().anyMatch(one -> isThere(one, attendance))) {
            return Optional.empty();
        }
        return asked.stream()
                .flatMap(one -> membersOf(one).stream())
                .flatMap(one -> presentFor(one, attendance).stream())
                .findFirst()
                .map(deputy -> also(open, deputy, "Nobody who was asked is there."))
                .or(() -> insteadOfGone(open, attendance));
    }

    /** Nobody is away who is not of the desk any more: somebody who is has to know of it. */
    private Optional<TicketCommand> insteadOfGone(OpenNote open, Attendance attendance) {
        AgentId fallback = deputies.fallback(attendance);
        return open.asked().contains(fallback)
                ? Optional.empty()
                : open.asked().stream()
                        .filter(one -> membersOf(one).isEmpty())
                        .findFirst()
                        .map(gone -> also(open, fallback, gone + " is not of this desk."));
    }

    private static TicketCommand also(OpenNote open, AgentId deputy, String reason) {
        return new NoteCommand.AskToo(open.note().id(), deputy, reason);
    }

    private boolean isThere(Addressee asked, Attendance attendance) {
        return membersOf(asked).stream()
                .anyMatch(one -> presentFor(one, attendance).filter(one::equals).isPresent());
    }

    private Optional<AgentId> presentFor(AgentId agent, Attendance attendance) {
        return attendance.presentFor(agent, agents);
    }

    /** Who of those who are asked is of the desk, and may answer. */
    private List<AgentId> membersOf(Addressee asked) {
        if (asked instanceof AgentId agent) {
            return agents.contains(agent) ? List.of(agent) : List.of();
        }
        return Optional.ofNullable(policies.departments().get(asked))
                .map(department ->
                        department.members().stream().filter(agents::contains).toList())
                .orElse(List.of());
    }

    /** In what departments somebody is. */
    List<Addressee> departmentsOf(AgentId agent) {
        return policies.departments().values().stream()
                .filter(department -> department.members().contains(agent))
                .<Addressee>map(Department::id)
                .toList();
    }

    /** Whatever is awaited of those who are away now; what cannot be changed now is looked at in the next round. */
    int askDeputies() {
        Attendance attendance = deputies.attendance();
        Set<Addressee> away = new LinkedHashSet<>();
        for (AgentId absent : attendance.away()) {
            away.add(absent);
            away.addAll(departmentsOf(absent));
        }
        away.removeIf(one -> isThere(one, attendance));
        return away.stream().mapToInt(one -> askDeputies(one, attendance)).sum();
    }

    private int askDeputies(Addressee away, Attendance attendance) {
        int changed = 0;
        Set<TicketId> seen = new HashSet<>();
        List<Ticket> found = unseen(away, seen);
        while (!found.isEmpty()) {
            for (Ticket ticket : found) {
                seen.add(ticket.id());
                List<TicketCommand> also = standIns(ticket, attendance);
                if (!also.isEmpty()) {
                    Engine.Plan plan = new Engine.Plan(also, (after, unit) -> {});
                    changed += engine.tryChange(ticket, plan).result() == CommitResult.COMMITTED ? 1 : 0;
                }
            }
            found = unseen(away, seen);
        }
        return changed;
    }

    /** They stay in the list, whoever is asked too, so it grows until there is nothing new in it. */
    private List<Ticket> unseen(Addressee away, Set<TicketId> seen) {
        List<Ticket> unseen = new ArrayList<>(engine.store().list(new TicketQuery.AskedOf(away), BATCH + seen.size()));
        unseen.removeIf(ticket -> seen.contains(ticket.id()));
        return unseen;
    }
}

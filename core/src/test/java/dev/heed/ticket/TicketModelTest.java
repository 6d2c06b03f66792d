package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Long random lives of tickets, each compared with a second telling of the rules after each step. The system property
 * {@code heed.histories} says how many; 500 if it is not set.
 */
class TicketModelTest {
    private static final int LENGTH = 200;

    @Property(edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(AsManyAsAskedFor.class)
    void aTicketLivesAsTheModelDoes(@ForAll("histories") List<Attempt> attempts) {
        Ticket.Step opening = Ticket.open(
                TicketStory.openWith(TicketStory.inbound(TicketStory.START, false)), context(TicketStory.START));
        TicketInvariants invariants = new TicketInvariants(opening);
        Ticket ticket = opening.ticket();
        TicketModel model = new TicketModel(TicketStory.START, TicketStory.expectedFrom(TicketStory.START));
        Instant now = TicketStory.START;
        for (Attempt attempt : attempts) {
            now = now.plus(attempt.pause());
            TicketCommand command = attempt.on(ticket, now);
            TicketModel next = model.after(command, now);
            Ticket.Step step = decided(ticket, command, now, next == model);
            invariants.check(ticket, command, step, context(now));
            ticket = step.ticket();
            model = next;
            assertThat(seen(ticket)).as("after %s", attempt).isEqualTo(seen(model));
        }
        Ticket replayed = Ticket.replay(invariants.history());
        assertThat(TicketInvariants.observable(replayed)).isEqualTo(TicketInvariants.observable(ticket));
        assertThat(replayed.messages()).isEqualTo(ticket.messages());
        assertThat(replayed.notes()).isEqualTo(ticket.notes());
    }

    private static Ticket.Step decided(Ticket ticket, TicketCommand command, Instant now, boolean refused) {
        try {
            Ticket.Step step = ticket.decide(command, context(now));
            assertThat(refused).as("%s is refused", command).isFalse();
            return step;
        } catch (HeedException e) {
            if (!refused) {
                throw e;
            }
            return new Ticket.Step(List.of(), ticket);
        }
    }

    private record Seen(
            String status,
            Object waiting,
            Object promises,
            Object awaited,
            Optional<AgentId> owner,
            int reopened,
            Optional<Instant> heldUntil) {}

    private static Seen seen(Ticket ticket) {
        return new Seen(
                ticket.status() + (ticket.unreachable() ? " unreachable" : ""),
                List.of(ticket.expected().isPresent(), ticket.overdue()),
                ticket.openPromises().stream()
                        .map(one -> new TicketModel.Owed(one.id().value(), one.kind(), one.due()))
                        .collect(Collectors.toSet()),
                ticket.openNotes().stream()
                        .collect(Collectors.toMap(
                                open -> open.note().id(),
                                open -> new NoteModel.Awaited(
                                        open.asked(),
                                        open.due(),
                                        open.reminders(),
                                        open.remindedAt().orElse(null)))),
                ticket.owner(),
                ticket.reopenCount(),
                ticket.heldUntil());
    }

    private static Seen seen(TicketModel model) {
        return new Seen(
                model.status + (model.unreachable ? " unreachable" : ""),
                List.of(model.waiting, model.overdue),
                Set.copyOf(model.owed),
                model.notes.awaited,
                Optional.ofNullable(model.owner),
                model.reopened,
                Optional.ofNullable(model.heldUntil));
    }

    private static Context context(Instant now) {
        return new Context(now, TicketStory.POLICY);
    }

    @Provide
    Arbitrary<List<Attempt>> histories() {
        return Attempt.any().list().ofSize(LENGTH);
    }

    /** How many histories are told. */
    static final class AsManyAsAskedFor implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes().setTries(Integer.getInteger("heed.histories", 500));
            return property.execute();
        }
    }
}

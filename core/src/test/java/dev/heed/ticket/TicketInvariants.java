package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import dev.heed.message.Audience;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.NoteEvent.NoteAdded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What holds after each step of one ticket, said of its history and of what everybody can see of it. */
final class TicketInvariants {
    private final List<TicketEvent> history = new ArrayList<>();
    private final Map<Integer, PromiseState> promises = new TreeMap<>();
    private final SnoozeInvariants snoozes = new SnoozeInvariants();
    private List<Object> latest;

    TicketInvariants(Ticket.Step opening) {
        remember(opening.events());
        promisesAreConserved(opening.ticket());
        latest = observable(opening.ticket());
    }

    /** Everything that happened so far. */
    List<TicketEvent> history() {
        return List.copyOf(history);
    }

    void check(Ticket before, TicketCommand command, Ticket.Step step, Context context) {
        Ticket ticket = step.ticket();
        remember(step.events());
        snoozes.check(command, step, context);
        assertThat(ticket.version()).as("version").isEqualTo(history.size());
        if (!step.events().isEmpty()) {
            assertThat(before.version())
                    .as("version before")
                    .isEqualTo(history.size() - step.events().size());
            assertThat(observable(before)).as("the ticket decided upon").isEqualTo(latest);
            latest = observable(ticket);
            assertThat(observable(before.apply(step.events()))).as("applied").isEqualTo(latest);
            whatIsClosedIsSettled(ticket);
            promisesAreConserved(ticket);
            noReplyIsForgotten(ticket);
            if (ticket.overdue()) {
                assertThat(ticket.expected()).as("what is overdue").isPresent();
            }
            if (step.events().stream().anyMatch(LifecycleEvent.Closed.class::isInstance)) {
                isClosedForAReason(ticket, command);
            }
            somethingHappensNextUnlessItIsClosed(ticket, context);
            nothingThatIsAwaitedIsForgotten(ticket, context.policy());
        }
        if (command instanceof TimeCommand.Wake wake) {
            nothingIsLeftFor(ticket, context, wake.listening());
            assertThat(ticket.decide(command, context).events())
                    .as("woken twice")
                    .isEmpty();
        }
    }

    /** What can be seen from outside, but for the words. */
    static List<Object> observable(Ticket ticket) {
        return List.of(
                ticket,
                List.of(ticket.messages().size(), ticket.promises(), ticket.openPromises(), ticket.changedAt()),
                List.of(ticket.status(), ticket.kind(), ticket.owner(), ticket.reopenCount()),
                List.of(ticket.expected(), ticket.overdue(), ticket.firstAnsweredAt(), ticket.lastAnswer()),
                List.of(ticket.closing(), ticket.closedAt(), ticket.heldUntil(), ticket.onThePhone()),
                List.of(ticket.confirmed(), ticket.disputed(), ticket.unreachable(), ticket.snooze()),
                List.of(ticket.tags(), ticket.fields(), ticket.references()),
                List.of(ticket.notes(), ticket.openNotes(), ticket.wakeAt(TicketStory.POLICY)));
    }

    private static void somethingHappensNextUnlessItIsClosed(Ticket ticket, Context context) {
        boolean open = ticket.status() != TicketStatus.CLOSED;
        assertThat(ticket.wakeAt(context.policy()).isPresent())
                .as("%s has an appointment", ticket)
                .isEqualTo(open || !ticket.openNotes().isEmpty());
        assertThat(ticket.nextAction(context.policy()).isPresent())
                .as("%s has a next action", ticket)
                .isEqualTo(open);
    }

    /** Each is open, or was answered, acknowledged, withdrawn or goes on elsewhere. */
    private void nothingThatIsAwaitedIsForgotten(Ticket ticket, TicketPolicy policy) {
        Set<NoteId> open = new HashSet<>();
        for (TicketEvent event : history) {
            if (event instanceof NoteAdded added) {
                noted(open, added.note());
            } else if (event instanceof NoteEvent.NoteTakenOver taken) {
                noted(open, taken.note());
            } else if (event instanceof NoteEvent.NoteAcknowledged acknowledged) {
                settle(open, acknowledged.note());
            } else if (event instanceof NoteEvent.NoteWithdrawn withdrawn) {
                settle(open, withdrawn.note());
            } else if (event instanceof NoteEvent.NoteMoved moved) {
                settle(open, moved.note());
            }
        }
        assertThat(ticket.openNotes()).extracting(one -> one.note().id()).containsExactlyInAnyOrderElementsOf(open);
        for (OpenNote one : ticket.openNotes()) {
            assertThat(ticket.wakeAt(policy)).get(INSTANT).isBeforeOrEqualTo(Agenda.remindAt(one, policy));
        }
    }

    private static void noted(Set<NoteId> open, Note note) {
        if (note.audience() instanceof Audience.Awaiting) {
            assertThat(open.add(note.id())).as("note %s is new", note.id()).isTrue();
        } else if (note.audience() instanceof Audience.AnswerTo answer) {
            open.remove(answer.ask());
        }
    }

    private static void settle(Set<NoteId> open, NoteId note) {
        assertThat(open.remove(note)).as("note %s was open", note).isTrue();
    }

    private static void whatIsClosedIsSettled(Ticket ticket) {
        boolean closed = ticket.status() == TicketStatus.CLOSED;
        assertThat(ticket.closing().isPresent()).as("%s has a closing", ticket).isEqualTo(closed);
        if (closed) {
            assertThat(ticket.openPromises()).as("promises of %s", ticket).isEmpty();
            assertThat(ticket.onThePhone()).as("call of %s", ticket).isEmpty();
            assertThat(ticket.expected()).as("expectation of %s", ticket).isEmpty();
            assertThat(ticket.heldUntil()).as("hold of %s", ticket).isEmpty();
        }
    }

    private void remember(List<TicketEvent> events) {
        history.addAll(events);
        for (TicketEvent event : events) {
            if (event instanceof PromiseEvent.PromiseMade made) {
                assertThat(promises.put(made.promise().id().value(), PromiseState.OPEN))
                        .as("promise before it was made")
                        .isNull();
            } else if (event instanceof PromiseEvent.PromiseKept kept) {
                settle(kept.promise(), PromiseState.KEPT);
            } else if (event instanceof PromiseEvent.PromiseReopened reopened) {
                assertThat(promises.put(reopened.promise().value(), PromiseState.OPEN))
                        .as("promise %s before", reopened.promise())
                        .isIn(PromiseState.KEPT, PromiseState.RENEGOTIATED, PromiseState.WITHDRAWN);
            } else if (event instanceof PromiseEvent.PromiseBroken broken) {
                settle(broken.promise(), PromiseState.BROKEN);
            } else if (event instanceof PromiseEvent.PromiseRenegotiated renegotiated) {
                settle(renegotiated.promise(), PromiseState.RENEGOTIATED);
            } else if (event instanceof PromiseEvent.PromiseWithdrawn withdrawn) {
                settle(withdrawn.promise(), PromiseState.WITHDRAWN);
            }
        }
    }

    private void settle(PromiseId id, PromiseState how) {
        assertThat(promises.put(id.value(), how)).as("promise %s before", id).isEqualTo(PromiseState.OPEN);
    }

    /** Made = open + kept + broken + renegotiated + withdrawn. */
    private void promisesAreConserved(Ticket ticket) {
        Map<Integer, PromiseState> seen = new TreeMap<>();
        ticket.promises().forEach(promise -> seen.put(promise.id().value(), promise.state()));
        assertThat(seen.equals(promises)).as("%s are %s", seen, promises).isTrue();
        assertThat((long) ticket.openPromises().size())
                .as("open promises")
                .isEqualTo(promises.values().stream()
                        .filter(PromiseState.OPEN::equals)
                        .count());
    }

    private void noReplyIsForgotten(Ticket ticket) {
        boolean kept = ticket.status() == TicketStatus.CLOSED
                || isOpen(ticket, PromiseKind.REPLY)
                || (ticket.overdue() && isOpen(ticket, PromiseKind.APOLOGY));
        assertThat(kept || !customerWaits())
                .as("%s keeps in mind that the customer waits", ticket)
                .isTrue();
    }

    private static boolean isOpen(Ticket ticket, PromiseKind kind) {
        return ticket.openPromises().stream().anyMatch(promise -> promise.kind() == kind);
    }

    /** Whether the customer's last message has no answer by a person that may have arrived. */
    private boolean customerWaits() {
        boolean waits = false;
        boolean closed = false;
        boolean silentOnThePhone = false;
        MessageId answer = null;
        for (TicketEvent event : history) {
            if (isAQuestion(event)) {
                waits = true;
                answer = null;
                silentOnThePhone = false;
            } else if (event instanceof CallEvent.CallStarted) {
                silentOnThePhone = true;
            } else if (event instanceof CallEvent.CallEnded ended && ended.outcome() instanceof CallOutcome.Solved) {
                waits &= !silentOnThePhone;
                answer = silentOnThePhone ? null : answer;
            } else if (event instanceof Answered answered) {
                waits = false;
                silentOnThePhone = true;
                answer = closed ? null : answered.message().id();
            } else if (isAbout(event, answer)) {
                waits = !(event instanceof Delivered);
            } else if (event instanceof LifecycleEvent.Closed close) {
                closed = true;
                answer = close.closing() instanceof Closing.Silence ? answer : null; // not looked at any more
            } else if (event instanceof LifecycleEvent.Reopened) {
                closed = false;
            }
        }
        return waits;
    }

    private static boolean isAQuestion(TicketEvent event) {
        return (event instanceof MessageReceived received && isHuman(received.message()))
                || (event instanceof LifecycleEvent.Absorbed absorbed && absorbed.waits());
    }

    private static boolean isAbout(TicketEvent event, @Nullable MessageId message) {
        return (event instanceof DeliveryFailed failed && failed.message().equals(message))
                || (event instanceof Bounced bounced && bounced.message().equals(message))
                || (event instanceof Delivered delivered && delivered.message().equals(message));
    }

    private static boolean isHuman(Message message) {
        return message.direction() == Direction.INBOUND && !message.automatic();
    }

    private void isClosedForAReason(Ticket ticket, TicketCommand command) {
        Closing closing = ticket.closing().orElseThrow();
        if (closing instanceof Closing.Exempt) {
            assertThat(command).isInstanceOf(LifecycleCommand.Exempt.class);
        } else if (closing instanceof Closing.Silence) {
            assertThat(command).isInstanceOf(TimeCommand.Wake.class);
            assertThat(reminderArrived()).as("a reminder arrived").isTrue();
            assertThat(customerWaits()).as("the customer waits").isFalse();
        } else {
            assertThat(confirmedSinceTheLastWord()).as("confirmed").isTrue();
            assertThat(customerWaits()).as("the customer waits").isFalse();
        }
    }

    private boolean reminderArrived() {
        Set<MessageId> reminders = new HashSet<>();
        boolean arrived = false;
        for (TicketEvent event : history) {
            if (event instanceof Answered || isAQuestion(event)) {
                reminders.clear();
                arrived = false;
            } else if (event instanceof Reminded reminded) {
                assertThat(reminded.closesAt()).isAfter(reminded.at());
                reminders.add(reminded.message().id());
            } else if (event instanceof Delivered delivered) {
                arrived |= reminders.contains(delivered.message());
            } else if (event instanceof Bounced bounced && reminders.remove(bounced.message())) {
                arrived &= !reminders.isEmpty();
            }
        }
        return arrived;
    }

    private boolean confirmedSinceTheLastWord() {
        boolean confirmed = false;
        for (TicketEvent event : history) {
            if (isAQuestion(event)) {
                confirmed = false;
            }
            confirmed |= event instanceof LifecycleEvent.CustomerConfirmed;
        }
        return confirmed;
    }

    private static void nothingIsLeftFor(Ticket ticket, Context context, boolean listening) {
        Instant now = context.now();
        TicketPolicy policy = context.policy();
        assertThat(ticket.openPromises())
                .as("late promises")
                .filteredOn(promise -> promise.kind() != PromiseKind.CALLBACK
                        || ticket.onThePhone().isEmpty())
                .allMatch(promise -> promise.due().isAfter(now));
        ticket.heldUntil().ifPresent(until -> assertThat(until).as("hold").isAfter(now));
        boolean owned = ticket.owner().isPresent()
                || ticket.status() == TicketStatus.CLOSED
                || policy.hours().plus(ticket.openedAt(), policy.ownedWithin()).isAfter(now);
        assertThat(owned).as("%s has an owner in time", ticket).isTrue();
        if (listening && ticket.closingDateToAnnounce(context).isEmpty()) {
            ticket.wakeAt(policy)
                    .ifPresent(next -> assertThat(next).as("next appointment").isAfter(now));
        }
    }
}

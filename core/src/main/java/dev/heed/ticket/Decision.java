package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.ticket.TicketEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The pure function from a ticket and a command to events. */
final class Decision {
    private final Ticket ticket;
    private final TicketId id;
    private final Instant now;

    Decision(Ticket ticket, Instant now) {
        this.ticket = ticket;
        this.id = ticket.id();
        this.now = now;
    }

    static List<TicketEvent> open(TicketCommand.Open open, Instant now) {
        TicketId id = open.ticket();
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketOpened(
                id, now, open.number(), open.customer(), open.address(), open.channel(), open.subject()));
        events.add(new MessageReceived(id, now, open.message()));
        events.add(new ReplyExpected(id, now, open.expected()));
        return events;
    }

    List<TicketEvent> on(TicketCommand command) {
        if (command instanceof TicketCommand.Receive receive) {
            return receive(receive);
        } else if (command instanceof TicketCommand.Acknowledge acknowledge) {
            return ticket.expected()
                    .map(told -> List.<TicketEvent>of(new Acknowledged(id, now, acknowledge.message(), told)))
                    .orElse(List.of());
        } else if (command instanceof TicketCommand.WithholdAcknowledgement withhold) {
            return List.of(new AcknowledgementWithheld(id, now, withhold.reason()));
        } else if (command instanceof TicketCommand.Answer answer) {
            return answer(answer);
        } else if (command instanceof TicketCommand.BotMessage bot) {
            return List.of(new BotWrote(id, now, bot.message()));
        } else if (command instanceof TicketCommand.AddNote note) {
            return List.of(new NoteAdded(id, now, note.message()));
        } else if (command instanceof TicketCommand.Assign assign) {
            return ticket.owner().filter(assign.owner()::equals).isPresent()
                    ? List.of()
                    : List.of(new OwnerAssigned(id, now, assign.owner(), assign.reason()));
        } else if (command instanceof TicketCommand.Confirm confirm) {
            return confirm(confirm);
        } else if (command instanceof TicketCommand.CheckExpectation) {
            return checkExpectation();
        } else if (command instanceof TicketCommand.RecordDelivery delivery) {
            return List.of(new Delivered(id, now, known(delivery.message()), delivery.reference()));
        } else if (command instanceof TicketCommand.RecordFailure failure) {
            return failed(failure);
        } else if (command instanceof TicketCommand.RecordRedrive redrive) {
            return List.of(new Redriven(id, now, known(redrive.message())));
        }
        throw new InvalidInputException(
                "Ticket " + ticket.number() + " exists and cannot be opened.", "Open a ticket with a new id.");
    }

    private List<TicketEvent> receive(TicketCommand.Receive receive) {
        List<TicketEvent> events = new ArrayList<>();
        boolean automatic = receive.message().automatic();
        boolean resting = ticket.status() == TicketStatus.SOLVED || ticket.status() == TicketStatus.CLOSED;
        if (resting && !automatic) {
            events.add(new Reopened(id, now, ticket.status()));
        }
        events.add(new MessageReceived(id, now, receive.message()));
        if (ticket.expected().isEmpty() && !automatic) {
            events.add(new ReplyExpected(id, now, receive.expected()));
        }
        return events;
    }

    private List<TicketEvent> answer(TicketCommand.Answer answer) {
        TicketStatus to = answer.proposesSolution() ? TicketStatus.SOLVED : TicketStatus.PENDING;
        if (ticket.status() == TicketStatus.CLOSED && !answer.proposesSolution()) {
            return answered(answer); // a last word to a customer who has confirmed; the ticket stays closed
        }
        Lifecycle.require(ticket, Lifecycle.byAgent(ticket.status()), to, "Reply without proposing a solution.");
        return answered(answer);
    }

    private List<TicketEvent> answered(TicketCommand.Answer answer) {
        return List.of(new Answered(id, now, answer.message(), answer.proposesSolution()));
    }

    private List<TicketEvent> confirm(TicketCommand.Confirm confirm) {
        if (!confirm.customer().equals(ticket.customer())) {
            throw new NotFoundException(
                    "Customer " + confirm.customer() + " has no ticket " + ticket.number() + ".",
                    "Only the customer of a ticket confirms it.");
        }
        if (ticket.status() == TicketStatus.CLOSED) {
            return List.of();
        }
        Lifecycle.require(
                ticket,
                Lifecycle.byCustomer(ticket.status()),
                TicketStatus.CLOSED,
                "Let a person answer the customer's last message first.");
        return List.of(new CustomerConfirmed(id, now, confirm.customer()));
    }

    private List<TicketEvent> checkExpectation() {
        return ticket.expected()
                .filter(expected -> !ticket.overdue() && !now.isBefore(expected.at()))
                .map(expected -> List.<TicketEvent>of(new ReplyOverdue(id, now, expected)))
                .orElse(List.of());
    }

    /** An answer that did not arrive is none: the customer goes on waiting, for what was told last. */
    private List<TicketEvent> failed(TicketCommand.RecordFailure failure) {
        List<TicketEvent> events = new ArrayList<>();
        events.add(new DeliveryFailed(id, now, known(failure.message()), failure.reason()));
        if (ticket.isLastAnswer(failure.message()) && ticket.status() != TicketStatus.CLOSED) {
            ticket.lastExpected().ifPresent(told -> events.add(new ReplyExpected(id, now, told)));
        }
        return events;
    }

    private MessageId known(MessageId message) {
        return ticket.messages().stream()
                .map(Message::id)
                .filter(message::equals)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "Ticket " + ticket.number() + " has no message " + message + ".",
                        "Use an id from ticket.messages()."));
    }
}

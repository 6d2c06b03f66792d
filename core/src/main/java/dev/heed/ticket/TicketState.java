package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.TicketEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a ticket while events are folded in. Mutable, so it never leaves {@link Ticket}. */
final class TicketState {
    final TicketId id;
    final long number;
    final CustomerId customer;
    final Optional<Address> address;
    final ChannelId channel;
    final String subject;
    final Instant openedAt;
    final List<Message> messages;
    Instant changedAt;
    long version = 1;
    TicketStatus status = TicketStatus.NEW;
    Optional<AgentId> owner = Optional.empty();
    Optional<ExpectedReply> expected = Optional.empty();
    Optional<ExpectedReply> lastExpected = Optional.empty();
    Optional<MessageId> failedAnswer = Optional.empty();
    boolean overdue;
    Optional<Instant> firstAnsweredAt = Optional.empty();
    int reopenCount;

    private TicketState(TicketOpened opened, List<Message> messages) {
        id = opened.ticket();
        number = opened.number();
        customer = opened.customer();
        address = opened.address();
        channel = opened.channel();
        subject = opened.subject();
        openedAt = opened.at();
        changedAt = opened.at();
        this.messages = messages;
    }

    static TicketState opened(TicketOpened opened) {
        return new TicketState(opened, new ArrayList<>());
    }

    TicketState copy() {
        TicketState copy = new TicketState(
                new TicketOpened(id, openedAt, number, customer, address, channel, subject), new ArrayList<>(messages));
        copy.changedAt = changedAt;
        copy.version = version;
        copy.status = status;
        copy.owner = owner;
        copy.expected = expected;
        copy.lastExpected = lastExpected;
        copy.failedAnswer = failedAnswer;
        copy.overdue = overdue;
        copy.firstAnsweredAt = firstAnsweredAt;
        copy.reopenCount = reopenCount;
        return copy;
    }

    void take(TicketEvent event) {
        version++;
        changedAt = event.at();
        if (event instanceof MessageReceived received) {
            messages.add(received.message());
            failedAnswer = received.message().automatic() ? failedAnswer : Optional.empty();
            if (!received.message().automatic() && status != TicketStatus.NEW) {
                status = TicketStatus.OPEN;
            }
        } else if (event instanceof ReplyExpected expects) {
            expected = Optional.of(expects.expected());
            lastExpected = expected;
            overdue = false;
        } else if (event instanceof Acknowledged acknowledged) {
            messages.add(acknowledged.message());
        } else if (event instanceof Answered answered) {
            answered(answered);
        } else if (event instanceof BotWrote bot) {
            messages.add(bot.message());
        } else if (event instanceof NoteAdded note) {
            messages.add(note.message());
        } else if (event instanceof OwnerAssigned assigned) {
            owner = Optional.of(assigned.owner());
        } else if (event instanceof Reopened) {
            reopenCount++;
            status = TicketStatus.OPEN;
        } else if (event instanceof CustomerConfirmed) {
            status = TicketStatus.CLOSED;
        } else if (event instanceof ReplyOverdue) {
            overdue = true;
        } else if (event instanceof DeliveryFailed failed) {
            failed(failed.message());
        } else if (event instanceof Delivered delivered) {
            delivered(delivered.message());
        }
    }

    private void answered(Answered answered) {
        messages.add(answered.message());
        expected = Optional.empty();
        overdue = false;
        firstAnsweredAt = firstAnsweredAt.or(() -> Optional.of(answered.at()));
        if (status != TicketStatus.CLOSED) {
            status = answered.proposesSolution() ? TicketStatus.SOLVED : TicketStatus.PENDING;
        }
    }

    boolean isLastAnswer(MessageId message) {
        return messages.stream()
                .filter(Message::isHumanAnswer)
                .reduce((earlier, later) -> later)
                .filter(last -> last.id().equals(message))
                .isPresent();
    }

    private void failed(MessageId message) {
        if (isLastAnswer(message) && status != TicketStatus.CLOSED) {
            failedAnswer = Optional.of(message);
            status = TicketStatus.OPEN;
        }
    }

    /** A dead letter that was sent after all answers as it would have. */
    private void delivered(MessageId message) {
        if (failedAnswer.filter(message::equals).isPresent() && status == TicketStatus.OPEN) {
            failedAnswer = Optional.empty();
            status = TicketStatus.PENDING;
            expected = Optional.empty();
            overdue = false;
        }
    }
}

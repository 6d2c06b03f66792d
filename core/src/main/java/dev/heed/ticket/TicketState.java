package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
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
            if (!received.message().automatic() && status != TicketStatus.NEW) {
                status = TicketStatus.OPEN;
            }
        } else if (event instanceof ReplyExpected expects) {
            expected = Optional.of(expects.expected());
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
}

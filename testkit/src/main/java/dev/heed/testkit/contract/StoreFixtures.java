package dev.heed.testkit.contract;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Customer;
import dev.heed.people.EmailAddress;
import dev.heed.sla.ReplyTarget;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Small true values for the contract of stores. */
final class StoreFixtures {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final ChannelId CHANNEL = ChannelId.of("contract");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ReplyTarget TARGET = new ReplyTarget(Duration.ofHours(8), BusinessHours.always(ZONE));

    private int last;

    Customer customer() {
        int number = ++last;
        return Customer.builder("c-" + number)
                .email("customer" + number + "@example.com")
                .build();
    }

    /** A ticket that has just been opened at this instant, not yet stored. */
    List<TicketEvent> opening(Customer customer, long number, Instant at) {
        ExpectedReply expected = TARGET.expectedFrom(at, ZONE);
        return Ticket.open(
                new TicketCommand.Open(
                        new TicketId(new UUID(7, ++last)),
                        number,
                        customer.id(),
                        customer.addresses().stream().findFirst(),
                        CHANNEL,
                        "A subject",
                        inbound(customer, at),
                        expected),
                at);
    }

    Message inbound(Customer customer, Instant at) {
        return Message.builder(
                        new MessageId("m-" + ++last),
                        new Author.ByCustomer(customer.id()),
                        Direction.INBOUND,
                        at,
                        "Where is my parcel?")
                .build();
    }

    TicketCommand receive(Customer customer, Instant at) {
        return new TicketCommand.Receive(inbound(customer, at), TARGET.expectedFrom(at, ZONE));
    }

    UnitOfWork.Builder unit(List<TicketEvent> opening, Customer customer) {
        return UnitOfWork.builder().change(Ticket.replay(opening), opening, 0).customer(customer);
    }

    OutboxEntry outgoing(TicketId ticket, Instant due) {
        OutboundMessage message = new OutboundMessage(
                new MessageId("m-" + ++last),
                CHANNEL,
                EmailAddress.of("customer@example.com"),
                Optional.empty(),
                "Maria Keller, Acme",
                "Re: A subject",
                new OutboundMessage.Content("It left this morning.", Optional.empty(), List.of()),
                List.of(),
                false,
                due,
                ZONE);
        return OutboxEntry.waiting(new UUID(9, ++last), ticket, message, due);
    }
}

package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One desk on a shop's store, into which messages come without waiting for a poll. */
final class ServingDesk {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String QUESTION =
            "Hello, I have ordered a lamp and two shades from you on Monday, and was told that they would be here by Friday."
                    + " It is Tuesday now, and the tracking page says nothing but that a label was printed. Where is my parcel, and can you"
                    + " send the shades on their own if the lamp is not there? Thank you, Ana";
    private static final String ANSWER =
            "Hello Ana, I have asked our warehouse: the lamp came back to us because the box was torn. A new one left this"
                    + " morning together with the shades, and is with you tomorrow before noon. I am sorry that nobody told you.";

    final Helpdesk desk;
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final Inbox inbox;

    ServingDesk(TicketStore store) {
        this(store, new MemoryChannel());
    }

    ServingDesk(TicketStore store, MemoryChannel channel) {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(channel)
                .store(store)
                .clock(InstantSource.system())
                .build();
        desk.runDue();
        inbox = Optional.ofNullable(channel.inbox()).orElseThrow();
    }

    TicketId open() {
        int number = LAST.incrementAndGet();
        String name = "in-" + number;
        return inbox.receive(InboundMessage.builder(name, QUESTION)
                        .sender(EmailAddress.of("customer" + number + "@example.com"))
                        .senderName("Ana Lima")
                        .subject("My parcel")
                        .sentAt(Instant.parse("2026-06-08T07:00:00Z"))
                        .reference(name)
                        .build())
                .ticket();
    }

    /** The id of the answer. */
    String answer(TicketId id) {
        desk.as(maria).getTicket(id); // nobody answers what was not read
        List<Message> messages = desk.as(maria).reply(id, ANSWER).messages();
        return messages.get(messages.size() - 1).id().value();
    }

    long number(TicketId id) {
        return desk.as(maria).getTicket(id).number();
    }

    /** Answers, and the customer says that it is solved. */
    void close(TicketId id) {
        var customer = desk.as(maria).getTicket(id).customer();
        desk.as(maria).proposeSolution(id, ANSWER);
        desk.forCustomer(customer).confirmSolved(id);
    }
}

package dev.heed.testkit.contract;

import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AccountAddress;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketEvent.Acknowledged;
import dev.heed.ticket.TicketEvent.AcknowledgementWithheld;
import dev.heed.ticket.TicketEvent.Answered;
import dev.heed.ticket.TicketEvent.BotWrote;
import dev.heed.ticket.TicketEvent.CustomerConfirmed;
import dev.heed.ticket.TicketEvent.Delivered;
import dev.heed.ticket.TicketEvent.DeliveryFailed;
import dev.heed.ticket.TicketEvent.MessageReceived;
import dev.heed.ticket.TicketEvent.NoteAdded;
import dev.heed.ticket.TicketEvent.OwnerAssigned;
import dev.heed.ticket.TicketEvent.Redriven;
import dev.heed.ticket.TicketEvent.Reopened;
import dev.heed.ticket.TicketEvent.ReplyExpected;
import dev.heed.ticket.TicketEvent.ReplyOverdue;
import dev.heed.ticket.TicketEvent.TicketOpened;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A ticket to which everything happens that can happen to one, a customer of whom everything is known, and a message
 * that has every part: what a store has to give back whole.
 */
final class FullLife {
    static final TicketId TICKET = new TicketId(new UUID(5, 5));
    private static final String WORDS = " Grüße, 你好, 👋🏽: \"it's\" 100 % \\ {{_}}\n\t-- ; <b>$1</b>\n\n";
    private static final String SUBJECT = "Größe 42½ – “where” is it? 📦";
    private static final String NAME = "name-of-it@outside.example";
    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
    private static final AgentId MARIA = new AgentId("maria");
    private static final List<Attachment> FILES = List.of(
            Attachment.of("größe.pdf", "application/pdf", new byte[] {0, 1, 13, 10, 127, -128, -1}),
            Attachment.of("empty", "text/plain", new byte[0]),
            Attachment.of("logo.png", "image/png", new byte[] {-119, 80}).inline("logo@shop.example"));

    private FullLife() {}

    static Customer customer() {
        return knownBy(Customer.builder("c-full"))
                .name("Ana Sílvia Çelik")
                .locale(Locale.forLanguageTag("zh-Hant-TW"))
                .zone(ZONE)
                .build();
    }

    /** The same customer after all but the addresses was taken back. */
    static Customer customerOfWhomLittleIsKnown() {
        return knownBy(Customer.builder("c-full")).build();
    }

    private static Customer.Builder knownBy(Customer.Builder customer) {
        return customer.email("ana@example.com").address(new AccountAddress("chat", "Ana#42"));
    }

    /** Every kind of event, the first at {@code start}; at the end the customer waits. */
    static List<TicketEvent> events(Instant start, long number, Customer customer) {
        Instant later = start.plusSeconds(1);
        ExpectedReply expected = new ExpectedReply(start.plus(Duration.ofHours(8)), "8 h, day and night", ZONE);
        Message received = inbound(customer, start, WORDS);
        Message answer = answer(later);
        return List.of(
                new TicketOpened(
                        TICKET,
                        start,
                        number,
                        customer.id(),
                        customer.addresses().stream().findFirst(),
                        StoreFixtures.CHANNEL,
                        SUBJECT),
                new MessageReceived(TICKET, start, received),
                new ReplyExpected(TICKET, start, expected),
                new Acknowledged(TICKET, start, acknowledgement(start), expected),
                new AcknowledgementWithheld(TICKET, later, "three a day"),
                new OwnerAssigned(TICKET, later, MARIA, "asked for by name"),
                new NoteAdded(TICKET, later, note(later)),
                new BotWrote(TICKET, later, byBot(later)),
                new Answered(TICKET, later, answer, true),
                new Delivered(TICKET, later, answer.id(), Optional.of(NAME)),
                new DeliveryFailed(TICKET, later, answer.id(), "no such mailbox"),
                new Redriven(TICKET, later, answer.id()),
                new CustomerConfirmed(TICKET, later, customer.id()),
                new Reopened(TICKET, later, TicketStatus.CLOSED),
                new MessageReceived(TICKET, later, plain(customer, later)),
                new ReplyExpected(TICKET, later, expected),
                new ReplyOverdue(TICKET, later, expected));
    }

    static Message inbound(Customer customer, Instant at, String words) {
        return Message.builder(
                        new MessageId("full-1"), new Author.ByCustomer(customer.id()), Direction.INBOUND, at, words)
                .html(Optional.of("<p>Grüße &amp; 你好</p>"))
                .attachments(FILES)
                .reference(Optional.of(NAME))
                .automatic(true)
                .remarks(List.of("It was cut at 25 MB.", "It was sent by a program."))
                .build();
    }

    private static Message plain(Customer customer, Instant at) {
        return Message.builder(new MessageId("full-2"), new Author.ByCustomer(customer.id()), Direction.INBOUND, at, "")
                .build();
    }

    private static Message acknowledgement(Instant at) {
        return Message.builder(
                        new MessageId("full-3"),
                        new Author.BySystem(Optional.of(MARIA)),
                        Direction.OUTBOUND,
                        at,
                        "Until 20:00.")
                .build();
    }

    private static Message note(Instant at) {
        return Message.builder(
                        new MessageId("full-4"),
                        new Author.ByAgent(MARIA),
                        Direction.INTERNAL,
                        at,
                        "Call her after six.")
                .build();
    }

    private static Message byBot(Instant at) {
        return Message.builder(
                        new MessageId("full-5"),
                        new Author.ByBot("Pärcel bot", Optional.empty()),
                        Direction.OUTBOUND,
                        at,
                        "It is in Gander.")
                .build();
    }

    private static Message answer(Instant at) {
        return Message.builder(
                        new MessageId("full-6"),
                        new Author.ByAgent(MARIA),
                        Direction.OUTBOUND,
                        at,
                        "It left.\n" + WORDS)
                .html(Optional.of("<p>It left.</p>"))
                .signature(new Signature(
                        "Mária Keller", Optional.of("Parcels"), Optional.of("+49 30 1234"), Optional.of("E-1017")))
                .attachments(FILES)
                .reference(Optional.of("answer-" + NAME))
                .build();
    }

    /** With every part there is. */
    static OutboundMessage outgoing(Instant writtenAt) {
        return new OutboundMessage(
                new MessageId("full-6"),
                StoreFixtures.CHANNEL,
                new AccountAddress("chat", "Ana#42"),
                Optional.of("Ana Sílvia Çelik"),
                "Mária Keller, Acme",
                SUBJECT,
                new OutboundMessage.Content(WORDS, Optional.of("<p>It left.</p>"), FILES),
                List.of("z-" + NAME, "a-" + NAME),
                true,
                writtenAt,
                ZONE);
    }
}

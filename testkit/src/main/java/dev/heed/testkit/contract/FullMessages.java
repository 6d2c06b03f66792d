package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.message.Attachment;
import dev.heed.message.Attachment.Refused;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.ContentHash;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.AccountAddress;
import dev.heed.people.Customer;
import dev.heed.people.DepartmentId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The messages of a {@link FullLife}: all that one can have, among them. */
final class FullMessages {
    static final String WORDS = " Grüße, 你好, 👋🏽: \"it's\" 100 % \\ {{_}}\n\t-- ; <b>$1</b>\n\n";
    static final String SUBJECT = "Größe 42½ – “where” is it? 📦";
    static final String NAME = "name-of-it@outside.example";
    static final ZoneId ZONE = ZoneId.of("America/St_Johns");
    private static final List<Attachment> FILES = List.of(
            Attachment.of("größe.pdf", "application/pdf", ContentHash.of(new byte[] {0, 1, 13}), 1L << 33),
            Attachment.of("empty", "text/plain", ContentHash.of(new byte[0]), 0),
            Attachment.of("logo.png", "image/png", ContentHash.of(new byte[] {-119, 80}), 2)
                    .inline("logo@shop.example"),
            Attachment.refused("film.mp4", "video/mp4", new Refused(Refused.Why.FILE_TOO_LARGE, 1L << 34))
                    .inline("film@shop.example"),
            Attachment.refused("more.mp4", "video/mp4", new Refused(Refused.Why.MESSAGE_TOO_LARGE, 1)),
            Attachment.refused("lost.mp4", "video/mp4", new Refused(Refused.Why.UNREADABLE, 0)));

    private FullMessages() {}

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

    static Message plain(Customer customer, Instant at) {
        return Message.builder(new MessageId("full-2"), new Author.ByCustomer(customer.id()), Direction.INBOUND, at, "")
                .build();
    }

    static Message acknowledgement(Instant at) {
        return Message.builder(
                        new MessageId("full-3"),
                        new Author.BySystem(Optional.of(MARIA)),
                        Direction.OUTBOUND,
                        at,
                        "Until 20:00.")
                .build();
    }

    static Note note(Instant at) {
        return Note.of(new NoteId("full-4"), new Author.ByAgent(MARIA), at, "@ben: call her after six." + WORDS)
                .to(new Audience.People(List.of(BEN, MARIA)))
                .mentioning(List.of(BEN))
                .with(FILES, List.of("It was cut at 25 MB.", "Grüße" + WORDS));
    }

    /** All that has to do with the people of the shop alone; at the end an ask and a note to a department are open. */
    static List<TicketEvent> notes(TicketId ticket, TicketId other, Instant at) {
        Instant due = at.plus(Duration.ofDays(3));
        DepartmentId shipping = DepartmentId.of("Größen & shipping");
        Note toShipping = Note.of(new NoteId("full-9"), new Author.ByAgent(BEN), at, "")
                .to(new Audience.DepartmentNote(shipping, "A-4711" + WORDS, "Add a card." + WORDS, due));
        Note ask = Note.of(new NoteId("full-10"), new Author.ByAgent(MARIA), at, "Is it blue?" + WORDS)
                .to(new Audience.InternalAsk(BEN, due));
        Note answer = Note.of(new NoteId("full-11"), new Author.ByBot("Pärcel bot", Optional.of(BEN)), at, "Green.")
                .to(new Audience.AnswerTo(ask.id()));
        Note open = ask.named(new NoteId("full-12")).to(new Audience.InternalAsk(shipping, due));
        return List.of(
                new NoteAdded(ticket, at, note(at)),
                new NoteAdded(ticket, at, report(at)),
                new NoteAdded(ticket, at, toShipping),
                new NoteAcknowledged(ticket, at, toShipping.id(), BEN),
                new NoteAdded(ticket, at, ask),
                new NoteAdded(ticket, at, answer),
                new NoteAdded(ticket, at, open),
                new NoteReminded(ticket, at, open.id(), List.of(shipping), 1),
                new AskedToo(ticket, at, open.id(), BEN, "Nobody is there." + WORDS),
                new NoteTakenOver(ticket, at, other, toShipping.named(new NoteId("full-13")), List.of(shipping, BEN)),
                new NoteAdded(ticket, at, ask.named(new NoteId("full-14"))),
                new NoteWithdrawn(ticket, at, new NoteId("full-14"), MARIA, "not wanted any more" + WORDS),
                new NoteAdded(ticket, at, ask.named(new NoteId("full-15"))),
                new NoteMoved(ticket, at, new NoteId("full-15"), other));
    }

    static Note report(Instant at) {
        return Note.of(new NoteId("full-8"), new Author.BySystem(Optional.of(MARIA)), at, "");
    }

    static Message byBot(Instant at) {
        return Message.builder(
                        new MessageId("full-5"),
                        new Author.ByBot("Pärcel bot", Optional.empty()),
                        Direction.OUTBOUND,
                        at,
                        "It is in Gander.")
                .build();
    }

    static Message answer(Instant at) {
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

    static Message reminder(Instant at) {
        return Message.builder(
                        new MessageId("full-7"),
                        new Author.BySystem(Optional.empty()),
                        Direction.OUTBOUND,
                        at,
                        "Is it solved?" + WORDS)
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

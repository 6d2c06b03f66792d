package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.message.ChannelId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A desk with one agent on which tickets live from the first word to the last: opened, acknowledged, owned, promised,
 * kept, answered, written to, solved and confirmed.
 */
final class LivingDesk {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");

    private final MemoryChannel channel = new MemoryChannel();
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final Helpdesk desk;
    private Instant now = START;
    private int last;

    LivingDesk() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(channel)
                .store(store)
                .clock(() -> now)
                .build();
    }

    /** One whole life. */
    Ticket live() {
        now = now.plusMillis(1);
        TicketId id = open();
        desk.as(maria).take(id);
        Reply promise = Reply.text("I have asked the carrier where it is.", Signature.of(maria));
        Instant due = now.plus(Duration.ofHours(4));
        Ticket promised = desk.as(maria)
                .reply(id, promise, Commitments.none().promise(PromiseKind.FIND_OUT, "where your parcel is", due));
        Reply found = Reply.text("It is at your post office since this morning.", Signature.of(maria));
        Ticket kept = desk.as(maria)
                .reply(
                        id,
                        found,
                        Commitments.none().keep(promised.openPromises().get(0).id()));
        channel.put(message("Thank you, but which one? There are two.")
                .sender(kept.address().orElseThrow())
                .answers(List.of(kept.messages().get(0).reference().orElseThrow()))
                .build());
        desk.runDue();
        desk.as(maria).getTicket(id); // nobody answers what was not read
        desk.as(maria).proposeSolution(id, "It is the one in Station Road, open until six.");
        desk.forCustomer(kept.customer()).confirmSolved(id);
        desk.runDue();
        return store.findTicket(id).orElseThrow();
    }

    /** A ticket that has just come in and was acknowledged. */
    private TicketId open() {
        channel.put(message("Where is my parcel? It should have been here on Monday.")
                .build());
        desk.runDue();
        return store.findByReference(ChannelId.of("memory"), "in-" + last).orElseThrow();
    }

    private InboundMessage.Builder message(String text) {
        String name = "in-" + ++last;
        return InboundMessage.builder(name, text)
                .sender(EmailAddress.of("customer" + last + "@example.com"))
                .senderName("Ana Lima")
                .subject("My parcel")
                .sentAt(now)
                .reference(name);
    }

    /** Somebody looks, so that from now on each commit is followed by the indexes. */
    void search() {
        TicketSearch everything = TicketSearch.builder().words("parcel").build();
        if (store.search(everything, Optional.empty(), 1).items().isEmpty()) {
            throw new IllegalStateException("Every ticket is about a parcel.");
        }
    }

    List<TicketEvent> history(Ticket ticket) {
        return store.history(ticket.id());
    }

    long sent() {
        return channel.sent();
    }
}

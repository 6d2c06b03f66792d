package dev.heed.testkit.leak;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.NotesDesk;
import dev.heed.error.HeedException;
import dev.heed.hours.BusinessHours;
import dev.heed.message.AttachmentSource;
import dev.heed.message.Note;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.Shop;
import dev.heed.privacy.ExportAudience;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.SilencePolicy;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A shop whose people write canaries wherever they write to each other, and a customer, Ana. Not thread-safe. */
final class LeakPlay implements AutoCloseable {
    static final Agent MARIA = DeskExtension.MARIA;
    static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    static final Agent OLGA = Agent.builder("olga", "Olga Winter")
            .employeeId("E-0001")
            .shopOwner()
            .build();
    static final DepartmentId SHIPPING = DepartmentId.of("shipping");
    static final String ANAS = "ana@example.com";
    static final CustomerId ANA = CustomerId.of("ana");
    static final CustomerId EVE = CustomerId.of("eve");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int MOST_ROUNDS = 50;

    final Bot bot = Bot.named("Parcel tracker");
    final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    final InMemoryAttachmentStore contents = new InMemoryAttachmentStore();
    final FakeChannel channel = FakeChannel.named("fake");
    final Set<TicketId> tickets = new LinkedHashSet<>();
    final Helpdesk desk;
    private final Set<String> written = new LinkedHashSet<>();
    private int canaries;

    LeakPlay() {
        BusinessHours hours = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), ZONE);
        desk = Helpdesk.builder(Shop.of("Acme", ZONE, Locale.ENGLISH))
                .agent(MARIA)
                .agent(BEN)
                .agent(OLGA)
                .department(Department.of("shipping", "Shipping", BEN.id()))
                .bot(bot)
                .channel(channel)
                .clock(clock)
                .ids(IdSource.version7(new Random(7)))
                .store(new InMemoryTicketStore())
                .attachments(contents)
                .acknowledgement(
                        Locale.ENGLISH,
                        "Thank you{{customer.greeting | default: \"\"}}. We answer by {{expected_reply}}.")
                .answersWithin(Duration.ofHours(4), hours)
                .ticketPolicy(TicketPolicy.builder(hours)
                        .silence(new SilencePolicy(1, 1, 1))
                        .build())
                .build();
        desk.on(TicketEvent.class, event -> tickets.add(event.ticket()));
        desk.backoffice()
                .register(Customer.builder("ana").name("Ana Çelik").email(ANAS).build());
        desk.backoffice()
                .register(Customer.builder("eve").email("eve@example.com").build());
        channel.receive(ANAS, "Where is my parcel?");
        channel.receive(ANAS, "And where is my invoice?");
        channel.receive("eve@example.com", "Do you sell lens caps?");
        rounds();
    }

    static AttachmentSource file(String name, String words) {
        byte[] content = words.getBytes(StandardCharsets.UTF_8);
        return AttachmentSource.of(name, "text/plain", () -> new ByteArrayInputStream(content));
    }

    void rounds() {
        for (int i = 0; i < MOST_ROUNDS && !desk.runDue().idle(); i++) {
            // another round
        }
    }

    void passes(Duration time) {
        clock.advance(time);
        rounds();
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** One that was not seen before. */
    String canary() {
        return CustomersEyes.canary(++canaries);
    }

    AgentDesk agent(int choice) {
        return desk.as(List.of(MARIA, BEN, OLGA).get(choice % 3));
    }

    NotesDesk notes(int choice) {
        return agent(choice).notes();
    }

    TicketId ticket(int choice) {
        return List.copyOf(tickets).get(choice % tickets.size());
    }

    /** The desk of somebody who has just read the ticket. */
    AgentDesk reading(int choice, TicketId ticket) {
        AgentDesk agent = agent(choice);
        agent.getTicket(ticket);
        return agent;
    }

    /** The last message to anybody. */
    OutboundMessage lastSent() {
        return channel.lastSent();
    }

    /** Does it, if it is allowed; what was written to colleagues then has to be there for them. */
    void does(LeakDeed deed, int choice) {
        isRefused(deed, choice); // then something else happens
    }

    /** Tries it, and says whether it could not be done here and now. */
    boolean isRefused(LeakDeed deed, int choice) {
        try {
            deed.play(this, choice);
            rounds();
            return false;
        } catch (HeedException refused) {
            rounds();
            return true;
        }
    }

    /** A note was written; its words are somewhere for the people of the shop. */
    void wrote(Ticket after) {
        List<Note> notes = after.notes();
        written.addAll(new CustomersEyes().see(notes.get(notes.size() - 1)).leaks());
    }

    Set<String> written() {
        return written;
    }

    /** All that Ana and Eve can get. Looking is writing and confirming, too, so this comes last. */
    CustomersEyes eyes() {
        CustomersEyes eyes = new CustomersEyes(contents.list(Optional.empty(), Integer.MAX_VALUE));
        for (CustomerId customer : List.of(ANA, EVE)) {
            eyes.seeDesk(desk.forCustomer(customer), List.copyOf(tickets));
            eyes.see(export(customer));
        }
        rounds();
        channel.sent().forEach(message -> eyes.see(channel.filesOf(message)));
        return eyes.see(channel.sent());
    }

    private byte[] export(CustomerId customer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            desk.backoffice().privacy().export(customer, ExportAudience.CUSTOMER, out);
        } catch (IOException e) {
            throw new AssertionError("Memory cannot be written.", e);
        }
        return out.toByteArray();
    }

    /** All that the people of the shop can see of the tickets. */
    CustomersEyes agentsEyes() {
        CustomersEyes eyes = new CustomersEyes();
        for (TicketId ticket : new ArrayList<>(tickets)) {
            eyes.see(desk.as(MARIA).getTicket(ticket));
        }
        return eyes;
    }

    @Override
    public void close() {
        desk.close();
    }
}

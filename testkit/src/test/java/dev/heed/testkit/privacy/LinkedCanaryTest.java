package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.CustomersDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.LegalHoldException;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.FactKey;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.ExportAudience;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person of several profiles is forgotten with all of them, and with what is known of her beside the tickets. */
class LinkedCanaryTest {
    private static final String CANARY = "canary-4711";
    private static final String HOME = "canary-4711@home.example";
    private static final String WORK = "canary-4711@work.example";
    private static final CustomerId EVE = CustomerId.of("eve");
    private static final OrganisationId ZETA = OrganisationId.of("zeta");

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final FakeChannel channel = FakeChannel.named("email");
    private Helpdesk desk;
    private CustomersDesk customers;
    private CustomerId home;
    private CustomerId work;

    @SuppressWarnings("NullAway.Init") // set before each test
    LinkedCanaryTest() {}

    @BeforeEach
    void aPersonWithTwoProfiles() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(clock)
                .store(store)
                .build();
        customers = desk.as(DeskExtension.MARIA).customers();
        home = writes(HOME);
        work = writes(WORK);
        desk.backoffice()
                .register(Customer.builder("eve").email("eve@example.com").build());
        customers.link(home, work, CANARY + " called.");
        ProfileLink wrong = customers.link(work, EVE, CANARY + " said so.");
        customers.unlink(wrong, CANARY + " was wrong.");
        customers.recordConsent(work, "newsletter", "Form of " + CANARY);
        customers.setLanguage(work, Locale.FRENCH);
        desk.backoffice()
                .organisations()
                .register(Organisation.of("zeta", "Zeta Ltd.")
                        .withMember(home, Sight.OWN)
                        .withMember(work, Sight.ALL)
                        .withMember(EVE, Sight.OWN));
        desk.forCustomer(EVE).requestConfirmation(EmailAddress.of(HOME));
        desk.forCustomer(home).requestConfirmation(EmailAddress.of(WORK));
        desk.runDue();
        channel.goDown(Kind.UNREACHABLE);
        desk.forCustomer(EVE).requestConfirmation(EmailAddress.of(WORK));
        desk.runDue();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CustomerId writes(String address) {
        return writesAs(address, "I am " + CANARY + ".");
    }

    private CustomerId writesAs(String address, String text) {
        channel.receive(address, text);
        desk.runDue();
        return customers.find(EmailAddress.of(address)).orElseThrow().id();
    }

    private List<String> left() {
        List<String> found = new ArrayList<>(new MemoryScan(CANARY, Set.of()).of(store));
        found.addAll(new MemoryScan(CANARY, Set.of(FakeChannel.class, InMemoryTicketStore.class)).of(desk));
        return found;
    }

    @Test
    void nothingIsLeftOfWhoWasForgottenByWhicheverProfile() {
        assertThat(left()).hasSizeGreaterThan(8);

        ErasureReport report = desk.backoffice().privacy().erase(home, "Asked by mail.");

        assertThat(left()).isEmpty();
        assertThat(report.isComplete()).as("%s", report).isTrue();
        assertThat(report.erased()).containsEntry("profiles", 2L).containsEntry("tickets", 2L);
        assertThat(store.links(EVE)).isEmpty();
        assertThat(customers.find(EVE)).isPresent();
        assertThat(desk.backoffice().organisations().find(ZETA).orElseThrow().members())
                .containsOnlyKeys(EVE);
    }

    @Test
    void nothingIsLeftInTheTicketsOfSomebodyForWhomTheyWereTaken() {
        channel.comeBack();
        clock.advance(Duration.ofHours(1));
        customers.unmergePerson(home, "Not hers.");
        CustomerId bob = writesAs("bob@example.com", "Where is my parcel?");
        TicketId his = desk.forCustomer(bob).tickets().get(0).id();
        ProfileLink link = customers.link(home, bob, "They live together.");
        TicketId hers = desk.forCustomer(home).tickets(9).stream()
                .map(CustomerTicket::id)
                .filter(id -> !id.equals(his))
                .findFirst()
                .orElseThrow();
        desk.forCustomer(home).provide(hers, "order-number", CANARY);
        desk.as(DeskExtension.MARIA).notes().add(hers, "Ask " + CANARY + ".");
        desk.as(DeskExtension.MARIA).mergeInto(hers, his, "The same parcel.");
        channel.receive(channel.message("I am still " + CANARY)
                .sender(EmailAddress.of(HOME))
                .answers(store.findTicket(his).orElseThrow().messages().get(1).reference().stream()
                        .toList())
                .attachments(List.of(AttachmentSource.of(
                        "me.txt",
                        "text/plain",
                        () -> new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8)))))
                .build());
        desk.forCustomer(home).provide(his, "customer-number", CANARY);
        desk.forCustomer(bob).provide(his, "colour", "red");
        desk.forCustomer(home).takeBack(his, FactKind.PROVIDED, "colour", "Not " + CANARY + ".");
        desk.forCustomer(bob).provide(his, "size", "small");
        desk.runDue();
        customers.unlink(link, "They do not.");
        List<TicketEvent> before = store.history(his);
        assertThat(before)
                .anyMatch(event -> event instanceof MessageReceived received
                        && received.message().text().contains(CANARY));
        ContentHash file = before.stream()
                .flatMap(event -> event.attachments().stream())
                .flatMap(attachment -> attachment.content().stream())
                .findFirst()
                .orElseThrow();
        assertThat(desk.as(DeskExtension.MARIA).attachments().findContent(his, file))
                .isPresent();

        ErasureReport report = desk.backoffice().privacy().erase(home, "Asked by mail.");

        assertThat(store.history(his)).hasSameSizeAs(before);
        assertThat(new MemoryScan(CANARY, Set.of()).of(store.history(his))).isEmpty();
        assertThat(desk.as(DeskExtension.MARIA).attachments().findContent(his, file))
                .isEmpty();
        assertThat(store.history(his).get(0)).isEqualTo(before.get(0));
        assertThat(Ticket.replay(store.history(his)))
                .isEqualTo(store.findTicket(his).orElseThrow());
        assertThat(desk.forCustomer(bob).getTicket(his).messages())
                .extracting(CustomerTicket.Line::text)
                .contains("Where is my parcel?");
        assertThat(store.findTicket(his).orElseThrow().closing()).isEmpty();
        assertThat(store.findTicket(his).orElseThrow().facts().find(FactKind.PROVIDED, FactKey.of("size")))
                .isPresent();
        assertThat(report.isComplete()).as("%s", report).isTrue();
    }

    @Test
    void whatIsHisOwnStaysWhereverItWas() {
        customers.unmergePerson(home, "Not hers.");
        channel.comeBack();
        clock.advance(Duration.ofHours(1));
        CustomerId bob = writesAs("bob@example.com", "Where is my parcel?");
        TicketId his = desk.forCustomer(bob).tickets().get(0).id();
        ProfileLink link = customers.link(home, bob, "They live together.");
        TicketId hers = desk.forCustomer(home).tickets(9).stream()
                .map(CustomerTicket::id)
                .filter(id -> !id.equals(his))
                .findFirst()
                .orElseThrow();
        desk.as(DeskExtension.MARIA).mergeInto(his, hers, "The same parcel.");
        desk.forCustomer(bob).write(his, "It was green.");
        desk.forCustomer(bob).provide(his, "size", "small");
        customers.unlink(link, "They do not.");

        desk.backoffice().privacy().erase(home, "Asked by mail.");

        assertThat(desk.forCustomer(bob).getTicket(his).messages())
                .extracting(CustomerTicket.Line::text)
                .contains("Where is my parcel?", "It was green.");
        assertThat(store.findTicket(his).orElseThrow().facts().find(FactKind.PROVIDED, FactKey.of("size")))
                .isPresent();
        assertThat(store.findTicket(his).orElseThrow().expected()).isPresent();
    }

    @Test
    void oneHeldProfileKeepsThePerson() {
        desk.backoffice().privacy().hold(work, "Court order 7.");

        assertThatThrownBy(() -> desk.backoffice().privacy().erase(home, "Asked by mail."))
                .isInstanceOf(LegalHoldException.class);
        assertThat(customers.find(home)).isPresent();
    }

    @Test
    void whoIsLinkedNoMoreIsNotForgottenWithHer() {
        customers.unmergePerson(home, "It was her brother.");

        desk.backoffice().privacy().erase(home, "Asked by mail.");

        assertThat(customers.find(work)).isPresent();
        assertThat(customers.consents(work)).hasSize(1);
        assertThat(desk.forCustomer(work).tickets()).hasSize(1);
    }

    @Test
    void anExportHasAllProfilesTheirTicketsAndConsents() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.backoffice().privacy().export(home, ExportAudience.CUSTOMER, out);
        String export = out.toString(StandardCharsets.UTF_8);

        assertThat(export).contains(HOME, WORK, "\"purpose\":\"newsletter\"", "Form of " + CANARY);
        assertThat(export.split("\"subject\"")).hasSize(3);
    }
}

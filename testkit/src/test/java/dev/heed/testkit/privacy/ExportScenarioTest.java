package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.ListeningOptions;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Shop;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.privacy.ExportAudience;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks what is known of them gets all of it, and nothing of anybody else. */
class ExportScenarioTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BEN = CustomerId.of("ben");

    private final Counting store = new Counting();
    private final FakeChannel channel = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private Helpdesk desk;

    /** A store that counts how many tickets it is asked for at once. */
    private static final class Counting extends ForwardingStore {
        private int mostAtOnce;

        @Override
        public List<Ticket> list(TicketQuery query, int limit) {
            mostAtOnce = Math.max(mostAtOnce, limit);
            return super.list(query, limit);
        }

        @Override
        public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
            mostAtOnce = Math.max(mostAtOnce, limit);
            return super.search(search, after, limit);
        }
    }

    @SuppressWarnings("NullAway.Init") // set before each test
    ExportScenarioTest() {}

    @BeforeEach
    void anaAndBenAreKnown() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(clock)
                .store(store)
                .listening(ListeningOptions.defaults()
                        .withPlaybooks(Playbook.of(Step.of(
                                "wipe-disk", "wipe the disk", Invasiveness.DESTRUCTIVE, Duration.ofMinutes(30)))))
                .build();
        desk.backoffice()
                .register(Customer.builder("ana").email("ana@example.com").build());
        desk.backoffice()
                .register(Customer.builder("ben").email("ben@example.com").build());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private AgentDesk maria() {
        return desk.as(DeskExtension.MARIA);
    }

    private TicketId written(CustomerId by, String text) {
        channel.receive(by.value() + "@example.com", text);
        desk.runDue();
        return store.list(new TicketQuery.OfCustomer(by), 1).get(0).id();
    }

    private String export(CustomerId id, ExportAudience audience) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.backoffice().privacy().export(id, audience, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void herExportHasNothingOfSomebodyWhoWasOnlyTakenForHer() throws IOException {
        TicketId anas = written(ANA, "My lamp is broken.");
        TicketId bens = written(BEN, "I am her brother.");
        ProfileLink link = maria().customers().link(ANA, BEN, "They called.");
        desk.forCustomer(BEN).write(anas, "My own secret.");
        maria().mergeInto(bens, anas, "the same");
        assertThat(export(ANA, ExportAudience.CUSTOMER)).contains("My own secret.", "I am her brother.");

        maria().customers().unlink(link, "It was her brother.");

        assertThat(export(ANA, ExportAudience.CUSTOMER))
                .contains("My lamp is broken.")
                .doesNotContain("My own secret.", "I am her brother.");
        assertThat(export(ANA, ExportAudience.SHOP)).contains("My own secret.");
        assertThat(export(BEN, ExportAudience.CUSTOMER))
                .contains("I am her brother.")
                .doesNotContain("My lamp is broken.");
    }

    @Test
    void herExportHasWhatSheGaveInFormsAndMessagesAndNothingTheShopFound() throws IOException {
        TicketId id = written(ANA, "My serial number is 4711, and I may not be in.");
        desk.forCustomer(ANA).provide(id, "color", "a dark green");
        desk.forCustomer(ANA).provide(id, "color", "a light green");
        desk.forCustomer(ANA).tried(id, "restart", "It beeps now.");
        maria().listening()
                .noteWritten(
                        id,
                        FactKind.PROVIDED,
                        "serial",
                        "no. 4711",
                        maria().getTicket(id).messages().get(0).id(),
                        "4711");
        maria().listening().lookedUp(id, "ledger", "paid", "She has paid twice.");

        assertThat(export(ANA, ExportAudience.CUSTOMER))
                .contains("\"kind\":\"PROVIDED\",\"key\":\"color\",\"value\":\"a light green\",\"source\":\"form\"")
                .contains("a dark green", "SUPERSEDED", "It beeps now.")
                .contains("\"key\":\"serial\",\"value\":\"no. 4711\",\"source\":\"message\"")
                .doesNotContain("paid twice", "EVIDENCE");
        assertThat(export(ANA, ExportAudience.SHOP)).contains("She has paid twice.", "a light green");
    }

    @Test
    void herExportHasTheProblemAsSheWasToldAndHerConsents() throws IOException {
        TicketId id = written(ANA, "My router is broken.");
        maria().getTicket(id);
        maria().reply(
                        id,
                        Reply.text("I look into it.", Signature.of(DeskExtension.MARIA))
                                .rephrasing("Your router does not start."));
        desk.runDue();
        desk.forCustomer(ANA).confirmProblem(id);
        desk.forCustomer(ANA).consent(id, "wipe-disk");

        assertThat(export(ANA, ExportAudience.CUSTOMER))
                .contains("\"problem\":{\"text\":\"Your router does not start.\"", "\"state\":\"CONFIRMED\"")
                .contains("\"consentsToSteps\":[{\"step\":\"wipe-disk\",\"source\":\"form\"");
    }

    @Test
    void whatSomebodyWhoWasOnlyTakenForHerHasGivenWasToldAndPromisedIsNotInHerExport() throws IOException {
        TicketId anas = written(ANA, "My lamp is broken.");
        TicketId bens = written(BEN, "I am her brother.");
        desk.forCustomer(BEN).provide(bens, "serial", "BEN-4711");
        desk.forCustomer(BEN).consent(bens, "wipe-disk");
        maria().getTicket(bens);
        maria().reply(
                        bens,
                        Reply.text("I look into it.", Signature.of(DeskExtension.MARIA))
                                .rephrasing("Ben wants to move out."));
        desk.runDue();
        ProfileLink link = maria().customers().link(ANA, BEN, "They called.");
        desk.forCustomer(BEN).provide(anas, "color", "what Ben likes");
        maria().mergeInto(bens, anas, "the same");
        assertThat(export(ANA, ExportAudience.CUSTOMER))
                .contains("what Ben likes", "BEN-4711", "Ben wants", "wipe-disk");

        maria().customers().unlink(link, "It was her brother.");

        assertThat(export(ANA, ExportAudience.CUSTOMER))
                .contains("My lamp is broken.")
                .doesNotContain("what Ben likes", "BEN-4711", "Ben wants", "wipe-disk");
        assertThat(export(BEN, ExportAudience.CUSTOMER)).contains("BEN-4711", "Ben wants", "wipe-disk");
    }

    @Test
    void whatHeedOwesByItselfIsInTheExportOfTheShopAlone() throws IOException {
        TicketId id = written(ANA, "My lamp is broken.");
        maria().getTicket(id);
        Commitments promised = Commitments.none()
                .promise(PromiseKind.ACTION, "a new lamp", clock.instant().plus(Duration.ofHours(2)));
        maria().reply(id, Reply.text("You get a new one.", Signature.of(DeskExtension.MARIA)), promised);
        clock.advance(Duration.ofDays(1));
        desk.runDue();

        assertThat(export(ANA, ExportAudience.CUSTOMER)).contains("a new lamp").doesNotContain("APOLOGY", "\"REPLY\"");
        assertThat(export(ANA, ExportAudience.SHOP)).contains("a new lamp", "APOLOGY", "\"REPLY\"");
    }

    @Test
    void whatIsDeletedOrPutAsideIsThereToo() throws IOException {
        TicketId deleted = written(ANA, "A test of mine.");
        maria().getTicket(deleted);
        maria().reply(deleted, "It has arrived.");
        maria().structure().delete(deleted, "a test");
        maria().markSpam(written(ANA, "Buy more."), "an advertisement");
        maria().getTicket(written(ANA, "Call me tomorrow."));

        assertThat(export(ANA, ExportAudience.CUSTOMER)).contains("A test of mine.", "Buy more.", "Call me tomorrow.");
        assertThat(desk.forCustomer(ANA).tickets()).hasSize(2);
    }

    @Test
    void notAllTicketsOfWhoHasManyAreHeldAtOnce() throws IOException {
        for (int i = 0; i < 230; i++) {
            channel.receive("ana@example.com", "Message " + i + ".");
        }
        while (!desk.runDue().idle()) {
            // another round
        }
        store.mostAtOnce = 0;

        String export = export(ANA, ExportAudience.SHOP);

        assertThat(store.mostAtOnce).isLessThanOrEqualTo(50);
        for (int i = 0; i < 230; i++) {
            assertThat(export).containsOnlyOnce("\"from\":\"customer\",\"text\":\"Message " + i + ".\"");
        }
    }
}

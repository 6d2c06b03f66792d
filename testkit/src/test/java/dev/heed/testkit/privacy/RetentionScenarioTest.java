package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ConfigurationException;
import dev.heed.hours.BusinessHours;
import dev.heed.json.EventJson;
import dev.heed.json.Redaction;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.SilencePolicy;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import dev.heed.ticket.TicketStatus;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was closed long enough ago is forgotten by itself, and nothing else is. */
class RetentionScenarioTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final BusinessHours HOURS = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), ZONE);
    private static final Duration KEPT = Duration.ofDays(365);
    private static final String ANA = "ana@example.com";
    private static final String WORDS = "My parcel 4711 is lost.";

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final InMemoryAttachmentStore contents = new InMemoryAttachmentStore();
    private final FakeChannel channel = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final EventJson json = EventJson.create();
    private Helpdesk desk = desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Helpdesk desk() {
        return Helpdesk.builder(Shop.of("Acme", ZONE, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(clock)
                .store(store)
                .attachments(contents)
                .answersWithin(Duration.ofHours(8), HOURS)
                .ticketPolicy(TicketPolicy.builder(HOURS)
                        .silence(new SilencePolicy(1, 1, 1))
                        .retention(KEPT)
                        .build())
                .build();
    }

    private AgentDesk maria() {
        return desk.as(DeskExtension.MARIA);
    }

    private Ticket opened(String from, String words) {
        channel.receive(from, words);
        desk.runDue();
        CustomerId customer =
                store.findCustomer(EmailAddress.of(from)).orElseThrow().id();
        return ticketsOf(customer).get(0);
    }

    private List<Ticket> ticketsOf(CustomerId customer) {
        return store.list(new TicketQuery.OfCustomer(customer), 1000);
    }

    private TicketId closed(String from, String words) {
        TicketId id = opened(from, words).id();
        solve(id);
        return id;
    }

    private void solve(TicketId id) {
        maria().getTicket(id);
        maria().reply(id, "It is found.");
        desk.forCustomer(kept(id).customer()).confirmSolved(id);
        desk.runDue();
        assertThat(kept(id).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whoHasAgreedToSomethingStaysWithWhatWasAgreedTo() {
        TicketId ticket = closed(ANA, WORDS);
        CustomerId ana = kept(ticket).customer();
        maria().customers().recordConsent(ana, "newsletter", "Said so on the phone.");
        passes(KEPT.plusDays(1));

        assertThat(maria().customers().find(ana)).isPresent();
        assertThat(maria().customers().consents(ana)).hasSize(1);
        assertThat(store.history(ticket)).noneMatch(event -> json.write(event).contains(WORDS));
    }

    private void passes(Duration time) {
        clock.advance(time);
        for (int round = 0; round < 1000; round++) {
            if (desk.runDue().idle()) {
                return;
            }
        }
        throw new AssertionError("The desk does not come to rest.");
    }

    private Ticket kept(TicketId id) {
        return store.findTicket(id).orElseThrow();
    }

    private boolean isForgotten(TicketId id) {
        String history = json.writeHistory(store.history(id));
        assertThat(history.contains(" 4711")).isEqualTo(!Redaction.isPseudonym(kept(id).customer()));
        return Redaction.isPseudonym(kept(id).customer());
    }

    @Test
    void aClosedTicketIsForgottenWhenItsTimeIsOverAndNotBefore() {
        TicketId id = closed(ANA, WORDS);

        passes(KEPT.minusMinutes(1));
        assertThat(isForgotten(id)).isFalse();

        passes(Duration.ofHours(2));
        assertThat(isForgotten(id)).isTrue();
        assertThat(store.findCustomer(EmailAddress.of(ANA))).isEmpty();
        assertThat(desk.backoffice().privacy().reports(10))
                .singleElement()
                .satisfies(report -> assertThat(report.isComplete()).isTrue())
                .extracting(ErasureReport::by)
                .satisfies(by -> assertThat(by).isEmpty());
        Ticket known = kept(id);
        assertThat(known.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(known.firstAnsweredAt()).isPresent();
    }

    @Test
    void itsFilesGoWithItAndThoseOfATicketThatIsKeptStay() {
        TicketId old = opened(ANA, WORDS).id();
        CustomerDesk ana = desk.forCustomer(kept(old).customer());
        byte[] receipt = {1, 2, 3};
        byte[] photo = {4, 5, 6};
        ana.write(old, "See both.", List.of(file(receipt), file(photo)));
        solve(old);
        passes(Duration.ofDays(300));
        TicketId young = opened(ANA, "Another one, and 4711 again.").id();
        ana.write(young, "See the photo.", List.of(file(photo)));

        passes(Duration.ofDays(66));

        assertThat(isForgotten(old)).isTrue();
        assertThat(contents.list(Optional.empty(), 10)).containsExactly(ContentHash.of(photo));
        assertThat(desk.backoffice().privacy().reports(10)).singleElement().satisfies(report -> {
            assertThat(report.erased()).containsEntry("attachments", 1L);
            assertThat(report.isComplete()).isTrue();
        });
    }

    private static AttachmentSource file(byte[] content) {
        return AttachmentSource.of("a.png", "image/png", () -> new ByteArrayInputStream(content));
    }

    @Test
    void nothingIsForgottenTwice() {
        closed(ANA, WORDS);
        passes(KEPT.plusDays(1));

        passes(Duration.ofDays(1));

        assertThat(desk.backoffice().privacy().reports(10)).hasSize(1);
    }

    @Test
    void theOldTicketOfSomebodyWhoWritesStillIsForgottenAndTheNewOneIsNot() {
        TicketId old = closed(ANA, WORDS);
        clock.advance(KEPT.minusDays(2));
        Ticket latest = opened(ANA, "My parcel 4711 is lost again.");

        passes(Duration.ofDays(3));

        assertThat(isForgotten(old)).isTrue();
        assertThat(isForgotten(latest.id())).isFalse();
        assertThat(kept(latest.id()).customer()).isEqualTo(latest.customer());
        assertThat(store.findCustomer(EmailAddress.of(ANA))).isPresent();
    }

    @Test
    void whomTheShopKnowsStaysKnown() {
        desk.backoffice()
                .register(Customer.builder("ana").name("Ana Belo").email(ANA).build());
        TicketId id = closed(ANA, WORDS);

        passes(KEPT.plusDays(1));

        assertThat(isForgotten(id)).isTrue();
        assertThat(store.findCustomer(CustomerId.of("ana"))).isPresent();
        assertThat(ticketsOf(CustomerId.of("ana"))).isEmpty();
    }

    @Test
    void whatMustBeKeptByOrderIsKeptUntilItIsReleased() {
        TicketId id = closed(ANA, WORDS);
        CustomerId ana = kept(id).customer();
        desk.backoffice().privacy().hold(ana, "Court order 12.");

        passes(KEPT.plusDays(100));
        assertThat(isForgotten(id)).isFalse();

        desk.backoffice().privacy().release(ana);
        passes(Duration.ofHours(2));
        assertThat(isForgotten(id)).isTrue();
    }

    @Test
    void aDuplicateIsKeptAsLongAsTheTicketInWhichItGoesOn() {
        TicketId duplicate = opened(ANA, WORDS).id();
        TicketId target = opened(ANA, "About 4711 once more.").id();
        maria().mergeInto(duplicate, target, "The same.");
        solve(target);
        passes(Duration.ofDays(20));
        desk.forCustomer(kept(target).customer()).write(target, "And 4711?");
        solve(target);

        passes(KEPT.minusDays(10));
        assertThat(isForgotten(duplicate)).isFalse();

        passes(KEPT);
        assertThat(isForgotten(duplicate)).isTrue();
        assertThat(isForgotten(target)).isTrue();
    }

    @Test
    void whatWasDeletedIsForgottenToo() {
        TicketId id = closed(ANA, WORDS);
        maria().structure().delete(id, "A test.");

        passes(KEPT.plusDays(1));

        assertThat(isForgotten(id)).isTrue();
    }

    @Test
    void manyAreForgottenOverSeveralRounds() {
        for (int i = 0; i < 230; i++) {
            closed("somebody" + i + "@example.com", WORDS);
        }

        passes(KEPT.plusDays(1));

        assertThat(desk.backoffice().privacy().reports(1000)).hasSize(230);
    }

    @Test
    void anotherDeskOnTheSameStoreGoesOnWhereTheFirstWas() {
        TicketId first = closed(ANA, WORDS);
        passes(KEPT.plusDays(1));
        TicketId second = closed("ben@example.com", "And mine is 4711, too.");
        desk = desk();

        passes(KEPT.plusDays(1));

        assertThat(isForgotten(first)).isTrue();
        assertThat(isForgotten(second)).isTrue();
    }

    @Test
    void whatCanBeOpenedAgainCannotBeForgotten() {
        assertThatThrownBy(() -> TicketPolicy.builder(HOURS)
                        .retention(Duration.ofDays(29))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("retention");
        assertThat(TicketPolicy.builder(HOURS).build().retention()).isEmpty();
        BusinessHours hours = HOURS;
        TicketPolicy threeYears =
                TicketPolicy.builder(hours).retention(Duration.ofDays(3 * 365)).build();
        assertThat(threeYears.retention()).contains(Duration.ofDays(1095));
    }
}

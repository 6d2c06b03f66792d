package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.Helpdesk;
import dev.heed.PrivacyDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.LegalHoldException;
import dev.heed.error.NotFoundException;
import dev.heed.json.Redaction;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ChannelId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.InTheWay;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever others do while somebody is forgotten is forgotten, too, or refused; nothing is left in between. */
class ErasureRaceTest {
    private static final String CANARY = "canary-4711";
    private static final CustomerId ANA = CustomerId.of(CANARY);
    private static final CustomerId BEN = CustomerId.of("ben");
    private static final EmailAddress ADDRESS = EmailAddress.of("canary-4711@example.com");

    private final InTheWay store = new InTheWay();
    private final FakeChannel channel = FakeChannel.named("email");
    private Helpdesk desk;
    private PrivacyDesk privacy;
    private TicketId ticket;

    @SuppressWarnings("NullAway.Init") // set before each test
    ErasureRaceTest() {}

    @BeforeEach
    void anaHasWritten() {
        Agent maria = DeskExtension.MARIA;
        desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(maria)
                .channel(channel)
                .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                .store(store)
                .build();
        privacy = desk.backoffice().privacy();
        desk.backoffice()
                .register(Customer.builder(CANARY)
                        .name("Canary-4711 Smith")
                        .address(ADDRESS)
                        .build());
        desk.backoffice()
                .register(Customer.builder("ben").email("ben@example.com").build());
        writes();
        ticket = ticketsOf(ANA).get(0).id();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void writes() {
        channel.receive(ADDRESS.value(), "I am " + CANARY + ".");
        desk.runDue();
    }

    private AgentDesk maria() {
        return desk.as(DeskExtension.MARIA);
    }

    private List<Ticket> ticketsOf(CustomerId customer) {
        return store.list(new TicketQuery.OfCustomer(customer), 1000);
    }

    private List<String> left() {
        return new MemoryScan(CANARY, Set.of(FakeChannel.class)).of(desk);
    }

    private ErasureReport isForgottenWhole() {
        ErasureReport report = privacy.erase(ANA, "Asked by mail.");
        assertThat(report.isComplete()).as("%s", report).isTrue();
        assertThat(left()).isEmpty();
        assertThat(privacy.reports(10)).containsExactly(report);
        return report;
    }

    @Test
    void aTicketThatIsOpenedMeanwhileIsForgottenToo() {
        store.beforeErasing(this::writes);

        assertThat(isForgottenWhole().erased()).containsEntry("tickets", 2L);
    }

    @Test
    void whoWritesJustAfterIsSomebodyNew() {
        store.before(
                unit -> unit.inbound().isPresent(),
                () -> assertThat(privacy.erase(ANA, "Asked by mail.")).matches(ErasureReport::isComplete));

        writes();

        Customer stranger = store.findCustomer(ADDRESS).orElseThrow();
        assertThat(stranger.id()).isNotEqualTo(ANA);
        assertThat(ticketsOf(stranger.id())).hasSize(1);
        assertThat(ticketsOf(ANA)).isEmpty();
    }

    @Test
    void aDraftThatIsBegunMeanwhileIsForgottenToo() {
        store.beforeErasing(() -> maria().drafts().write(ticket, "Dear " + CANARY));

        isForgottenWhole();
    }

    @Test
    void theFileOfADraftThatIsBegunMeanwhileIsForgottenToo() {
        byte[] picture = ("picture " + CANARY).getBytes(StandardCharsets.UTF_8);
        store.beforeErasing(() -> maria().drafts()
                .write(
                        ticket,
                        Reply.text("Dear " + CANARY, Signature.of(DeskExtension.MARIA))
                                .attach(AttachmentSource.of(
                                        "lamp.txt", "text/plain", () -> new ByteArrayInputStream(picture))),
                        Commitments.none()));

        isForgottenWhole();
    }

    @Test
    void aDraftThatIsBegunJustAfterIsRefused() {
        store.before(unit -> !unit.documents().isEmpty(), this::isForgottenWhole);

        assertThatThrownBy(() -> maria().drafts().write(ticket, "Dear " + CANARY))
                .isInstanceOf(InvalidInputException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void aDraftThatIsBegunWhileItsTicketIsClosedAsErasedIsRefused() {
        store.before(
                unit -> !unit.documents().isEmpty(),
                () -> desk.backoffice().closeErased(ticket, DeskExtension.MARIA.id(), "Asked."));

        assertThatThrownBy(() -> maria().drafts().write(ticket, "Dear " + CANARY))
                .isInstanceOf(InvalidInputException.class);
        assertThat(maria().drafts().of(ticket)).isEmpty();
    }

    @Test
    void aDraftThatIsBegunWhileItsTicketIsBeingClosedAsErasedGoesWithIt() {
        store.before(unit -> !unit.changes().isEmpty(), () -> maria().drafts().write(ticket, "Dear " + CANARY));

        desk.backoffice().closeErased(ticket, DeskExtension.MARIA.id(), "Asked.");

        assertThat(maria().drafts().of(ticket)).isEmpty();
    }

    @Test
    void whatWasReadBeforeIsNotWrittenBackAfter() {
        desk.backoffice().closeErased(ticket, DeskExtension.MARIA.id(), "Asked.");
        store.before(unit -> unit.changes().size() == 1 && unit.rewrites().isEmpty(), this::isForgottenWhole);

        assertThatThrownBy(() -> maria().filing().addTags(ticket, "broken")).isInstanceOf(InvalidInputException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void aConfirmationThatIsAskedForMeanwhileIsForgottenWithItsLetter() {
        CustomerDesk ana = desk.forCustomer(ANA);
        store.beforeErasing(() -> ana.requestConfirmation(EmailAddress.of("other-canary-4711@example.org")));

        isForgottenWhole();
        int sent = channel.sent().size();
        desk.runDue();
        assertThat(channel.sent()).hasSize(sent);
    }

    @Test
    void whoIsForgottenAsksForNoConfirmationAnyMore() {
        CustomerDesk ana = desk.forCustomer(ANA);
        EmailAddress other = EmailAddress.of("other-canary-4711@example.org");
        store.before(unit -> !unit.newOutbox().isEmpty(), this::isForgottenWhole);

        assertThatThrownBy(() -> ana.requestConfirmation(other)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ana.requestConfirmation(other)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ana.write(ticket, "It is " + CANARY)).isInstanceOf(NotFoundException.class);
        assertThat(ana.tickets()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsKnownOfHerIsNotWrittenBackAfter() {
        store.before(unit -> !unit.customers().isEmpty(), this::isForgottenWhole);

        assertThatThrownBy(() -> maria().customers().setLanguage(ANA, Locale.FRENCH))
                .isInstanceOf(NotFoundException.class);
        store.before(unit -> !unit.documents().isEmpty(), () -> {});
        assertThatThrownBy(() -> maria().customers().recordConsent(ANA, "newsletter", "form"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> maria().customers().link(ANA, BEN, "one")).isInstanceOf(NotFoundException.class);
        assertThat(store.findCustomer(ANA)).isEmpty();
        assertThat(store.links(BEN)).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void aMailThatCannotBeReadAndComesMeanwhileIsForgottenToo() {
        store.beforeErasing(() -> store.keepUnreadable(new UnreadableInbound(
                new InboundKey(ChannelId.of("email"), "u-1"),
                Instant.EPOCH,
                "Broken.",
                "From: Canary-4711@Example.com".getBytes(StandardCharsets.UTF_8))));

        isForgottenWhole();
    }

    @Test
    void aHoldThatIsOrderedMeanwhileKeepsEverything() {
        store.beforeErasing(() -> privacy.hold(ANA, "Court order 7."));

        assertThatThrownBy(() -> privacy.erase(ANA, "Asked by mail.")).isInstanceOf(LegalHoldException.class);

        assertThat(ticketsOf(ANA)).singleElement().matches(one -> !one.erased());
        assertThat(store.findCustomer(ANA)).isPresent();
        assertThat(privacy.reports(10)).isEmpty();
    }

    @Test
    void aHoldThatIsOrderedJustAfterIsOfNobody() {
        store.before(unit -> !unit.documents().isEmpty() && unit.rewrites().isEmpty(), this::isForgottenWhole);

        assertThatThrownBy(() -> privacy.hold(ANA, "Court order 7.")).isInstanceOf(NotFoundException.class);

        assertThat(privacy.holds(10)).isEmpty();
    }

    @Test
    void whoIsLinkedMeanwhileWithSomebodyHeldIsKept() {
        privacy.hold(BEN, "Court order 7.");
        store.beforeErasing(() -> maria().customers().link(ANA, BEN, "They called."));

        assertThatThrownBy(() -> privacy.erase(ANA, "Asked by mail.")).isInstanceOf(LegalHoldException.class);

        assertThat(store.findCustomer(ANA)).isPresent();
        assertThat(store.links(BEN)).hasSize(1);
    }

    @Test
    void whoIsLinkedMeanwhileIsForgottenToo() {
        store.beforeErasing(() -> maria().customers().link(ANA, BEN, "They called."));

        assertThat(isForgottenWhole().erased()).containsEntry("profiles", 2L);
        assertThat(store.findCustomer(BEN)).isEmpty();
    }

    @Test
    void whatIsLeftOfSomebodyUnknownCanBeErased() {
        privacy.erase(ANA, "Asked by mail.");
        assertThatThrownBy(() -> privacy.erase(ANA, "Again.")).isInstanceOf(NotFoundException.class);
        var unused = store.commit(UnitOfWork.builder()
                .document(StoredDocument.of("consents", "c-1", CANARY, CANARY))
                .build());

        assertThat(privacy.erase(ANA, "What was left.").isComplete()).isTrue();
        assertThat(left()).isEmpty();
        assertThat(privacy.reports(10)).hasSize(2).allMatch(ErasureReport::isComplete);
    }

    @Test
    void aPseudonymIsNobodyAndNothingIsDoneInItsName() {
        CustomerId nobody = isForgottenWhole().pseudonym();

        assertThat(Redaction.isPseudonym(nobody)).isTrue();
        assertThatThrownBy(() -> desk.forCustomer(nobody)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> privacy.erase(nobody, "Again.")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> privacy.hold(nobody, "Court order 7.")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> maria().customers().link(nobody, BEN, "one")).isInstanceOf(NotFoundException.class);
        assertThat(maria().getTicket(ticket).customer()).isEqualTo(nobody);
    }
}

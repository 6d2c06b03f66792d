package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.PrivacyDesk;
import dev.heed.SavedView;
import dev.heed.SharedWith;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.InvalidInputException;
import dev.heed.error.LegalHoldException;
import dev.heed.error.NotFoundException;
import dev.heed.people.AccountAddress;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.ProfileLink;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.LegalHold;
import dev.heed.privacy.ReleasedHold;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes with whoever is forgotten, what of others stays, and what nobody can bring back. */
class ForgottenScenarioTest {
    private static final String CANARY = "canary-4711";
    private static final Pattern TOKEN = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{1,4}){4,}");
    private static final CustomerId ANA = CustomerId.of("2026");
    private static final CustomerId BEN = CustomerId.of("ben");

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final FakeChannel channel = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private Helpdesk desk;
    private PrivacyDesk privacy;

    @SuppressWarnings("NullAway.Init") // set before each test
    ForgottenScenarioTest() {}

    @BeforeEach
    void anaAndBenAreKnown() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(clock)
                .store(store)
                .build();
        privacy = desk.backoffice().privacy();
        desk.backoffice()
                .register(Customer.builder("2026")
                        .name("Mark Maria")
                        .email("ana@müller.example")
                        .address(new AccountAddress("phone", "491761234567"))
                        .build());
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

    private TicketId written(String from, String text) {
        channel.receive(from, text);
        desk.runDue();
        CustomerId customer =
                store.findCustomer(EmailAddress.of(from)).orElseThrow().id();
        return store.list(new TicketQuery.OfCustomer(customer), 1).get(0).id();
    }

    private TicketId writtenByAna() {
        return written("ana@müller.example", "I am Mark Maria.");
    }

    private ErasureReport forgetAna() {
        ErasureReport report = privacy.erase(ANA, "Asked by mail.");
        assertThat(report.isComplete()).as("%s", report).isTrue();
        return report;
    }

    private List<String> left() {
        return new MemoryScan(CANARY, Set.of(FakeChannel.class)).of(desk);
    }

    @Test
    void ofMailsThatNobodyCouldReadHersAloneAreForgotten() {
        String others = "From: ben@example.com\r\nDate: 2 Mar 2026 09:00:00 +0000\r\n\r\nMark Maria knows it. 2026";
        channel.receiveUnreadable(others.getBytes(StandardCharsets.UTF_8));
        channel.receiveUnreadable("From: Ana@MÜLLER.example\r\n\r\nbroken".getBytes(StandardCharsets.UTF_8));
        channel.receiveUnreadable("From: joana@müller.example\r\n\r\nbroken".getBytes(StandardCharsets.UTF_8));
        channel.receiveUnreadable("RnJvbTogYW5hQHhuLS1tbGxlci1rdmEuZXhhbXBsZQ==".getBytes(StandardCharsets.UTF_8));
        desk.runDue();

        assertThat(forgetAna().erased()).containsEntry("unreadable", 2L);

        assertThat(store.unreadable(10))
                .extracting(one -> new String(one.raw(), StandardCharsets.UTF_8))
                .hasSize(2)
                .contains(others)
                .anyMatch(one -> one.contains("joana"));
    }

    @Test
    void savedViewsThatAskForHerGoAndThoseOfOthersStay() {
        TicketSearch hers = TicketSearch.builder().customer(ANA).build();
        SharedWith nobody = SharedWith.nobody();
        maria().views().save("A customer who " + CANARY, hers, SharedWith.everybody());
        maria().views().save("Mine " + CANARY, hers, nobody);
        maria().views().save(CANARY, TicketSearch.builder().words("mark maria").build(), nobody);
        maria().views()
                .save(CANARY + " ana@MÜLLER.example", TicketSearch.builder().build(), nobody);
        maria().views().save("Mark", TicketSearch.builder().words("mark").build(), nobody);
        maria().views().save("Calls of 491761234567", TicketSearch.builder().build(), nobody);
        maria().views().save("Ben", TicketSearch.builder().customer(BEN).build(), nobody);

        forgetAna();

        assertThat(left()).isEmpty();
        assertThat(maria().views().views()).extracting(SavedView::name).containsExactlyInAnyOrder("Mark", "Ben");
    }

    @Test
    void viewsOfWhoHasLeftAndThoseThatAskForHerOrderGoToo() {
        TicketId ticket = writtenByAna();
        Reference hers = Reference.order(CANARY);
        Reference theirs = Reference.product("lens-cap");
        maria().filing().addReferences(ticket, hers);
        maria().filing().addReferences(ticket, theirs);
        TicketId another = written("ben@example.com", "One more cap, please.");
        maria().filing().addReferences(another, theirs);
        maria().views().save("An order", TicketSearch.builder().reference(hers).build(), SharedWith.nobody());
        maria().views().save("Caps", TicketSearch.builder().reference(theirs).build(), SharedWith.nobody());
        Agent leaves = Agent.builder("leaves", "Lea Veit").employeeId("E-9").build();
        try (Helpdesk before = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(leaves)
                .channel(FakeChannel.named("email"))
                .clock(clock)
                .store(store)
                .build()) {
            before.as(leaves)
                    .views()
                    .save("Mine " + CANARY, TicketSearch.builder().customer(ANA).build(), SharedWith.nobody());
        }

        forgetAna();

        assertThat(left()).isEmpty();
        assertThat(maria().views().views()).extracting(SavedView::name).containsExactly("Caps");
    }

    @Test
    void addressesSheAskedToConfirmAreForgottenWithTheirLetters() {
        desk.forCustomer(ANA).requestConfirmation(EmailAddress.of("sent-" + CANARY + "@example.org"));
        desk.runDue();
        clock.advance(Duration.ofDays(2));
        desk.forCustomer(ANA).requestConfirmation(EmailAddress.of("second-" + CANARY + "@example.org"));
        clock.advance(Duration.ofDays(2));
        channel.goDown(Kind.UNREACHABLE);
        desk.forCustomer(ANA).requestConfirmation(EmailAddress.of("waiting-" + CANARY + "@example.org"));
        desk.runDue();
        assertThat(left()).isNotEmpty();
        int sent = channel.sent().size();

        forgetAna();

        assertThat(left()).isEmpty();
        channel.comeBack();
        clock.advance(Duration.ofHours(5));
        desk.runDue();
        assertThat(channel.sent()).hasSize(sent);
        assertThat(desk.backoffice().deadLetters()).isEmpty();
    }

    @Test
    void herAddressIsForgottenAlsoWhereAnotherHasAskedForItLongAgo() {
        desk.forCustomer(BEN).requestConfirmation(EmailAddress.of("ana@müller.example"));
        clock.advance(Duration.ofDays(2));
        desk.backoffice().register(Customer.builder("c-third").build());
        desk.forCustomer(CustomerId.of("c-third")).requestConfirmation(EmailAddress.of("ana@müller.example"));

        forgetAna();

        assertThat(new MemoryScan("ana@xn--mller-kva.example", Set.of(FakeChannel.class)).of(desk))
                .isEmpty();
    }

    @Test
    void whatOthersAskedForToOtherAddressesStays() {
        EmailAddress shared = EmailAddress.of("both@example.org");
        desk.forCustomer(ANA).requestConfirmation(shared);
        desk.forCustomer(BEN).requestConfirmation(shared);
        desk.runDue();
        String token = channel.lastSent()
                .content()
                .text()
                .lines()
                .flatMap(line -> TOKEN.matcher(line).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();

        forgetAna();

        assertThat(desk.forCustomer(BEN).confirm(token)).isEqualTo(shared);
    }

    @Test
    void ofTheAddressesThatWereAskedForNoneStandsInTheClearAndOldOnesAreForgotten() {
        desk.forCustomer(ANA).requestConfirmation(EmailAddress.of("old-" + CANARY + "@example.org"));
        desk.runDue();
        clock.advance(Duration.ofDays(2));

        desk.forCustomer(ANA).requestConfirmation(EmailAddress.of("new@example.org"));

        assertThat(left()).isEmpty();
    }

    @Test
    void aTicketOfWhoWasForgottenIsNotRevived() {
        TicketId spam = writtenByAna();
        maria().markSpam(spam, "an advertisement");
        TicketId other = written("ben@example.com", "Mine.");
        forgetAna();

        List<ThrowingCallable> revivals = List.of(
                () -> maria().structure().notSpam(spam, "It is none."),
                () -> maria().structure().delete(spam, "Away."),
                () -> maria().structure().link(other, spam, LinkKind.RELATED),
                () -> maria().call(spam, CallIntake.of("Ms Canary", "+49 30 4711")),
                () -> maria().classify(spam, TicketKind.SUGGESTION, "She suggests it."),
                () -> maria().note(spam, "She called."),
                () -> maria().filing().addTags(spam, "she"),
                () -> maria().drafts().write(spam, "Dear Ana"),
                () -> maria().reply(spam, "Dear Ana"));
        for (ThrowingCallable revival : revivals) {
            assertThatThrownBy(revival)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("was erased");
        }
        Ticket after = maria().getTicket(spam);
        assertThat(after.erased()).isTrue();
        assertThat(after.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(maria().history(spam)).last().isInstanceOf(Erased.class);
        clock.advance(Duration.ofDays(100));
        desk.runDue();
        assertThat(maria().getTicket(spam).version()).isEqualTo(after.version());
    }

    @Test
    void aWordThatSomebodyChoseAsKindOfAReferenceIsForgotten() {
        TicketId id = writtenByAna();
        maria().filing()
                .addReferences(id, Reference.order("4711"), new Reference(ReferenceKind.of("loan-of-ana"), "1"));

        forgetAna();

        assertThat(maria().getTicket(id).references())
                .extracting(reference -> reference.kind().value())
                .containsExactlyInAnyOrder("order", "erased");
    }

    @Test
    void thatAHoldHasEndedStaysOnRecordAndNamesNobodyWhoIsForgotten() {
        LegalHold hold = desk.backoffice(DeskExtension.MARIA.id()).privacy().hold(ANA, "Court order of " + CANARY);
        clock.advance(Duration.ofDays(30));
        desk.backoffice(DeskExtension.MARIA.id()).privacy().release(ANA);

        assertThat(privacy.releasedHolds(10))
                .containsExactly(new ReleasedHold(hold, clock.instant(), Optional.of(DeskExtension.MARIA.id())));
        assertThat(privacy.holds(10)).isEmpty();

        CustomerId nobody = forgetAna().pseudonym();

        assertThat(left()).isEmpty();
        assertThat(privacy.releasedHolds(10)).singleElement().satisfies(released -> {
            assertThat(released.hold().customer()).isEqualTo(nobody);
            assertThat(released.hold().at()).isEqualTo(hold.at());
            assertThat(released.hold().reason()).isEqualTo("[erased]");
            assertThat(released.by()).contains(DeskExtension.MARIA.id());
        });
        assertThatThrownBy(() -> privacy.release(ANA)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> privacy.releasedHolds(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsHeldIsNotClosedAsErasedEither() {
        TicketId id = writtenByAna();
        maria().drafts().write(id, "Evidence.");
        privacy.hold(ANA, "Court order 7.");

        assertThatThrownBy(() -> desk.backoffice().closeErased(id, DeskExtension.MARIA.id(), "Asked."))
                .isInstanceOf(LegalHoldException.class);

        assertThat(maria().drafts().of(id)).hasSize(1);
        assertThat(maria().getTicket(id).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whoWasOnceLinkedWithSomebodyHeldIsKeptSinceTheRecordIsOfBoth() {
        ProfileLink link = maria().customers().link(ANA, BEN, "They called.");
        maria().customers().unlink(link, "They are two.");
        privacy.hold(BEN, "Court order 7.");

        assertThatThrownBy(() -> privacy.erase(ANA, "Asked.")).isInstanceOf(LegalHoldException.class);
        assertThat(store.links(BEN)).hasSize(1);

        privacy.release(BEN);
        forgetAna();
        assertThat(store.links(BEN)).isEmpty();
    }
}

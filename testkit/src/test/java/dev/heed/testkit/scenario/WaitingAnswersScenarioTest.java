package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.BulkAction;
import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.ProfileLink;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits to be sent, or is being written, while its ticket is merged, parted or deleted. */
class WaitingAnswersScenarioTest {
    private static final String ANA = "ana@example.com";
    private static final String BOB = "bob@example.com";
    private static final CustomerId ANAS = CustomerId.of("ana");
    private static final CustomerId BOBS = CustomerId.of("bob");
    private static final Agent LEA = Agent.builder("lea", "Lea Brandt")
            .employeeId("E-3001")
            .employeeId("E-3001")
            .accessRole(Role.LEAD)
            .build();

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final FakeChannel channel = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
            .agent(DeskExtension.MARIA)
            .agent(LEA)
            .channel(channel)
            .clock(clock)
            .store(store)
            .build();
    private final AgentDesk maria = desk.as(DeskExtension.MARIA);
    private final AgentDesk lea = desk.as(LEA);

    @BeforeEach
    void bothAreKnown() {
        desk.backoffice().register(Customer.builder("ana").email(ANA).build());
        desk.backoffice().register(Customer.builder("bob").email(BOB).build());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private TicketId written(String from, String words) {
        channel.receive(from, words);
        desk.runDue();
        CustomerId customer =
                store.findCustomer(EmailAddress.of(from)).orElseThrow().id();
        return store.list(new TicketQuery.OfCustomer(customer), 10).get(0).id();
    }

    private void passes(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofMinutes(10));
            desk.runDue();
        }
    }

    private List<String> sentTo(String address) {
        return channel.sent().stream()
                .filter(sent -> sent.to().value().equals(address))
                .map(sent -> sent.content().text())
                .toList();
    }

    private static Instant in(VirtualClock clock, Duration time) {
        return clock.instant().plus(time);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWrittenToTheOneIsNotSentToTheOtherOnceTheyAreTwoAgain(boolean orderedBefore) {
        TicketId anas = written(ANA, "Where is my lamp?");
        TicketId bobs = written(BOB, "Where is my ring?");
        ProfileLink link = lea.customers().link(ANAS, BOBS, "The same person.");
        maria.getTicket(bobs);
        ReplyDraft draft = maria.drafts().write(bobs, "The ring for her is engraved.");
        maria.mergeInto(bobs, anas, "The same.");
        if (orderedBefore) {
            maria.drafts().sendLater(draft, in(clock, Duration.ofHours(2)), IfCustomerWrites.SEND_ANYWAY);
        }
        lea.customers().unlink(link, "Her brother.");

        if (!orderedBefore) {
            maria.getTicket(bobs);
            maria.drafts().send(draft);
        }
        passes(Duration.ofHours(3));

        assertThat(sentTo(ANA)).noneMatch(text -> text.contains("ring"));
        assertThat(sentTo(BOB).stream().anyMatch(text -> text.contains("ring"))).isNotEqualTo(orderedBefore);
        assertThat(maria.drafts().mine(10)).hasSize(orderedBefore ? 1 : 0);
    }

    @Test
    void nobodyAnswersInADuplicatePastWhatIsSaidWhereItGoesOn() {
        TicketId first = written(ANA, "Where is my lamp?");
        TicketId second = written(ANA, "Please cancel it.");
        maria.getTicket(second);
        lea.mergeInto(second, first, "The same.");

        assertThatThrownBy(() -> maria.reply(second, "It is cancelled."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("goes on in ticket 1001");
        assertThatThrownBy(
                        () -> maria.review(second, Reply.text("It is cancelled.", Signature.of(DeskExtension.MARIA))))
                .isInstanceOf(InvalidInputException.class);

        maria.getTicket(first);
        maria.reply(first, "It is cancelled.");
    }

    @Test
    void whatIsUnseenIsShownThroughChainsOfMergesToo() {
        TicketId first = written(ANA, "Where is my lamp?");
        maria.getTicket(first);
        TicketId second = written(ANA, "Please cancel it.");
        TicketId third = written(ANA, "And the shade.");
        lea.mergeInto(third, second, "The same.");
        lea.mergeInto(second, first, "The same.");

        assertThat(maria.unseen(first))
                .extracting(message -> message.text())
                .containsExactlyInAnyOrder("Please cancel it.", "And the shade.");
    }

    @Test
    void whatWasSaidInAMergedTicketIsReadBeforeTheAnswer() {
        TicketId first = written(ANA, "Where is my lamp?");
        maria.getTicket(first);
        TicketId second = written(ANA, "Please cancel it.");
        lea.mergeInto(second, first, "The same.");

        assertThatThrownBy(() -> maria.reply(first, "It leaves today."))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .extracting(finding -> finding.code())
                                .isEqualTo(PracticeCode.STALE_REPLY));
        assertThat(maria.unseen(first)).extracting(message -> message.text()).containsExactly("Please cancel it.");

        Ticket looked = maria.getTicket(first);
        assertThat(maria.unseen(first)).isEmpty();
        Reply again = Reply.text("It is cancelled.", Signature.of(DeskExtension.MARIA))
                .seen(looked.lastMessage().orElseThrow());
        maria.reply(first, again);
        desk.runDue();
        assertThat(sentTo(ANA)).anyMatch(text -> text.contains("It is cancelled."));
    }

    @Test
    void whatIsNotToLeaveOnceTheCustomerWritesDoesNotLeaveOnceWhatSheWroteIsMerged() {
        TicketId first = written(ANA, "Where is my lamp?");
        maria.getTicket(first);
        ReplyDraft draft = maria.drafts().write(first, "It leaves today.");
        maria.drafts().sendLater(draft, in(clock, Duration.ofHours(1)), IfCustomerWrites.CANCEL);
        TicketId second = written(ANA, "Please cancel it.");

        lea.mergeInto(second, first, "The same.");
        passes(Duration.ofHours(2));

        assertThat(sentTo(ANA)).noneMatch(text -> text.contains("It leaves today."));
        assertThat(maria.drafts().mine(10)).hasSize(1);
    }

    @Test
    void whatWaitsForADuplicateWaitsNoMoreOnceThatGoesOnByItself() {
        TicketId duplicate = written(ANA, "Where is my lamp?");
        TicketId target = written(ANA, "Where is my ring?");
        maria.mergeInto(duplicate, target, "The same.");
        maria.getTicket(target);
        ReplyDraft draft = maria.drafts().write(duplicate, "The lamp is on its way.");
        maria.drafts().sendLater(draft, in(clock, Duration.ofHours(1)), IfCustomerWrites.SEND_ANYWAY);

        maria.structure().unmerge(duplicate, "Two matters.");
        passes(Duration.ofHours(2));

        assertThat(store.findTicket(target).orElseThrow().sendOrders()).isEmpty();
        assertThat(sentTo(ANA)).noneMatch(text -> text.contains("The lamp"));
        maria.getTicket(duplicate);
        ReplyDraft still = maria.drafts().get(draft.id());
        assertThat(maria.drafts().send(still).id()).isEqualTo(duplicate);
    }

    @Test
    void whoChangesATicketHasNotReadIt() {
        TicketId ticket = written(ANA, "Where is my lamp?");
        maria.getTicket(ticket);
        desk.forCustomer(ANAS).write(ticket, "Please cancel it.");

        maria.filing().addTags(ticket, "vip");

        assertThatThrownBy(() -> maria.reply(ticket, "It leaves today.")).isInstanceOf(RefusedException.class);
    }

    @Test
    void whoChangesManyTicketsHasOpenedNoneOfThem() {
        List<TicketId> both = List.of(written(ANA, "Where is my lamp?"), written(BOB, "Where is my ring?"));
        lea.bulk(both, BulkAction.addTags("strike"));

        Reply soon = Reply.text("Soon.", Signature.of(LEA));
        assertThat(lea.bulk(both, BulkAction.reply(soon)).failed()).hasSize(2);
    }

    @Test
    void nothingWaitsOnATicketThatIsDeleted() {
        TicketId ticket = written(ANA, "Where is my lamp?");
        maria.getTicket(ticket);
        ReplyDraft draft = maria.drafts().write(ticket, "It leaves today.");
        lea.markSpam(ticket, "A test of ours.");
        lea.structure().delete(ticket, "A test of ours.");

        assertThatThrownBy(() ->
                        maria.drafts().sendLater(draft, in(clock, Duration.ofHours(1)), IfCustomerWrites.SEND_ANYWAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.forCustomer(ANAS).confirmSolved(ticket)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.forCustomer(ANAS).provide(ticket, "colour", "red"))
                .isInstanceOf(NotFoundException.class);
    }
}

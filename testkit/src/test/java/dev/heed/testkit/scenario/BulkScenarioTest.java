package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.BulkAction;
import dev.heed.BulkResult;
import dev.heed.BulkResult.Done;
import dev.heed.BulkResult.Failed;
import dev.heed.BulkResult.Item;
import dev.heed.BulkResult.Repeated;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.error.StoreException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Role;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same done to many tickets, each by itself. */
class BulkScenarioTest {
    private static final Agent LEA = Agent.builder("lea", "Lea Brandt")
            .employeeId("E-3002")
            .accessRole(Role.LEAD)
            .build();
    private static final TicketId NOBODYS = new TicketId(new UUID(1, 1));

    private final Fragile store = new Fragile();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> Story.withColleagues(builder).agent(LEA).store(store));

    private final Story story = new Story(heed);
    private final List<TicketId> tickets = new ArrayList<>();

    /** Fails where it is told to: before it wrote, or after it wrote. */
    private static final class Fragile extends ForwardingStore {
        private Predicate<UnitOfWork> before = unit -> false;
        private Predicate<UnitOfWork> after = unit -> false;

        @Override
        public CommitResult commit(UnitOfWork unit) {
            if (before.test(unit)) {
                throw new StoreException("Nothing was written.", "Try again.", null);
            }
            CommitResult result = super.commit(unit);
            if (after.test(unit)) {
                throw new StoreException("The answer was lost.", "Look first.", null);
            }
            return result;
        }

        static Predicate<UnitOfWork> about(TicketId id) {
            return unit -> unit.changes().stream()
                    .anyMatch(change -> change.ticket().id().equals(id));
        }
    }

    @BeforeEach
    void fourTickets() {
        for (int i = 0; i < 4; i++) {
            heed.channel().receive("customer" + i + "@example.com", "Question " + i);
            story.run();
        }
        heed.tickets().forEach(ticket -> tickets.add(ticket.id()));
    }

    private AgentDesk lea() {
        AgentDesk lea = heed.desk().as(LEA);
        tickets.forEach(lea::getTicket); // read
        return lea;
    }

    private static Throwable problem(Item item) {
        return ((Failed) item).problem();
    }

    @Test
    void eachHasItsResultInTheOrderInWhichTheyWereNamed() {
        List<TicketId> named = List.of(tickets.get(2), tickets.get(0), tickets.get(3));

        BulkResult result = lea().bulk(named, BulkAction.take());

        assertThat(result.items()).extracting(Item::id).isEqualTo(named);
        assertThat(result.done()).allMatch(ticket -> ticket.owner().equals(java.util.Optional.of(LEA.id())));
        assertThat(result.failed()).isEmpty();
        assertThat(result).hasToString("BulkResult: 3 done, 0 failed, of 3");
        assertThat(story.ticket(tickets.get(1)).owner()).isEmpty();
    }

    @Test
    void whatIsNamedAgainIsDoneOnceAndSaidSo() {
        List<TicketId> named = List.of(tickets.get(0), tickets.get(1), tickets.get(0), NOBODYS, NOBODYS);

        BulkResult result = lea().bulk(named, BulkAction.note("The carrier strikes."));

        assertThat(result.items().get(2)).isEqualTo(new Repeated(tickets.get(0), 0));
        assertThat(problem(result.items().get(3))).isInstanceOf(NotFoundException.class);
        assertThat(result.items().get(4)).isEqualTo(new Repeated(NOBODYS, 3));
        assertThat(story.ticket(tickets.get(0)).notes()).hasSize(1);
    }

    @Test
    void whatIsRefusedForOneStopsNoOther() {
        story.answered(tickets.get(1), dev.heed.ticket.Commitments.none());

        BulkResult result = lea().bulk(tickets, BulkAction.markSpam("They are advertisements."));

        assertThat(result.done()).hasSize(3).allMatch(ticket -> ticket.status() == TicketStatus.CLOSED);
        assertThat(problem(result.items().get(1)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(PracticeCode.CLOSE_NOT_CONFIRMED));
    }

    @Test
    void aStoreThatFailsForOneIsThatOnesResult() {
        int messages = heed.channel().sent().size();
        AgentDesk lea = lea();
        store.before = Fragile.about(tickets.get(0));
        store.after = Fragile.about(tickets.get(2));

        BulkResult result = lea.bulk(tickets, BulkAction.reply(Reply.text("It comes tomorrow.", Signature.of(LEA))));
        store.before = unit -> false;
        store.after = unit -> false;
        story.run();

        assertThat(problem(result.items().get(0))).isInstanceOf(StoreException.class);
        assertThat(problem(result.items().get(2))).isInstanceOf(StoreException.class);
        assertThat(result.done()).hasSize(2);
        assertThat(answers(tickets.get(0))).as("nothing of it").isZero();
        assertThat(answers(tickets.get(2))).as("all of it").isEqualTo(1);
        assertThat(heed.channel().sent()).hasSize(messages + 3);
    }

    @Test
    void whatIsPluggedInAndFailsForOneTakesNothingFromTheOthers() {
        AgentDesk lea = lea();
        Predicate<UnitOfWork> second = Fragile.about(tickets.get(1));
        IllegalStateException failure = new IllegalStateException("a secret of the shop");
        store.before = unit -> {
            if (second.test(unit)) {
                throw failure;
            }
            return false;
        };

        BulkResult result = lea.bulk(tickets, BulkAction.addTags("strike"));
        store.before = unit -> false;

        assertThat(result.done()).hasSize(3);
        assertThat(problem(result.items().get(1)))
                .isInstanceOf(StoreException.class)
                .hasCause(failure)
                .hasMessageContaining(tickets.get(1).toString())
                .hasMessageNotContaining("secret");
        assertThat(story.ticket(tickets.get(1)).tags()).isEmpty();
        assertThat(story.ticket(tickets.get(3)).tags()).hasSize(1);
    }

    private long answers(TicketId id) {
        return story.ticket(id).messages().stream()
                .filter(message -> message.signature().isPresent())
                .count();
    }

    @Test
    void theRoleIsAskedOnceForAllAndOnceForEach() {
        assertThatThrownBy(() -> story.ben().bulk(tickets, BulkAction.take()))
                .isInstanceOfSatisfying(
                        PermissionException.class,
                        refused -> assertThat(refused.action()).isEqualTo("BULK"));
        heed.maria().classify(tickets.get(1), TicketKind.COMPLAINT, "The customer is angry.");

        BulkResult result = lea().bulk(tickets, BulkAction.classify(TicketKind.QUESTION, "They are questions."));

        assertThat(problem(result.items().get(1)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(PracticeCode.COMPLAINT_DISMISSED));
        assertThat(result.done()).hasSize(3);
    }

    @Test
    void anActionThatTheRoleMayNotIsRefusedForAllOfThem() {
        try (dev.heed.Helpdesk desk = dev.heed.Helpdesk.builder(
                        dev.heed.people.Shop.of("Acme", java.time.ZoneOffset.UTC, java.util.Locale.ENGLISH))
                .agent(MARIA)
                .agent(Story.OLGA)
                .channel(dev.heed.testkit.FakeChannel.named("fake"))
                .allow(Role.AGENT, dev.heed.people.Permission.BULK, "It is a small shop.")
                .forbid(Role.AGENT, dev.heed.people.Permission.MARK_SPAM, "Olga does.")
                .build()) {
            assertThatThrownBy(() -> desk.as(MARIA).bulk(List.of(NOBODYS), BulkAction.markSpam("It is one.")))
                    .isInstanceOfSatisfying(
                            PermissionException.class,
                            refused -> assertThat(refused.action()).isEqualTo("MARK_SPAM"));
            assertThat(desk.as(MARIA).bulk(List.of(NOBODYS), BulkAction.take()).failed())
                    .hasSize(1);
        }
    }

    @Test
    void thereAreAThousandAtMostAndNoneIsNoTrouble() {
        List<TicketId> most = new ArrayList<>(Collections.nCopies(BulkAction.MOST, tickets.get(0)));
        assertThat(lea().bulk(most, BulkAction.take()).items()).hasSize(BulkAction.MOST);
        most.add(tickets.get(1));

        assertThatThrownBy(() -> lea().bulk(most, BulkAction.take()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1001");
        assertThat(story.ticket(tickets.get(1)).owner()).isEmpty();
        assertThat(lea().bulk(List.of(), BulkAction.take()).items()).isEmpty();
    }

    @Test
    void whoHasNotReadWhatWasWrittenDoesNotAnswerItInPassing() {
        AgentDesk lea = lea();
        heed.channel().answer("customer1@example.com", heed.channel().sent().get(1), "It is urgent.");
        story.run();
        Reply reply = Reply.text("It comes tomorrow.", Signature.of(LEA));

        BulkResult result = lea.bulk(tickets, BulkAction.proposeSolution(reply));

        assertThat(problem(result.items().get(1)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(PracticeCode.STALE_REPLY));
        assertThat(result.done()).hasSize(3).allMatch(ticket -> ticket.status() == TicketStatus.SOLVED);
        assertThat(lea.overriding(PracticeCode.STALE_REPLY, "It is the same for all.")
                        .bulk(tickets.subList(1, 2), BulkAction.proposeSolution(reply))
                        .done())
                .hasSize(1);
    }

    @Test
    void everyOtherActionIsThatOfTheDesk() {
        AgentDesk lea = lea();
        Reply reply = Reply.text("We wait for the carrier.", Signature.of(LEA));

        assertThat(lea.bulk(tickets, BulkAction.addTags("strike", "carrier")).done())
                .allMatch(ticket -> ticket.tags().size() == 2);
        assertThat(lea.bulk(tickets, BulkAction.removeTags("strike")).done())
                .allMatch(ticket -> ticket.tags().size() == 1);
        assertThat(lea.bulk(tickets, BulkAction.hold(story.in(Duration.ofHours(2)), "carrier", reply))
                        .done())
                .hasSize(4)
                .allMatch(ticket -> ticket.status() == TicketStatus.ON_HOLD);
        assertThat(lea.bulk(tickets, BulkAction.handOver(MARIA.id(), "All wait for the carrier."))
                        .done())
                .allMatch(ticket -> ticket.owner().equals(java.util.Optional.of(MARIA.id())));
        BulkResult merged = lea.bulk(tickets, BulkAction.mergeInto(tickets.get(0), "It is the same."));
        assertThat(merged.failed()).as("of four customers, and itself").hasSize(4);
    }

    @Test
    void byChanceTheResultIsThatOfDoingEachAlone() {
        Random chance = new Random(11);
        for (int round = 0; round < 40; round++) {
            Set<TicketId> failing = new HashSet<>();
            List<TicketId> named = new ArrayList<>();
            for (int i = chance.nextInt(9); i > 0; i--) {
                named.add(chance.nextInt(6) == 0 ? NOBODYS : tickets.get(chance.nextInt(tickets.size())));
            }
            tickets.stream().filter(id -> chance.nextInt(3) == 0).forEach(failing::add);
            List<Integer> notes =
                    tickets.stream().map(id -> story.ticket(id).notes().size()).toList();
            store.before =
                    unit -> failing.stream().anyMatch(id -> Fragile.about(id).test(unit));

            BulkResult result = lea().bulk(named, BulkAction.note("Round " + round));
            store.before = unit -> false;

            Set<TicketId> seen = new HashSet<>();
            for (int i = 0; i < named.size(); i++) {
                TicketId id = named.get(i);
                Item item = result.items().get(i);
                assertThat(item.id()).isEqualTo(id);
                assertThat(item)
                        .isInstanceOf(
                                !seen.add(id)
                                        ? Repeated.class
                                        : failing.contains(id) || id.equals(NOBODYS) ? Failed.class : Done.class);
            }
            for (int i = 0; i < tickets.size(); i++) {
                TicketId id = tickets.get(i);
                Ticket after = story.ticket(id);
                boolean noted = named.contains(id) && !failing.contains(id);
                assertThat(after.notes()).hasSize(notes.get(i) + (noted ? 1 : 0));
                assertThat(Ticket.replay(heed.maria().history(id))).isEqualTo(after);
            }
        }
    }
}

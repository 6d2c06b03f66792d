package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.CustomersDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.message.Message;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.ProfileLink;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.InTheWay;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two who were taken for one person turn out to be two: what was merged over that goes on by itself. */
class PartedProfilesScenarioTest {
    private static final String HOME = "ana@home.example";
    private static final String WORK = "a.silva@work.example";

    private final InTheWay store = new InTheWay();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> Story.withColleagues(builder).store(store));

    private final Story story = new Story(heed);
    private CustomersDesk customers;
    private TicketId atHome;
    private TicketId atWork;
    private CustomerId home;
    private CustomerId work;
    private ProfileLink link;

    @BeforeEach
    void twoAreTakenForOne() {
        customers = heed.maria().customers();
        atHome = written(HOME, "Where is my parcel?");
        atWork = written(WORK, "Can I have an invoice?");
        home = story.ticket(atHome).customer();
        work = story.ticket(atWork).customer();
        link = customers.link(home, work, "She called and named both orders.");
    }

    private TicketId written(String from, String text) {
        heed.channel().receive(from, text);
        story.run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    private void merge(TicketId duplicate, TicketId into) {
        heed.maria().mergeInto(duplicate, into, "It is the same.");
    }

    private void parted() {
        customers.unlink(link, "It was her brother.");
    }

    private List<String> words(TicketId id) {
        return heed.maria().structure().conversation(id).messages().stream()
                .filter(message -> !message.automatic())
                .map(Message::text)
                .toList();
    }

    private boolean isDuplicate(TicketId id) {
        return story.ticket(id).closing().isPresent();
    }

    @Test
    void aDuplicateGoesOnByItselfAndItsCustomerWaitsForWhatWasTold() {
        ExpectedReply told = story.ticket(atWork).expected().orElseThrow();
        merge(atWork, atHome);

        parted();

        Ticket again = story.ticket(atWork);
        assertThat(again).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
        assertThat(again.expected()).contains(told);
        assertThat(words(atHome)).containsExactly("Where is my parcel?");
        assertThat(heed.desk().forCustomer(work).getTicket(atWork).messages())
                .extracting(CustomerTicket.Line::text)
                .contains("Can I have an invoice?");
        assertThat(story.events(Unmerged.class)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo(MARIA.id());
            assertThat(event.reason()).doesNotContain("brother");
        });
    }

    @Test
    void theOtherWayRoundAndByTakingOneProfileOutItIsTheSame() {
        merge(atHome, atWork);

        customers.unmergePerson(work, "It was her brother.");

        assertThat(story.ticket(atHome)).hasStatus(TicketStatus.NEW);
        assertThat(story.ticket(atWork).structure().duplicates()).isEmpty();
    }

    @Test
    void anAnswerThatWentToTheOneHasNotAnsweredTheOther() {
        Promise told = story.ticket(atWork).promises().get(0);
        merge(atWork, atHome);
        story.answered(atHome, Commitments.none());

        parted();

        Ticket again = story.ticket(atWork);
        assertThat(again).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
        assertThat(again.firstAnsweredAt()).isEmpty();
        assertThat(again.promises()).extracting(Promise::due).containsExactly(told.due());
        assertThat(story.ticket(atHome)).hasStatus(TicketStatus.PENDING);
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(atWork);
    }

    @Test
    void whatTheOneWroteThereSinceGoesBackAndWaitsAlthoughTheOtherWasAnswered() {
        story.answered(atWork, Commitments.none());
        merge(atWork, atHome);
        heed.desk().forCustomer(work).write(atWork, "And my second invoice?");
        story.answered(atHome, Commitments.none());

        parted();

        assertThat(words(atWork)).contains("And my second invoice?");
        assertThat(words(atHome)).doesNotContain("And my second invoice?");
        assertThat(story.ticket(atWork)).hasStatus(TicketStatus.OPEN).hasOpenPromise(PromiseKind.REPLY);
    }

    @Test
    void whatWasKnownOfItGoesBack() {
        Message said = story.ticket(atWork).messages().get(0);
        heed.maria()
                .listening()
                .noteWritten(atWork, FactKind.PROVIDED, "invoice", "one", said.id(), "Can I have an invoice?");
        heed.maria().notes().ask(atWork, Story.BEN.id(), story.in(Duration.ofDays(1)), "Which invoice?");
        merge(atWork, atHome);
        assertThat(story.ticket(atHome).facts().current()).hasSize(1);

        parted();

        assertThat(story.ticket(atHome).facts().history()).isEmpty();
        assertThat(story.ticket(atHome).notes()).isEmpty();
        assertThat(story.ticket(atWork).facts().current())
                .extracting(Fact::value)
                .containsExactly("one");
        assertThat(story.ticket(atWork).openAsks()).hasSize(1);
    }

    @Test
    void whatOnePersonHasMergedHerselfStaysMerged() {
        TicketId second = written(HOME, "And my other parcel?");
        TicketId third = written(HOME, "And the one before?");
        merge(atWork, atHome);
        merge(atHome, second);
        merge(third, second);

        parted();

        assertThat(story.ticket(atWork)).hasStatus(TicketStatus.NEW);
        assertThat(words(second))
                .containsExactlyInAnyOrder("Where is my parcel?", "And my other parcel?", "And the one before?");
        assertThat(isDuplicate(atHome)).isTrue();
        assertThat(story.ticket(second)).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
    }

    @Test
    void aChainOverSomebodyElseComesApartAtBothEnds() {
        TicketId last = written(HOME, "And my other parcel?");
        merge(atHome, atWork);
        merge(atWork, last);

        parted();

        for (TicketId id : List.of(atHome, atWork, last)) {
            assertThat(story.ticket(id)).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
        }
        assertThat(words(last)).containsExactly("And my other parcel?");
    }

    @Test
    void ofSeveralDuplicatesThoseOfTheOtherOneGo() {
        TicketId second = written(WORK, "And the receipt?");
        TicketId third = written(HOME, "And my other parcel?");
        merge(atWork, atHome);
        merge(third, atHome);
        merge(second, atHome);

        parted();

        assertThat(words(atHome)).containsExactly("Where is my parcel?", "And my other parcel?");
        assertThat(story.ticket(atHome).structure().duplicates()).containsExactly(third);
        assertThat(words(atWork)).containsExactly("Can I have an invoice?");
        assertThat(words(second)).containsExactly("And the receipt?");
    }

    @Test
    void whoIsLinkedOverAnotherProfileAsWellIsOnePersonStill() {
        CustomerId third = story.ticket(written("ana@third.example", "Hello?")).customer();
        customers.link(home, third, "She said so.");
        customers.link(third, work, "She said so.");
        merge(atWork, atHome);

        parted();

        assertThat(isDuplicate(atWork)).isTrue();
    }

    @Test
    void whereTheOtherOneWantedToBeForgottenItGoesOnByItselfAllTheSame() {
        merge(atWork, atHome);
        heed.desk().backoffice().closeErased(atHome, Story.OLGA.id(), "asked for it");

        parted();

        assertThat(story.ticket(atWork)).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
        assertThat(story.ticket(atHome)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void eachIsAnsweredByItself() {
        merge(atWork, atHome);
        parted();
        CustomerDesk brother = heed.desk().forCustomer(work);

        CustomerTicket after = brother.write(atWork, "And my invoice?");
        story.answered(atWork, Commitments.none());

        assertThat(after.id()).isEqualTo(atWork);
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(WORK));
        assertThat(words(atHome)).containsExactly("Where is my parcel?");
    }

    @Test
    void whatIsMergedInTheSameMomentComesApartToo() {
        store.before(unit -> !unit.links().isEmpty(), () -> merge(atWork, atHome));

        parted();

        assertThat(story.ticket(atWork)).hasStatus(TicketStatus.NEW);
    }

    @Test
    void whoIsPartedInTheSameMomentIsNotMergedAnyMore() {
        store.before(unit -> unit.changes().size() > 1, this::parted);

        assertThatThrownBy(() -> merge(atWork, atHome))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another customer");
        assertThat(story.ticket(atWork)).hasStatus(TicketStatus.NEW);
    }

    @Test
    void aTicketThatIsOpenedAndMergedInTheSameMomentComesApartToo() {
        store.before(
                unit -> !unit.links().isEmpty(),
                () -> merge(written(WORK, "And my receipt?"), written(HOME, "And my other parcel?")));

        parted();

        assertThat(heed.tickets()).hasSize(4).noneMatch(ticket -> isDuplicate(ticket.id()));
    }

    @Test
    void whereNothingIsWrittenNothingIsParted() {
        merge(atWork, atHome);
        store.before(unit -> !unit.links().isEmpty(), () -> {
            throw new StoreException("The connection broke.", "Try again.", null);
        });

        assertThatThrownBy(this::parted).isInstanceOf(StoreException.class);

        assertThat(isDuplicate(atWork)).isTrue();
        assertThat(customers.links(home)).containsExactly(link);
    }
}

package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.CustomersDesk;
import dev.heed.ListeningOptions;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two profiles of one person, linked because an agent knows it, and parted again. */
class LinkedProfilesScenarioTest {
    private static final String HOME = "ana@home.example";
    private static final String WORK = "a.silva@work.example";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .listening(ListeningOptions.defaults()
                    .withPlaybooks(Playbook.of(
                            Step.of("wipe-disk", "Wipe the disk", Invasiveness.DESTRUCTIVE, Duration.ofHours(1))))));

    private final Story story = new Story(heed);
    private CustomersDesk customers;
    private TicketId atHome;
    private TicketId atWork;
    private CustomerId home;
    private CustomerId work;

    @BeforeEach
    void anaWritesFromTwoAddresses() {
        customers = heed.maria().customers();
        atHome = written(HOME, "Where is my parcel?");
        atWork = written(WORK, "Can I have an invoice?");
        home = story.ticket(atHome).customer();
        work = story.ticket(atWork).customer();
    }

    private TicketId written(String from, String text) {
        heed.channel().receive(from, text);
        story.run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    private ProfileLink link() {
        return customers.link(home, work, "She called and named both orders.");
    }

    private OutboundMessage answered(TicketId id) {
        story.ticket(id); // read before it is answered
        heed.maria().reply(id, "It left this morning.");
        story.run();
        return heed.channel().lastSent();
    }

    private List<TicketId> seenBy(CustomerId profile) {
        return heed.desk().forCustomer(profile).tickets().stream()
                .map(CustomerTicket::id)
                .toList();
    }

    @Test
    void withoutALinkAnAnswerFromAnotherAddressOpensATicketOfItsOwn() {
        heed.channel().answer(WORK, answered(atHome), "Thank you!");
        story.run();

        assertThat(heed.tickets()).hasSize(3);
        assertThat(seenBy(home)).containsExactly(atHome);
    }

    @Test
    void anAnswerFromALinkedAddressJoinsTheTicketAndIsAnsweredWhereTheTicketIsAt() {
        link();
        heed.channel().answer(WORK, answered(atHome), "Thank you!");
        story.run();

        assertThat(heed.tickets()).hasSize(2);
        assertThat(story.ticket(atHome).messages()).hasSize(4);
        assertThat(answered(atHome).to()).isEqualTo(EmailAddress.of(HOME));
    }

    @Test
    void thePersonSeesAndDoesOnThePageWhatIsOfBothProfiles() {
        link();
        answered(atHome);
        CustomerDesk page = heed.desk().forCustomer(work);

        assertThat(seenBy(work)).containsExactly(atWork, atHome);
        assertThat(seenBy(home)).containsExactly(atWork, atHome);
        assertThat(page.tickets(1)).extracting(CustomerTicket::id).containsExactly(atWork);
        assertThat(page.write(atHome, "And the other one?").status()).isEqualTo(TicketStatus.OPEN);
        answered(atHome);
        assertThat(page.confirmSolved(atHome).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(story.ticket(atHome).customer())
                .as("it stays where it came from")
                .isEqualTo(home);
    }

    @Test
    void aLinkThatIsTakenBackGivesEachProfileWhatItHad() {
        ProfileLink link = link();
        heed.channel().answer(WORK, answered(atHome), "It is about my brother's parcel, too.");
        story.run();
        ProfileLink ended = customers.unlink(link, "It was her brother.");

        assertThat(ended.ending().orElseThrow().by()).contains(MARIA.id());
        assertThat(customers.links(home)).containsExactly(ended);
        assertThat(customers.links(work)).containsExactly(ended);
        assertThat(seenBy(home)).containsExactly(atHome);
        assertThat(seenBy(work)).containsExactly(atWork);
        assertThat(heed.desk().forCustomer(home).getTicket(atHome).messages())
                .as("what the other one wrote is not shown any more")
                .noneMatch(line -> line.text().contains("brother"));
        assertThat(story.ticket(atHome).messages())
                .as("and not lost for the people of the shop")
                .anyMatch(message -> message.text().contains("brother"));
        assertThatThrownBy(() -> heed.desk().forCustomer(work).getTicket(atHome))
                .isInstanceOf(NotFoundException.class);
        heed.channel().answer(WORK, answered(atHome), "Am I still heard?");
        story.run();
        assertThat(heed.tickets()).hasSize(3);
    }

    @Test
    void ticketsOfLinkedProfilesMergeAndOthersDoNot() {
        assertThatThrownBy(() -> heed.maria().mergeInto(atWork, atHome, "It is the same."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another customer");
        link();

        assertThat(heed.maria().mergeInto(atWork, atHome, "It is the same.").id())
                .isEqualTo(atHome);
        heed.channel()
                .receive(heed.channel()
                        .message("One more thing.")
                        .sender(EmailAddress.of(WORK))
                        .answers(story.ticket(atWork).messages().get(1).reference().stream()
                                .toList())
                        .build());
        story.run();
        assertThat(story.ticket(atHome).messages())
                .extracting(message -> message.text())
                .contains("One more thing.");
    }

    @Test
    void whatWasMergedGoesOnByItselfOnceTheyAreTwo() {
        ProfileLink link = link();
        heed.maria().mergeInto(atWork, atHome, "It is the same.");
        customers.unlink(link, "It was her brother.");

        Ticket work = story.ticket(atWork);
        assertThat(work.closing()).isEmpty();
        assertThat(work.expected()).isPresent();
        assertThat(story.events(Unmerged.class)).extracting(Unmerged::by).containsExactly(MARIA.id());
        answered(atWork);
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(WORK));
        answered(atHome);
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(HOME));
    }

    @Test
    void whatIsStillOnePersonsGoesOnAsItDid() {
        ProfileLink link = link();
        TicketId second = written(HOME, "And where is the other one?");
        TicketId third = written(WORK, "No invoice yet.");
        heed.maria().mergeInto(third, atWork, "The same invoice.");
        heed.maria().mergeInto(atWork, atHome, "It is the same.");
        heed.maria().mergeInto(atHome, second, "The same parcel.");
        customers.unlink(link, "It was her brother.");

        assertThat(story.ticket(third).closing()).flatMap(Closing::goesOnIn).contains(atWork);
        assertThat(story.ticket(atWork).closing()).isEmpty();
        assertThat(story.ticket(atHome).closing()).flatMap(Closing::goesOnIn).contains(second);
        assertThat(seenBy(work)).containsExactlyInAnyOrder(atWork, third);
        assertThat(heed.desk().forCustomer(home).getTicket(second).messages())
                .extracting(CustomerTicket.Line::text)
                .contains("Where is my parcel?", "And where is the other one?")
                .doesNotContain("Can I have an invoice?", "No invoice yet.");
    }

    @Test
    void aChainThatGoesToAndFroIsTakenApart() {
        TicketId second = written(HOME, "And where is the other one?");
        link();
        heed.maria().mergeInto(atHome, atWork, "It is the same.");
        heed.maria().mergeInto(atWork, second, "It is the same.");
        customers.unmergePerson(work, "It was her brother.");

        for (TicketId each : List.of(atHome, atWork, second)) {
            assertThat(story.ticket(each).closing()).isEmpty();
            assertThat(story.ticket(each).expected()).isPresent();
        }
    }

    @Test
    void whatTheOtherHasWrittenIsSplitOffAsATicketOfTheOther() {
        ProfileLink link = link();
        OutboundMessage letter = answered(atHome);
        heed.channel().answer(WORK, letter, "And my invoice?");
        story.run();
        List<Message> said = story.ticket(atHome).messages();
        MessageId his = said.get(said.size() - 1).id();
        heed.desk().forCustomer(home).write(atHome, "Thank you.");
        said = story.ticket(atHome).messages();
        MessageId hers = said.get(said.size() - 1).id();
        customers.unlink(link, "It was her brother.");
        StructureDesk structure = heed.maria().structure();

        assertThatThrownBy(() -> structure.split(atHome, List.of(his, hers), "", "not hers"))
                .isInstanceOf(InvalidInputException.class);
        Ticket invoice = structure.split(atHome, List.of(his), "Your invoice", "not hers");

        assertThat(invoice.customer()).isEqualTo(work);
        assertThat(seenBy(work)).contains(invoice.id());
        answered(invoice.id());
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(WORK));
    }

    @Test
    void whoWritesOnThePageAboutWhatWasClosedLongAgoOpensATicketOfTheOwn() {
        ProfileLink link = link();
        answered(atHome);
        heed.desk().forCustomer(home).confirmSolved(atHome);
        story.passes(Duration.ofDays(60));
        TicketId next =
                heed.desk().forCustomer(work).write(atHome, "It has come back.").id();

        assertThat(next).isNotEqualTo(atHome);
        assertThat(story.ticket(next).customer()).isEqualTo(work);
        customers.unlink(link, "It was her brother.");
        assertThat(seenBy(work)).contains(next);
        answered(next);
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(WORK));
    }

    @Test
    void whatIsSplitOffBelongsToTheProfileThatWroteIt() {
        ProfileLink link = link();
        heed.maria().mergeInto(atWork, atHome, "It is the same.");
        heed.desk().forCustomer(work).write(atWork, "And my second invoice?");
        List<Message> said = story.ticket(atHome).messages();
        Ticket second = heed.maria()
                .structure()
                .split(atHome, List.of(said.get(said.size() - 1).id()), "Your second invoice", "another matter");
        customers.unlink(link, "It was her brother.");

        assertThat(second.customer()).isEqualTo(work);
        answered(second.id());
        assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of(WORK));
        assertThat(seenBy(work)).contains(second.id());
    }

    @Test
    void aConsentOfTheOtherEndsAndIsNotQuotedAnew() {
        FactKey wipe = FactKey.of("wipe-disk");
        ProfileLink link = link();
        heed.channel().answer(WORK, answered(atHome), "You may wipe the disk.");
        story.run();
        List<Message> said = story.ticket(atHome).messages();
        MessageId his = said.get(said.size() - 1).id();
        heed.maria().listening().consentWritten(atHome, "wipe-disk", his, "You may wipe the disk");
        assertThat(story.ticket(atHome).understanding().hasConsent(wipe)).isTrue();
        customers.unlink(link, "It was her brother.");

        assertThat(story.ticket(atHome).understanding().hasConsent(wipe)).isFalse();
        assertThatThrownBy(() ->
                        heed.maria().listening().consentWritten(atHome, "wipe-disk", his, "You may wipe the disk"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not the customer");
        assertThatThrownBy(() ->
                        heed.maria().listening().noteWritten(atHome, FactKind.PROVIDED, "disk", "one", his, "the disk"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFactThatTheOtherHasWrittenIsNotTakenBackByWhoeverKnowsItsName() {
        ProfileLink link = link();
        heed.channel().answer(WORK, answered(atHome), "My order is 4711.");
        story.run();
        List<Message> said = story.ticket(atHome).messages();
        heed.maria()
                .listening()
                .noteWritten(
                        atHome,
                        FactKind.PROVIDED,
                        "order-number",
                        "4711",
                        said.get(said.size() - 1).id(),
                        "4711");
        customers.unlink(link, "It was her brother.");
        CustomerDesk ana = heed.desk().forCustomer(home);

        assertThatThrownBy(() -> ana.takeBack(atHome, FactKind.PROVIDED, "order-number", "Not mine."))
                .isInstanceOf(NotFoundException.class);
        assertThat(story.ticket(atHome).facts().current()).hasSize(1);
        assertThatThrownBy(() -> ana.releasePromise(atHome, new PromiseId(99))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDuplicateGoesOnNowhereOnceItsCustomerIsSomebodyElse() {
        ProfileLink link = link();
        heed.maria().mergeInto(atWork, atHome, "It is the same.");
        customers.unlink(link, "It was her brother.");
        CustomerDesk brother = heed.desk().forCustomer(work);

        CustomerTicket after = brother.write(atWork, "And my invoice?");

        assertThat(after.id()).isEqualTo(atWork);
        assertThat(story.ticket(atHome).messages())
                .noneMatch(message -> message.text().contains("invoice?"));
        heed.channel()
                .receive(heed.channel()
                        .message("Hello?")
                        .sender(EmailAddress.of(WORK))
                        .answers(story.ticket(atWork).messages().get(1).reference().stream()
                                .toList())
                        .build());
        story.run();
        assertThat(story.ticket(atHome).messages())
                .noneMatch(message -> message.text().contains("Hello?"));
        assertThat(seenBy(home)).containsExactly(atHome);
    }

    @Test
    void whoActsOnThePageIsOnRecordUnderTheProfileThatActed() {
        link();
        CustomerDesk page = heed.desk().forCustomer(work);
        page.provide(atHome, "order-number", "4711");
        answered(atHome);
        page.confirmSolved(atHome);

        Ticket ticket = story.ticket(atHome);
        FactSource byWork = new FactSource.InAForm(work);
        assertThat(ticket.facts().current()).extracting(Fact::source).containsExactly(byWork);
        assertThat(ticket.closing()).contains(new Closing.Confirmed(work));
    }

    @Test
    void whatTheOneWasToldIsNotToldTheOtherOnceTheyAreTwo() {
        ProfileLink link = link();
        Promise promise = story.promised(atWork, PromiseKind.FIND_OUT, story.in(Duration.ofDays(2)));
        heed.maria()
                .reply(
                        atWork,
                        Reply.text("It is yours.", Signature.of(MARIA)).rephrasing("The invoice has a wrong name."),
                        Commitments.none().keep(promise.id()));
        story.run();
        OutboundMessage letter = heed.channel().lastSent();
        heed.maria().mergeInto(atWork, atHome, "It is the same.");
        story.comesBack(letter);
        CustomerDesk ana = heed.desk().forCustomer(home);
        assertThat(ana.getTicket(atHome).problem()).contains("The invoice has a wrong name.");
        assertThat(ana.getTicket(atHome).promises()).hasSize(1);

        customers.unlink(link, "It was her brother.");

        assertThat(ana.getTicket(atHome).problem()).isEmpty();
        assertThat(ana.getTicket(atHome).promises()).isEmpty();
        assertThatThrownBy(() -> ana.confirmProblem(atHome)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ana.correctProblem(atHome, "No, it is mine."))
                .isInstanceOf(InvalidInputException.class);
        assertThat(story.ticket(atHome).heededAt()).isEmpty();
        assertThat(story.ticket(atWork).closing()).isEmpty();
        assertThat(ana.getTicket(atHome).promises()).isEmpty();
        assertThat(heed.desk().forCustomer(work).getTicket(atWork).promises())
                .extracting(CustomerTicket.Promised::state)
                .contains(PromiseState.OPEN);
    }

    @Test
    void onePersonIsAcknowledgedThreeTimesADayHoweverManyAddressesThereAre() {
        link();
        int before = heed.channel().sent().size();

        written(HOME, "One more question.");
        written(WORK, "And another one.");

        assertThat(before).isEqualTo(2);
        assertThat(heed.channel().sent()).hasSize(before + 1);
    }

    @Test
    void whatOneProfileSaysCompletesTheOther() {
        link();
        customers.setLanguage(home, Locale.GERMAN);
        customers.setZone(home, ZoneId.of("America/New_York"));

        written(WORK, "Wo ist meine Rechnung?");

        assertThat(heed.channel().lastSent().content().text())
                .startsWith("Guten Tag")
                .contains("(New York)");
        assertThat(customers.find(work).orElseThrow().locale())
                .as("nothing is copied")
                .isEmpty();
    }

    @Test
    void chainsMakeOnePersonAndTakingOneProfileOutLeavesTheOthersThatAreLinked() {
        CustomerId third = story.ticket(written("ana@third.example", "Hello?")).customer();
        CustomerId fourth =
                story.ticket(written("ana@fourth.example", "Hello?")).customer();
        link();
        customers.mergePersons(third, fourth, "She said so on the phone.");
        customers.mergePersons(fourth, home, "She said so on the phone.");

        assertThat(customers.person(work)).isEqualTo(new Person(Set.of(home, work, third, fourth)));
        assertThat(customers.tickets(work, 10)).hasSize(4);
        assertThatThrownBy(() -> customers.mergePersons(work, third, "Again."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one person already");

        List<ProfileLink> ended = customers.unmergePerson(home, "Nothing of this was true.");

        assertThat(ended).hasSize(2).noneMatch(ProfileLink::holds);
        assertThat(customers.person(home)).isEqualTo(Person.of(home));
        assertThat(customers.person(third)).isEqualTo(new Person(Set.of(third, fourth)));
        assertThat(customers.person(work)).isEqualTo(Person.of(work));
        assertThatThrownBy(() -> customers.unmergePerson(home, "Once more.")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void saidTwiceIsOneLinkAndWhatIsWrongIsRefused() {
        ProfileLink link = link();

        assertThat(customers.link(work, home, "They called again.")).isEqualTo(link);
        assertThat(customers.links(home)).containsExactly(link);
        assertThatThrownBy(() -> customers.link(home, work, " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> customers.link(home, home, "It is one.")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> customers.link(home, CustomerId.of("nobody"), "They called."))
                .isInstanceOf(NotFoundException.class);
        ProfileLink never = ProfileLink.of(
                new LinkId(new UUID(1, 1)),
                home,
                work,
                new Proof.AgentDecision(MARIA.id(), "They called."),
                story.in(Duration.ZERO));
        assertThatThrownBy(() -> customers.unlink(never, "It is wrong.")).isInstanceOf(NotFoundException.class);
        customers.unlink(link, "It is wrong.");
        assertThatThrownBy(() -> customers.unlink(link, "It is wrong."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("before");
        assertThat(link()).as("it may be true after all").isNotEqualTo(link);
    }

    @Test
    void aPersonHasAHundredProfilesAtMost() {
        heed.desk().backoffice().register(Customer.builder("p-0").build());
        for (int i = 1; i < 100; i++) {
            heed.desk().backoffice().register(Customer.builder("p-" + i).build());
            customers.link(CustomerId.of("p-0"), CustomerId.of("p-" + i), "They said so.");
        }

        assertThatThrownBy(() -> customers.link(home, CustomerId.of("p-7"), "They said so."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("101 profiles");
        assertThat(customers.person(home)).isEqualTo(Person.of(home));
    }

    @Test
    void equalNamesLinkNobody() {
        for (String address : List.of("ana@one.example", "ana@two.example")) {
            heed.channel()
                    .receive(heed.channel()
                            .message("Hello, Ana Silva here.")
                            .sender(EmailAddress.of(address))
                            .senderName("Ana Silva")
                            .build());
        }
        story.run();

        Optional<Customer> one = customers.find(EmailAddress.of("ana@one.example"));
        assertThat(one.flatMap(Customer::name)).contains("Ana Silva");
        assertThat(customers.person(one.orElseThrow().id()).profiles()).hasSize(1);
        assertThat(customers.find(EmailAddress.of("ana@thre.example"))).isEmpty();
    }
}

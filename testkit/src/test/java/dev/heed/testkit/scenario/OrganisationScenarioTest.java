package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import dev.heed.CustomerTicket;
import dev.heed.OrganisationsDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Colleagues who see each other's tickets, or not, and never what is private. */
class OrganisationScenarioTest {
    private static final OrganisationId ZETA = OrganisationId.of("zeta");
    private static final CustomerId BOSS = CustomerId.of("boss");
    private static final CustomerId CLERK = CustomerId.of("clerk");
    private static final CustomerId PRIVATE = CustomerId.of("clerk-at-home");

    private final Counting store = new Counting();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> Story.withColleagues(builder).store(store));

    private final Story story = new Story(heed);
    private OrganisationsDesk organisations;
    private TicketId ofBoss;
    private TicketId ofClerk;

    /** Counts the tickets that it gives in lists. */
    private static final class Counting extends ForwardingStore {
        private int given;

        @Override
        public List<Ticket> list(TicketQuery query, int limit) {
            List<Ticket> all = super.list(query, limit);
            given += all.size();
            return all;
        }

        @Override
        public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
            Page<Ticket> page = super.search(search, after, limit);
            given += page.items().size();
            return page;
        }
    }

    @BeforeEach
    void aFirmWithTwoMembers() {
        organisations = heed.desk().backoffice().organisations();
        for (CustomerId id : List.of(BOSS, CLERK, PRIVATE)) {
            heed.desk()
                    .backoffice()
                    .register(Customer.builder(id.value())
                            .email(id + "@zeta.example")
                            .build());
        }
        organisations.register(Organisation.of("zeta", "Zeta Ltd.")
                .withMember(BOSS, Sight.ALL)
                .withMember(CLERK, Sight.OWN)
                .withDomain("Zeta.example"));
        ofBoss = written(BOSS, "Where are our chairs?");
        ofClerk = written(CLERK, "Where are our desks?");
    }

    private TicketId written(CustomerId by, String text) {
        heed.channel().receive(by + "@zeta.example", text);
        story.run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    private List<TicketId> seenBy(CustomerId member) {
        return heed.desk().forCustomer(member).organisationTickets().stream()
                .map(CustomerTicket::id)
                .toList();
    }

    @Test
    void whoMaySeeAllSeesTheTicketsOfAllMembersAndTheOthersTheirOwn() {
        assertThat(seenBy(BOSS)).containsExactly(ofClerk, ofBoss);
        assertThat(seenBy(CLERK)).containsExactly(ofClerk);
        assertThat(seenBy(PRIVATE)).isEmpty();
        assertThat(heed.desk().forCustomer(BOSS).tickets())
                .extracting(CustomerTicket::id)
                .containsExactly(ofBoss);
        assertThat(heed.desk().forCustomer(BOSS).organisationTickets(1)).hasSize(1);
    }

    @Test
    void colleaguesSeeWhatTheCustomerSeesAndNoNotes() {
        heed.maria().note(ofClerk, "They pay late.");
        heed.maria().reply(ofClerk, "They left this morning.");
        story.run();

        assertThat(heed.desk().forCustomer(BOSS).organisationTickets().get(0).messages())
                .extracting(CustomerTicket.Line::text)
                .anyMatch(text -> text.contains("They left"))
                .noneMatch(text -> text.contains("pay late"));
    }

    @Test
    void whatAPrivateProfileWroteIntoATicketOfWorkIsForItsPersonAlone() {
        heed.maria().customers().link(CLERK, PRIVATE, "She said so on the phone.");
        heed.desk().forCustomer(PRIVATE).write(ofClerk, "Call me at home, I am ill.");
        heed.desk().forCustomer(CLERK).write(ofClerk, "It is the third week now.");

        assertThat(linesSeenBy(BOSS))
                .anyMatch(text -> text.contains("third week"))
                .noneMatch(text -> text.contains("at home"));
        assertThat(linesSeenBy(CLERK)).noneMatch(text -> text.contains("at home")); // it is the firm's page
        assertThat(heed.desk().forCustomer(CLERK).getTicket(ofClerk).messages())
                .extracting(CustomerTicket.Line::text)
                .anyMatch(text -> text.contains("at home"));
    }

    private List<String> linesSeenBy(CustomerId member) {
        return heed.desk().forCustomer(member).organisationTickets().stream()
                .flatMap(ticket -> ticket.messages().stream())
                .map(CustomerTicket.Line::text)
                .toList();
    }

    @Test
    void whatWasToldAboutSomethingPrivateIsNotForColleagues() {
        heed.maria().customers().link(CLERK, PRIVATE, "She said so on the phone.");
        TicketId home = written(PRIVATE, "My sofa is broken.");
        Story.reading(heed.maria(), home)
                .reply(
                        home,
                        Reply.text("A new one is on its way.", Signature.of(DeskExtension.MARIA))
                                .rephrasing("The sofa is broken."));
        heed.maria().mergeInto(home, ofClerk, "She wants one ticket.");

        assertThat(heed.desk().forCustomer(BOSS).organisationTickets())
                .filteredOn(ticket -> ticket.id().equals(ofClerk))
                .singleElement()
                .satisfies(seen -> assertThat(seen.problem()).isEmpty());
        assertThat(heed.desk().forCustomer(CLERK).getTicket(ofClerk).problem()).contains("The sofa is broken.");
    }

    @Test
    void ofManyMembersTheNewestTicketsAreReadAndFewMore() {
        Organisation many = organisations.find(ZETA).orElseThrow();
        for (int i = 0; i < 130; i++) {
            CustomerId member = CustomerId.of("member-" + i);
            heed.desk()
                    .backoffice()
                    .register(Customer.builder(member.value())
                            .email(member + "@zeta.example")
                            .build());
            many = many.withMember(member, Sight.OWN);
            heed.channel().receive(member + "@zeta.example", "Question " + i);
        }
        organisations.register(many);
        story.run();
        List<TicketId> newestFirst =
                Lists.reverse(heed.tickets()).stream().map(Ticket::id).toList();
        store.given = 0;

        List<TicketId> shown = heed.desk().forCustomer(BOSS).organisationTickets(5).stream()
                .map(CustomerTicket::id)
                .toList();

        assertThat(shown).containsExactlyElementsOf(newestFirst.subList(0, 5));
        assertThat(store.given).isLessThanOrEqualTo(10);
    }

    @Test
    void seeingIsNotActing() {
        assertThatThrownBy(() -> heed.desk().forCustomer(BOSS).write(ofClerk, "Hurry up."))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> heed.desk().forCustomer(BOSS).getTicket(ofClerk))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoLeavesSeesNothingFromThatMomentOn() {
        organisations.removeMember(ZETA, BOSS);
        assertThat(seenBy(BOSS)).isEmpty();
        organisations.addMember(ZETA, BOSS, Sight.OWN);
        assertThat(seenBy(BOSS)).containsExactly(ofBoss);
        organisations.addMember(ZETA, BOSS, Sight.ALL);
        assertThat(seenBy(BOSS)).containsExactly(ofClerk, ofBoss);
        organisations.removeMember(ZETA, CLERK);
        assertThat(seenBy(BOSS))
                .as("nor is what the other one left behind shown")
                .containsExactly(ofBoss);
        assertThat(seenBy(CLERK)).isEmpty();
        organisations.register(Organisation.of("zeta", "Zeta Ltd."));
        assertThat(seenBy(BOSS)).isEmpty();
        assertThat(organisations.of(BOSS)).isEmpty();
    }

    @Test
    void whatIsPrivateStaysPrivateThoughItIsLinked() {
        TicketId home = written(PRIVATE, "My sofa is broken.");
        heed.maria().customers().link(CLERK, PRIVATE, "He said so on the phone.");

        assertThat(seenBy(BOSS)).containsExactly(ofClerk, ofBoss);
        assertThat(seenBy(PRIVATE)).as("the same person").containsExactly(ofClerk);
        assertThat(heed.desk().forCustomer(CLERK).tickets())
                .extracting(CustomerTicket::id)
                .containsExactly(home, ofClerk);
    }

    @Test
    void whatIsPrivateStaysPrivateThoughItWasMerged() {
        TicketId home = written(PRIVATE, "My sofa is broken.");
        heed.maria().customers().link(CLERK, PRIVATE, "He said so on the phone.");
        heed.maria().mergeInto(home, ofClerk, "He asks for both.");

        assertThat(said(heed.desk().forCustomer(CLERK).getTicket(ofClerk)))
                .contains("Where are our desks?", "My sofa is broken.");
        assertThat(heed.desk().forCustomer(BOSS).organisationTickets())
                .allSatisfy(ticket -> assertThat(said(ticket)).doesNotContain("My sofa is broken."));
    }

    @Test
    void whatGoesOnInPrivateIsReadByColleaguesAsFarAsItWasNot() {
        TicketId home = written(PRIVATE, "My sofa is broken.");
        heed.maria().customers().link(CLERK, PRIVATE, "He said so on the phone.");
        heed.maria().mergeInto(ofClerk, home, "He asks for both.");

        CustomerTicket shown =
                heed.desk().forCustomer(BOSS).organisationTickets().get(0);
        assertThat(shown.id()).isEqualTo(ofClerk);
        assertThat(shown.goesOnIn()).isEmpty();
        assertThat(said(shown)).contains("Where are our desks?").doesNotContain("My sofa is broken.");
    }

    private static List<String> said(CustomerTicket ticket) {
        return ticket.messages().stream().map(CustomerTicket.Line::text).toList();
    }

    @Test
    void aDomainSuggestsAMembershipAndGrantsNone() {
        assertThat(heed.maria().customers().suggestedOrganisations(PRIVATE))
                .extracting(Organisation::id)
                .containsExactly(ZETA);
        assertThat(heed.maria().customers().suggestedOrganisations(BOSS))
                .as("is one already")
                .isEmpty();
        assertThat(seenBy(PRIVATE)).isEmpty();
        organisations.register(Organisation.of("zeta", "Zeta Ltd."));
        assertThat(heed.maria().customers().suggestedOrganisations(PRIVATE)).isEmpty();
    }

    @Test
    void severalOrganisationsAreSeveral() {
        organisations.register(
                Organisation.of("board", "Board").withMember(CLERK, Sight.ALL).withMember(PRIVATE, Sight.OWN));
        TicketId home = written(PRIVATE, "My sofa is broken.");

        assertThat(seenBy(CLERK)).containsExactly(home, ofClerk);
        assertThat(organisations.of(CLERK))
                .extracting(Organisation::name)
                .containsExactlyInAnyOrder("Board", "Zeta Ltd.");
        assertThat(organisations.find(OrganisationId.of("nothing"))).isEmpty();
    }

    @Test
    void whatIsNotThereOrTooMuchIsRefused() {
        OrganisationId nothing = OrganisationId.of("nothing");
        assertThatThrownBy(() -> organisations.addMember(nothing, BOSS, Sight.ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> organisations.removeMember(nothing, BOSS)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> organisations.addMember(ZETA, CustomerId.of("nobody"), Sight.ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Organisation.of("x", " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Organisation.of(" ", "x")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Organisation.of("x", "x").withDomain("not a domain"))
                .isInstanceOf(InvalidInputException.class);
        for (int i = 0; i < 99; i++) {
            organisations.register(Organisation.of("o-" + i, "Club").withMember(BOSS, Sight.OWN));
        }
        assertThatThrownBy(() ->
                        organisations.register(Organisation.of("o-99", "Club").withMember(BOSS, Sight.OWN)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100 organisations");
        assertThat(organisations.find(OrganisationId.of("o-99"))).isEmpty();
    }

    @Test
    void anAgentReadsAndALeadChanges() {
        OrganisationsDesk marias =
                heed.desk().backoffice(DeskExtension.MARIA.id()).organisations();

        assertThat(marias.find(ZETA)).isPresent();
        assertThatThrownBy(() -> marias.removeMember(ZETA, BOSS)).isInstanceOf(PermissionException.class);
        assertThat(seenBy(BOSS)).hasSize(2);
    }
}

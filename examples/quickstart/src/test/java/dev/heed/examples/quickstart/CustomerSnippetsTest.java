package dev.heed.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Backoffice;
import dev.heed.BulkAction;
import dev.heed.BulkResult;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.people.Agent;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.IdentityKey;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.people.Shop;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snippets of docs/customers.md about customers, compiled and run. */
@SuppressWarnings("CheckReturnValue") // reads as in the document
class CustomerSnippetsTest {
    private static final Logger log = LoggerFactory.getLogger(CustomerSnippetsTest.class);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private CustomerId writes(String address) {
        heed.channel().receive(address, "Where is my parcel?");
        heed.run();
        return heed.maria()
                .customers()
                .find(EmailAddress.of(address))
                .orElseThrow()
                .id();
    }

    @Test
    void anAgentLinksAndTakesBack() {
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        CustomerId home = writes("ana@home.example");
        CustomerId work = writes("ana@work.example");

        ProfileLink link = desk.as(maria).customers().link(home, work, "She called and named both orders.");
        desk.as(maria).customers().unlink(link, "It was her brother.");

        assertThat(link.joins(home, work)).isTrue();
        assertThat(desk.forCustomer(home).tickets()).hasSize(1);
    }

    @Test
    void theShopVouches() {
        byte[] secret = new byte[32];
        VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
        FakeChannel channel = FakeChannel.named("fake");
        HelpdeskBuilder builder = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .clock(clock)
                .channel(channel);
        channel.receive("ana@example.com", "Where is my parcel?");
        Customer ana = Customer.builder("c-1").email("ana@example.com").build();
        Instant inAnHour = clock.instant().plus(Duration.ofHours(1));

        IdentityKey key = IdentityKey.of("2026-1", secret);
        Helpdesk helpdesk = builder.identityKey(key).build();

        helpdesk.runDue();
        Proof.SignedIdentity identity = key.sign(CustomerId.of("c-1"), EmailAddress.of("ana@example.com"), inAnHour);
        helpdesk.backoffice().register(ana, identity);

        assertThat(helpdesk.forCustomer(ana.id()).tickets()).hasSize(1);
        helpdesk.close();
    }

    @Test
    void manyTicketsAreTaggedAtOnce() {
        writes("ana@example.com");
        Helpdesk desk = heed.desk();
        Agent lead = DeskExtension.MARIA;
        List<TicketId> tickets = List.of(heed.onlyTicket().id(), new TicketId(new UUID(1, 1)));

        BulkResult result = desk.as(lead).bulk(tickets, BulkAction.addTags("carrier-strike"));
        result.failed()
                .forEach(item -> log.info("{}: {}", item.id(), item.problem().problem()));

        assertThat(result.done()).hasSize(1);
        assertThat(result.failed()).hasSize(1);
    }

    @Test
    void consentsAreWrittenDown() {
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        Backoffice backoffice = desk.backoffice();
        CustomerId ana = writes("ana@example.com");

        backoffice.recordConsent(ana, "newsletter", true, "Form of 2 March, box ticked.");
        desk.as(maria).customers().withdrawConsent(ana, "newsletter", "She said so on the phone.");

        assertThat(desk.as(maria).customers().consents(ana))
                .extracting(Consent::given)
                .containsExactly(true, false);
    }

    @Test
    void membersSeeEachOther() {
        Backoffice backoffice = heed.desk().backoffice();
        CustomerId boss = writes("boss@zeta.example");
        CustomerId clerk = writes("clerk@zeta.example");

        backoffice
                .organisations()
                .register(Organisation.of("zeta", "Zeta Ltd.")
                        .withMember(boss, Sight.ALL)
                        .withMember(clerk, Sight.OWN)
                        .withDomain("zeta.example"));

        assertThat(heed.desk().forCustomer(boss).organisationTickets()).hasSize(2);
        assertThat(heed.desk().forCustomer(clerk).organisationTickets())
                .extracting(CustomerTicket::subject)
                .hasSize(1);
    }
}

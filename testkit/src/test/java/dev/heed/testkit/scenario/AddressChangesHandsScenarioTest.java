package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An address that was Ana's is Bob's by now, as the shop has registered. */
class AddressChangesHandsScenarioTest {
    private static final CustomerId ANA = CustomerId.of("c-ana");
    private static final CustomerId BOB = CustomerId.of("c-bob");
    private static final String NEW = "ana@new.example";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ofAna;

    @BeforeEach
    void anaHasWrittenAndWasAnswered() {
        register(Customer.builder("c-ana").name("Ana Silva").email(Story.ANA));
        ofAna = story.written("Where is my parcel?");
        Story.reading(heed.maria(), ofAna).reply(ofAna, "It left this morning.");
        story.run();
    }

    private void register(Customer.Builder customer) {
        heed.desk().backoffice().register(customer.build());
    }

    private void handedOn(Customer.Builder ana) {
        register(ana);
        register(Customer.builder("c-bob").name("Bob Frei").email(Story.ANA));
    }

    private static Customer.Builder ana() {
        return Customer.builder("c-ana").name("Ana Silva");
    }

    private List<String> sentTo(String address) {
        return heed.channel().sent().stream()
                .filter(message -> message.to().value().equals(address))
                .map(message -> message.content().text())
                .toList();
    }

    @Test
    void anAnswerGoesToAnAddressThatIsStillTheCustomers() {
        handedOn(ana().email(NEW));

        Story.reading(heed.maria(), ofAna).reply(ofAna, "It is with your neighbour.");
        story.run();

        assertThat(sentTo(NEW)).singleElement().asString().contains("with your neighbour");
        assertThat(sentTo(Story.ANA)).noneMatch(text -> text.contains("with your neighbour"));
    }

    @Test
    void anAnswerThatCouldOnlyReachSomebodyElseIsRefusedUntilThereIsAnAddress() {
        handedOn(ana());

        assertThatThrownBy(() -> Story.reading(heed.maria(), ofAna).reply(ofAna, "It is with your neighbour."))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("that of another customer by now")
                .hasMessageContaining("Register customer c-ana")
                .hasMessageNotContaining(Story.ANA)
                .satisfies(refused -> assertThat(((RefusedException) refused).findings())
                        .singleElement()
                        .extracting(finding -> finding.code())
                        .isEqualTo(PracticeCode.NO_REPLY_PATH));
        story.run();
        assertThat(story.ticket(ofAna).messages())
                .noneMatch(message -> message.text().contains("neighbour"));

        register(ana().email(NEW));
        Story.reading(heed.maria(), ofAna).reply(ofAna, "It is with your neighbour.");
        story.run();
        assertThat(sentTo(NEW)).singleElement().asString().contains("with your neighbour");
    }

    @Test
    void anAddressThatALinkedProfileHasByNowIsTheCustomersStill() {
        handedOn(ana().email(NEW));
        heed.maria().customers().link(ANA, BOB, "She uses both names.");

        Story.reading(heed.maria(), ofAna).reply(ofAna, "It is with your neighbour.");
        story.run();

        assertThat(sentTo(Story.ANA)).anyMatch(text -> text.contains("with your neighbour"));
    }

    @Test
    void aMailOfTheNewHolderThatQuotesAnOldLetterOpensATicketOfItsOwn() {
        OutboundMessage letter = heed.channel().lastSent();
        handedOn(ana().email(NEW));

        heed.channel().answer(Story.ANA, letter, "I am Bob, and got this long ago.");
        story.run();

        assertThat(heed.desk().forCustomer(BOB).tickets())
                .singleElement()
                .extracting(CustomerTicket::id)
                .isNotEqualTo(ofAna);
        Ticket own = heed.tickets().get(1);
        assertThat(own.customer()).isEqualTo(BOB);
        assertThat(own.messages().get(0).remarks()).anyMatch(remark -> remark.contains("ticket of another customer"));
        assertThat(story.ticket(ofAna).messages())
                .noneMatch(message -> message.text().contains("Bob"));
    }

    @Test
    void whoWritesFromAnAddressThatIsFreeByNowIsTakenForNobodyElseLongAfterwards() {
        heed.desk().forCustomer(ANA).provide(ofAna, "iban", "DE00 1111");
        Story.reading(heed.maria(), ofAna).reply(ofAna, "It is with your neighbour.");
        story.run();
        OutboundMessage letter = heed.channel().lastSent();
        heed.desk().forCustomer(ANA).confirmSolved(ofAna);
        register(ana().email(NEW));
        story.passes(Duration.ofDays(400));

        heed.channel().answer(Story.ANA, letter, "I have got this address now.");
        story.run();

        Ticket other = heed.tickets().get(1);
        assertThat(other.customer()).isNotEqualTo(ANA);
        assertThat(other.facts().history()).isEmpty();
    }

    @Test
    void aMailFromAnAddressAtWhichNobodyIsKnownAnyMoreStillJoinsItsTicket() {
        OutboundMessage letter = heed.channel().lastSent();
        register(ana().email(NEW));

        heed.channel().answer(Story.ANA, letter, "It has not come yet.");
        story.run();

        assertThat(story.ticket(ofAna).messages())
                .anyMatch(message -> message.text().contains("not come yet"));
    }
}

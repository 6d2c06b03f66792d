package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.FilingDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Shop;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents file tickets so that they are found again, and customers see nothing of it. */
class FilingScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .field(CustomField.text("serial-number", "Serial number").maxLength(10))
            .field(CustomField.number("weight", "Weight"))
            .field(CustomField.date("bought", "Bought on"))
            .field(CustomField.bool("gift", "A gift"))
            .field(CustomField.choice("colour", "Colour", "red", "blue").asRequired()));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private FilingDesk filing() {
        return heed.maria().filing();
    }

    @Test
    void anAgentTagsATicketAndListenersAreTold() {
        Ticket tagged = filing().addTags(ticket, " VIP", "parcel", "vip");

        assertThat(tagged.tags()).containsExactly(Tag.of("parcel"), Tag.of("vip"));
        assertThat(story.events(TagsAdded.class))
                .singleElement()
                .satisfies(added -> assertThat(added.by()).contains(AgentId.of("maria")));
        assertThat(filing().removeTags(ticket, "Parcel").tags()).containsExactly(Tag.of("vip"));
    }

    @Test
    @SuppressWarnings("CheckReturnValue") // reads as in docs/tickets.md
    void ticketsAreFiledAsTheDocumentsSay() {
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;

        FilingDesk filing = desk.as(maria).filing();
        filing.addTags(ticket, "vip", "lens cap");
        filing.setField(ticket, "serial-number", "SN 4711");
        filing.addReferences(ticket, Reference.order("A-1001"), new Reference(ReferenceKind.of("shipment"), "00340"));

        assertThat(story.ticket(ticket).references()).hasSize(2);
        assertThat(story.ticket(ticket).fields()).hasSize(1);
    }

    @Test
    void aProgramOfTheShopFilesInNobodysName() {
        heed.desk().backoffice().filing().addTags(ticket, "from-webshop");

        assertThat(story.events(TagsAdded.class))
                .singleElement()
                .satisfies(added -> assertThat(added.by()).isEmpty());
    }

    @Test
    void oneTagThatIsNoneRefusesAll() {
        assertThatThrownBy(() -> filing().addTags(ticket, "fine", "not\u0000fine"))
                .isInstanceOf(InvalidInputException.class);

        assertThat(story.ticket(ticket).tags()).isEmpty();
    }

    @Test
    void aHundredThousandTagsAreRefusedAtOnce() {
        List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "t" + i).toList();

        assertThatThrownBy(() -> filing().addTags(ticket, many)).hasMessageContaining("More than 100 tags");
        assertThatThrownBy(() -> filing().removeTags(ticket, many)).hasMessageContaining("More than 100 tags");
        assertThat(filing().addTags(ticket, Collections.nCopies(100_000, "One")).tags())
                .containsExactly(Tag.of("one"));
    }

    @Test
    void everyKindOfFieldCanBeSet() {
        filing().setField(ticket, "serial-number", "SN 1");
        filing().setField(ticket, "weight", new BigDecimal("1.50"));
        filing().setField(ticket, "bought", LocalDate.of(2026, 3, 1));
        filing().setField(ticket, "gift", true);
        assertThat(filing().missing(ticket)).extracting(CustomField::key).containsExactly(FieldKey.of("colour"));

        Ticket after = filing().setField(ticket, "colour", "red");

        assertThat(filing().missing(ticket)).isEmpty();
        assertThat(after.fields())
                .isEqualTo(Map.of(
                        FieldKey.of("serial-number"), FieldValue.of("SN 1"),
                        FieldKey.of("weight"), FieldValue.of(new BigDecimal("1.5")),
                        FieldKey.of("bought"), FieldValue.of(LocalDate.of(2026, 3, 1)),
                        FieldKey.of("gift"), FieldValue.of(true),
                        FieldKey.of("colour"), new FieldValue.Choice("red")));
        assertThat(filing().setField(ticket, "weight", 2L).fields())
                .containsEntry(FieldKey.of("weight"), FieldValue.of(2));
    }

    @Test
    void aFieldThatIsNotThereIsAnsweredWithTheOneThatMayBeMeant() {
        assertThatThrownBy(() -> filing().setField(ticket, "color", "red"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Did you mean “colour”?");
        assertThatThrownBy(() -> filing().clearField(ticket, "Color")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> filing().setFields(
                                ticket, Map.of("gift", FieldValue.of(true), "weight", FieldValue.of("heavy"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Give a number.");

        assertThat(story.events(FilingEvent.class)).isEmpty();
    }

    @Test
    void referencesLeadToWhatTheShopHas() {
        Ticket after = filing().addReferences(ticket, Reference.order("A-1"), Reference.product("SKU 7"));

        assertThat(after.references()).containsExactly(Reference.order("a-1"), Reference.product("sku 7"));
        assertThat(filing().removeReferences(ticket, Reference.order("a-1")).references())
                .containsExactly(Reference.product("SKU 7"));
    }

    @Test
    void filingATicketAnswersNobodyAndSendsNothing() {
        Ticket before = story.ticket(ticket);
        int sent = heed.channel().sent().size();

        filing().addTags(ticket, "vip");
        story.run();

        Ticket after = story.ticket(ticket);
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.expected()).isEqualTo(before.expected());
        assertThat(heed.channel().sent()).hasSize(sent);
    }

    @Test
    void twoFieldsOfOneKeyAreNotBuilt() {
        assertThatThrownBy(() -> Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                        .field(CustomField.bool("gift", "A gift"))
                        .field(CustomField.text("gift", "For whom"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("two custom fields “gift”")
                .hasMessageContaining("no agent");
    }
}

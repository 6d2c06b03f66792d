package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static dev.heed.testkit.scenario.Refusals.refused;
import static dev.heed.testkit.scenario.Refusals.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P06: no customer ever reads a raw placeholder. */
class FilledPlaceholdersScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.bot(TRACKER));

    private TicketId written() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.onlyTicket().id();
    }

    private void anaIsKnown() {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1")
                        .email("ana@example.com")
                        .name("Ana & <Luis>")
                        .build());
    }

    private String sent(TicketId ticket, String text) {
        Story.reading(heed.maria(), ticket).reply(ticket, text);
        heed.run();
        return heed.channel().lastSent().content().text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{customer.name}}",
                "{{ customer.firstName }}",
                "{{customer.name",
                "customer.name}}",
                "{%customer.firstName%}",
                "${customer.name}",
                "#{name}",
                "<%= name %>",
                "*|FNAME|*",
                "%FIRSTNAME%",
                "[Name]",
                "[First Name]",
                "[Kundenname]",
                "[prénom]",
                "[nombre]",
                "{customer.name}",
                "__NAME_HERE__"
            })
    void whatWouldLeaveRawIsRefusedAndPointedAt(String raw) {
        TicketId ticket = written();
        String text = "Good news, " + raw + ": it left this morning.";

        var refusal = refused(
                heed,
                TEMPLATE_VARIABLE_UNRESOLVED,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, text));

        assertThat(text).contains(span(refusal));
        assertThat(raw).contains(span(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear ,", "Hello null,", "Hi undefined!", "Sehr geehrte Frau ,", "Bonjour ,", "Estimada :"})
    void aGreetingOfNobodyIsRefused(String greeting) {
        TicketId ticket = written();

        refused(
                heed,
                TEMPLATE_VARIABLE_UNRESOLVED,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, greeting + "\n\nIt left this morning."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Dear null,</p>",
                "<p>Dear <b>null</b>,</p>",
                "<div>Dear null,<br>it left.</div>",
                "<p>Dear&nbsp;,</p>",
                "<p>Dear {<b>name</b>},</p>",
                "<p>Dear &#123;name&#125;,</p>",
                "<p>Dear &#123;&#123;nmae&#125;&#125;,</p>",
                "<p>Hi [Your <b>Name</b>],</p>",
                "<p>Dear {na<wbr>me},</p>",
            })
    void inHtmlWhatTheCustomerSeesIsRead(String greeting) {
        TicketId ticket = written();
        Reply reply = Reply.html(greeting + "<p>It left this morning.</p>", Signature.of(MARIA));

        refused(
                heed,
                TEMPLATE_VARIABLE_UNRESOLVED,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, reply));
    }

    @Test
    void severalRawPlaceholdersAreReportedAtOnce() {
        TicketId ticket = written();

        var refusal = refused(
                heed,
                TEMPLATE_VARIABLE_UNRESOLVED,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, "Order {{order.id}} is ${state}."));

        assertThat(refusal.findings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            Hello {{customer.name}}, it left.                      = Hello Ana & <Luis>, it left.
            Hello {{ customer.name | default: "there" }}, it left. = Hello Ana & <Luis>, it left.
            This is ticket {{ticket.number}} at {{shop.name}}.     = This is ticket 1001 at Acme.
            I am {{agent.name}}.                                   = I am Maria Keller.
            """)
    void whatIsKnownIsFilledIn(String template, String filled) {
        anaIsKnown();

        assertThat(sent(written(), template)).startsWith(filled + "\n");
    }

    @Test
    void whatIsNotKnownHasItsFallback() {
        assertThat(sent(written(), "Hello {{customer.name | default: \"there\"}}, it left."))
                .startsWith("Hello there, it left.");
    }

    @Test
    void inHtmlAValueIsText() {
        anaIsKnown();
        TicketId ticket = written();
        Story.reading(heed.maria(), ticket)
                .reply(ticket, Reply.html("<p>Hello {{customer.name}}, it left.</p>", Signature.of(MARIA)));
        heed.run();

        assertThat(heed.channel().lastSent().content().html().orElseThrow())
                .contains("Hello Ana &amp; &lt;Luis&gt;, it left.");
        assertThat(heed.channel().lastSent().content().text()).contains("Hello Ana & <Luis>, it left.");
    }

    @Test
    void aBotIsHeldToTheSame() {
        TicketId ticket = written();

        refused(
                heed,
                TEMPLATE_VARIABLE_UNRESOLVED,
                () -> heed.desk().as(TRACKER).write(ticket, "Hello {{customer.name}}, it is in Leipzig."));
    }

    @Nested
    class InTheShopsOwnAcknowledgement {
        @RegisterExtension
        final DeskExtension own = DeskExtension.with(builder -> builder.acknowledgement(
                Locale.ENGLISH, "Hello {{customer.name | default: \"there\"}}, by {{expected_reply}}."));

        private String acknowledged(InboundMessage.Builder message) {
            own.channel()
                    .receive(message.sender(EmailAddress.of("ana@example.com")).build());
            own.run();
            return own.channel().lastSent().content().text();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{{customer.name}}", "{{order.id}}", "${order}", "[Name]"})
        void whatCannotBeFilledForEverybodyIsRefusedWhenTheDeskIsBuilt(String raw) {
            notBuilt(
                    TEMPLATE_VARIABLE_UNRESOLVED,
                    () -> Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                            .agent(MARIA)
                            .channel(FakeChannel.named("fake"))
                            .acknowledgement(Locale.ENGLISH, "We have " + raw + ", by {{expected_reply}}.")
                            .build());
        }

        @Test
        void aStrangerWithoutANameIsGreetedByTheFallback() {
            assertThat(acknowledged(own.channel().message("Where is my parcel?")))
                    .startsWith("Hello there, by Monday");
        }

        @Test
        void aStrangerWithANameIsGreetedByIt() {
            assertThat(acknowledged(own.channel().message("Where is my parcel?").senderName("Ana Ruiz")))
                    .startsWith("Hello Ana Ruiz, by Monday");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{{shop.name}}", "Support", "buy at cheap.example", "Click http://x.example", "null"})
        void aStrangerWhoseNameIsNoNameIsGreetedByTheFallback(String name) {
            assertThat(acknowledged(own.channel().message("Where is my parcel?").senderName(name)))
                    .startsWith("Hello there, by Monday");
        }
    }
}

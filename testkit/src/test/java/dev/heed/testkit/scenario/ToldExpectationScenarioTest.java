package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.ACK_WITHOUT_EXPECTATION;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ExpectedReply;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P08: who writes is told by when a person answers, in words and a zone of her own. */
class ToldExpectationScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private void anaIsKnown(String language, String zone) {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1")
                        .email("ana@example.com")
                        .locale(Locale.forLanguageTag(language))
                        .zone(ZoneId.of(zone))
                        .build());
    }

    private OutboundMessage acknowledgement() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.channel().lastSent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Europe/Berlin    | today, Monday, by 17:00 (Berlin)    | sent automatically by Acme
            en | America/New_York | today, Monday, by 11:00 (New York)  | Responsible for it: Maria Keller
            en | Asia/Kolkata     | today, Monday, by 21:30 (Kolkata)   | has the number 1001
            en | Pacific/Auckland | tomorrow, Tuesday, by 05:00 (Auckland) | A person will read
            de | Europe/Berlin    | heute, Montag, bis 17:00 Uhr (Berlin) | hat Acme automatisch verschickt
            fr | Europe/Paris     | aujourd’hui, lundi, avant 17:00 (Paris) | envoyé automatiquement par Acme
            es | Atlantic/Canary  | hoy, lunes, antes de las 16:00 (Canary) | enviado automáticamente por Acme
            """)
    void theAcknowledgementSaysWhenInTheLanguageAndZoneOfTheCustomer(
            String language, String zone, String time, String words) {
        anaIsKnown(language, zone);

        OutboundMessage sent = acknowledgement();

        assertThat(sent.content().text()).contains(time, words).doesNotContain("{{");
        assertThat(sent.automatic()).isTrue();
        ExpectedReply told = heed.onlyTicket().expected().orElseThrow();
        assertThat(told.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(told.at()).isEqualTo("2026-03-02T16:00:00Z");
    }

    @Test
    void whatIsToldIsWhatIsKeptInTheHistory() {
        acknowledgement();

        assertThat(heed.onlyTicket()).isAcknowledged().expectsReplyBy(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(heed.events())
                .filteredOn(Acknowledged.class::isInstance)
                .map(event -> ((Acknowledged) event).told())
                .containsExactly(heed.onlyTicket().expected().orElseThrow());
    }

    @Test
    void itIsNotSignedAsIfAPersonHadWrittenIt() {
        OutboundMessage sent = acknowledgement();

        assertThat(sent.fromName()).isEqualTo("Acme (automatic message)");
        assertThat(sent.content().text()).doesNotContain("E-1017", "+49 30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T15:30:00Z, 2026-03-09T15:30:00Z", // Friday afternoon
        "2026-03-07T11:00:00Z, 2026-03-09T16:00:00Z", // Saturday
        "2026-03-02T16:00:00Z, 2026-03-03T16:00:00Z", // Monday, the shop has just closed
        "2026-03-27T12:00:00Z, 2026-03-30T11:00:00Z" // the clocks go forward on Sunday
    })
    void nightsAndWeekendsDoNotCount(Instant written, Instant expected) {
        heed.clock().setTo(written);
        acknowledgement();

        assertThat(heed.onlyTicket()).expectsReplyBy(expected);
    }

    @Nested
    class OnThePagesOfTheShop {
        private CustomerTicket page() {
            CustomerDesk ana = heed.desk().forCustomer(CustomerId.of("c-1"));
            return ana.tickets().get(0);
        }

        @Test
        void theCustomerSeesTheSameTime() {
            anaIsKnown("de", "Europe/Vienna");
            acknowledgement();

            assertThat(page().expectedReply()).isEqualTo(heed.onlyTicket().expected());
            assertThat(page().expectedReplyText().orElseThrow()).isEqualTo("heute, Montag, bis 17:00 Uhr (Vienna)");
        }

        @Test
        void itGoesWithTheAnswerAndComesBackWithTheNextQuestion() {
            anaIsKnown("en", "Europe/Berlin");
            acknowledgement();
            Story.reading(heed.maria(), heed.onlyTicket().id())
                    .reply(heed.onlyTicket().id(), "It left this morning.");
            assertThat(page().expectedReply()).isEmpty();
            assertThat(page().expectedReplyText()).isEmpty();

            heed.clock().setTo(Instant.parse("2026-03-03T10:00:00Z"));
            heed.desk().forCustomer(CustomerId.of("c-1")).write(page().id(), "It is not here yet.");

            assertThat(page().expectedReplyText().orElseThrow()).isEqualTo("tomorrow, Wednesday, by 11:00 (Berlin)");
        }
    }

    @Test
    void anOwnAcknowledgementThatDoesNotSayWhenIsRefused() {
        var refusal = notBuilt(
                ACK_WITHOUT_EXPECTATION,
                () -> Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                        .agent(MARIA)
                        .channel(FakeChannel.named("fake"))
                        .acknowledgement(Locale.ENGLISH, "We have it. Ticket {{ticket.number}}.")
                        .acknowledgement(Locale.GERMAN, "Ist da, Antwort bis {{expected_reply}}.")
                        .acknowledgement(Locale.FRENCH, "C'est arrivé, réponse bientôt.")
                        .build());

        assertThat(refusal.problems()).hasSize(2);
        assertThat(refusal.remedy()).contains("{{expected_reply}}");
    }

    @Nested
    class InTheShopsOwnWords {
        @RegisterExtension
        final DeskExtension own = DeskExtension.with(builder -> builder.acknowledgement(
                        Locale.ENGLISH,
                        "Got it{{customer.greeting | default: \"\"}}! You hear from us by {{expected_reply}}.")
                .acknowledgement(Locale.FRANCE, "C'est bien arrivé, réponse avant {{ expected_reply }}."));

        @Test
        void theyAreUsedInTheirLanguageAndLabelledAllTheSame() {
            own.channel().receive("ana@example.com", "Where is my parcel?");
            own.run();

            assertThat(own.channel().lastSent().content().text())
                    .startsWith("Got it! You hear from us by Monday 2 March 2026, 17:00")
                    .contains("sent automatically by Acme");
        }

        @Test
        void otherLanguagesKeepHeedsWords() {
            own.desk()
                    .backoffice()
                    .register(Customer.builder("c-2")
                            .email("eva@example.com")
                            .locale(Locale.GERMAN)
                            .build());
            own.channel().receive("eva@example.com", "Wo ist mein Paket?");
            own.run();

            assertThat(own.channel().lastSent().content().text()).contains("Ein Mensch liest sie");
        }
    }
}

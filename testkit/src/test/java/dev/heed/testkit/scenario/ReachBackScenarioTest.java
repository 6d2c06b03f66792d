package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.REACH_BACK_MISSING;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static dev.heed.testkit.scenario.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P03: a customer can reach the same person again, and gets that person. */
class ReachBackScenarioTest {
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    private static final String TEXT = "It left this morning.";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.agent(BEN));

    private Ticket written(String text) {
        heed.channel().receive("ana@example.com", text);
        heed.run();
        return heed.onlyTicket();
    }

    @Nested
    class InTheSignature {
        private void refusedSigned(Signature signature) {
            Ticket ticket = written("Where is my parcel?");
            refused(
                    heed,
                    REACH_BACK_MISSING,
                    () -> Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), Reply.text(TEXT, signature)));
        }

        @Test
        void aNameAloneIsRefused() {
            refusedSigned(Signature.of("Maria Keller"));
        }

        @Test
        void theEmployeeIdOfAColleagueIsRefused() {
            refusedSigned(Signature.of("Maria Keller").withEmployeeId("E-2001"));
        }

        @Test
        void anUnknownDirectLineIsRefusedAlsoBesideTheOwnEmployeeId() {
            refusedSigned(Signature.of(MARIA).withDirectLine("+49 30 99999"));
        }

        @Test
        void oneOfTheTwoIsEnough() {
            Ticket ticket = written("Where is my parcel?");
            Story.reading(heed.maria(), ticket.id())
                    .reply(
                            ticket.id(),
                            Reply.text(TEXT, Signature.of("Maria Keller").withEmployeeId("E-1017")));
            Story.reading(heed.maria(), ticket.id())
                    .reply(
                            ticket.id(),
                            Reply.text(TEXT, Signature.of("Maria Keller").withDirectLine("+49301234567")));
            heed.run();

            assertThat(heed.channel().lastSent().content().text()).endsWith("\nDirect line: +49301234567");
        }

        @ParameterizedTest
        @CsvSource({
            "de, Durchwahl: +49 30 1234567, Mitarbeiternummer: E-1017",
            "fr, Ligne directe : +49 30 1234567, Numéro de collaborateur : E-1017",
            "es, Línea directa: +49 30 1234567, Número de empleado: E-1017"
        })
        void theCustomerReadsItInHerLanguage(String language, String line, String employeeId) {
            heed.desk()
                    .backoffice()
                    .register(Customer.builder("c-1")
                            .email("ana@example.com")
                            .locale(Locale.forLanguageTag(language))
                            .build());
            heed.maria().reply(written("…").id(), TEXT);
            heed.run();

            assertThat(heed.channel().lastSent().content().text()).contains(line, employeeId);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "E 1", "abc"})
    void anAgentWhomNobodyCanReachAgainCannotBeMade(String employeeId) {
        notBuilt(
                REACH_BACK_MISSING,
                () -> Agent.builder("eve", "Eve Adler").employeeId(employeeId).build());
        notBuilt(REACH_BACK_MISSING, () -> Agent.builder("eve", "Eve Adler").build());
    }

    @Nested
    class QuotedByTheCustomer {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "I spoke to E-2001 yesterday.",
                    "Please pass this on to e-2001!",
                    "(E-2001)",
                    "Hello\nemployee id:E-2001\nthanks"
                })
        void theTicketGoesToThatPerson(String text) {
            assertThat(written(text)).isOwnedBy(BEN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"My order is E-20011.", "My order is XE-2001.", "E-2001-7 is broken.", "> E-2001", "E2001"})
        void whatOnlyLooksLikeAnEmployeeIdAssignsNobody(String text) {
            assertThat(written(text)).hasNoOwner();
        }

        @Test
        void aLaterMessageHandsTheTicketOver() {
            Ticket ticket = written("Where is my parcel?");
            Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), TEXT);
            heed.run();
            heed.channel().answer("ana@example.com", heed.channel().lastSent(), "Please ask E-2001, who knows.");
            heed.run();

            assertThat(heed.onlyTicket()).isOwnedBy(BEN);
        }

        @Test
        void aProgramThatQuotesAnIdAssignsNobody() {
            heed.channel()
                    .receive(heed.channel()
                            .message("I am away. Ask E-2001.")
                            .automatic("Auto-Submitted")
                            .build());
            heed.run();

            assertThat(heed.onlyTicket()).hasNoOwner();
        }
    }
}

package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write is never answered by a program, and no person is acknowledged without end. */
class AcknowledgementScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private Ticket written(String from, String text) {
        heed.channel().receive(from, text);
        heed.run();
        return heed.tickets().get(heed.tickets().size() - 1);
    }

    @Nested
    class FromAProgram {
        private void itWrites(OutboundMessage answered) {
            heed.channel()
                    .receive(heed.channel()
                            .message("I am away until Monday.")
                            .sender(EmailAddress.of("ana@example.com"))
                            .answers(List.of("out-" + answered.id()))
                            .automatic("Auto-Submitted: auto-replied")
                            .build());
            heed.run();
        }

        @Test
        void itIsNeverAcknowledged() {
            heed.channel()
                    .receive(heed.channel()
                            .message("Your ticket was received.")
                            .sender(EmailAddress.of("robot@example.com"))
                            .automatic("Auto-Submitted: auto-generated")
                            .build());
            heed.run();

            assertThat(heed.onlyTicket()).isNotAcknowledged();
            assertThat(heed.channel().sent()).isEmpty();
            assertThat(heed.onlyTicket().messages().get(0).remarks())
                    .singleElement()
                    .asString()
                    .contains("auto-generated");
        }

        @Test
        void itNeitherReopensNorAsks() {
            Ticket ticket = written("ana@example.com", "Where is my parcel?");
            Story.reading(heed.maria(), ticket.id()).proposeSolution(ticket.id(), "It left this morning.");
            heed.run();
            itWrites(heed.channel().lastSent());
            assertThat(heed.onlyTicket())
                    .hasStatus(TicketStatus.SOLVED)
                    .expectsNoReply()
                    .hasMessages(4);

            heed.desk().forCustomer(ticket.customer()).confirmSolved(ticket.id());
            itWrites(heed.channel().lastSent());

            assertThat(heed.onlyTicket())
                    .hasStatus(TicketStatus.CLOSED)
                    .expectsNoReply()
                    .hasMessages(5);
            assertThat(heed.onlyTicket().reopenCount()).isZero();
            assertThat(heed.channel().sent()).hasSize(2);
        }
    }

    @Nested
    class Again {
        @Test
        void thereAreAtMostThreeAcknowledgementsADay() {
            for (int i = 0; i < 5; i++) {
                written("ana@example.com", "Question " + i);
                heed.clock().advance(Duration.ofHours(1));
            }

            assertThat(heed.channel().sent()).hasSize(3);
            assertThat(heed.tickets()).hasSize(5);
            assertThat(heed.events())
                    .filteredOn(AcknowledgementWithheld.class::isInstance)
                    .hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {9, 130})
        void thereAreAtMostThreeADayHoweverMuchIsWritten(int questions) {
            for (int i = 0; i < questions; i++) {
                written("ana@example.com", "Question " + i);
            }

            assertThat(heed.channel().sent()).hasSize(3);
        }

        @Test
        void anotherCustomerIsToldAllTheSame() {
            for (int i = 0; i < 4; i++) {
                written("ana@example.com", "Question " + i);
            }

            assertThat(written("eve@example.com", "And I?")).isAcknowledged();
        }

        @Test
        void theNextDaySheIsToldAgain() {
            for (int i = 0; i < 4; i++) {
                written("ana@example.com", "Question " + i);
            }
            heed.clock().advance(Duration.ofHours(24));

            assertThat(written("ana@example.com", "Question 5")).isAcknowledged();
        }
    }
}

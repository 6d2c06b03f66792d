package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.error.IllegalTransitionException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Closing;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer has the last word: who may close, who cannot, and what opens again. */
class LifecycleScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;
    private CustomerDesk ana;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
        ana = heed.desk().forCustomer(heed.onlyTicket().customer());
    }

    @Test
    void aReplyWaitsForTheCustomerAndMakesItsAuthorTheOwner() {
        assertThat(Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning."))
                .hasStatus(TicketStatus.PENDING)
                .isOwnedBy(MARIA)
                .expectsNoReply();
    }

    @Test
    void theCustomerConfirmsAndItCloses() {
        Story.reading(heed.maria(), ticket).proposeSolution(ticket, "It left this morning.");
        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.SOLVED);

        assertThat(ana.confirmSolved(ticket).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(heed.onlyTicket()).isClosedBy(Closing.Confirmed.class);
        assertThat(heed.events())
                .filteredOn(CustomerConfirmed.class::isInstance)
                .hasSize(1);
        assertThat(heed.events()).last().isInstanceOf(Closed.class);
    }

    @Test
    void theCustomerMayConfirmWithoutAProposal() {
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");

        assertThat(ana.confirmSolved(ticket).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void confirmingTwiceIsConfirmingOnce() {
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        ana.confirmSolved(ticket);
        Ticket closed = heed.onlyTicket();
        ana.confirmSolved(ticket);

        assertThat(heed.onlyTicket()).isEqualTo(closed);
    }

    @Nested
    class BeforeAPersonAnswered {
        private void cannotConfirm() {
            Ticket before = heed.onlyTicket();
            List<TicketEvent> events = heed.events();
            assertThatThrownBy(() -> ana.confirmSolved(ticket))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo(PracticeCode.NO_FINAL_MESSAGE))
                    .hasMessageContaining("Let a person answer");
            assertThat(heed.onlyTicket()).isEqualTo(before);
            assertThat(heed.events()).isEqualTo(events);
        }

        @Test
        void aNewTicketCannotBeConfirmed() {
            cannotConfirm();
        }

        @Test
        void aQuestionAfterTheAnswerCannotBeConfirmed() {
            Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
            ana.write(ticket, "It is not here.");
            assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);

            cannotConfirm();
        }

        @Test
        void aNoteIsNoAnswer() {
            heed.maria().note(ticket, "The carrier knows nothing.");

            cannotConfirm();
        }
    }

    @Nested
    class OnceClosed {
        @BeforeEach
        void itIsClosed() {
            Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
            ana.confirmSolved(ticket);
            heed.run();
        }

        @Test
        void writingOnThePagesReopensIt() {
            ana.write(ticket, "It came broken.");

            assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
            assertThat(heed.onlyTicket().expected()).isPresent();
            assertThat(heed.onlyTicket().reopenCount()).isEqualTo(1);
            assertThat(heed.events()).filteredOn(Reopened.class::isInstance).hasSize(1);
            assertThat(heed.maria().queue(5)).containsExactly(heed.onlyTicket());
        }

        @Test
        void answeringTheMessageReopensIt() {
            heed.channel().answer("ana@example.com", heed.channel().lastSent(), "It came broken.");
            heed.run();

            assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
        }

        @Test
        void aLastWordLeavesItClosed() {
            assertThat(Story.reading(heed.maria(), ticket).reply(ticket, "Glad to hear it."))
                    .hasStatus(TicketStatus.CLOSED);
        }

        @Test
        void aNewProposalIsNotPossible() {
            assertThatThrownBy(() -> Story.reading(heed.maria(), ticket).proposeSolution(ticket, "Glad to hear it."))
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining("CLOSED");
            assertThat(heed.run().idle()).isTrue();
        }
    }

    @Nested
    class AnAgent {
        @Test
        void hasNoWayToClose() {
            assertThat(Arrays.stream(AgentDesk.class.getMethods()).map(Method::getName))
                    .noneMatch(name -> name.contains("close") || name.contains("confirm"));
        }

        @Test
        void closesNothingWhateverSheDoes() {
            heed.maria().take(ticket);
            heed.maria().note(ticket, "Nothing to be done.");
            Story.reading(heed.maria(), ticket).proposeSolution(ticket, "It left this morning.");
            Story.reading(heed.maria(), ticket).proposeSolution(ticket, "It left this morning, really.");
            Story.reading(heed.maria(), ticket).reply(ticket, "Did it come?");
            heed.run();
            heed.clock().advance(java.time.Duration.ofDays(365));
            heed.run();

            assertThat(heed.onlyTicket()).hasStatus(TicketStatus.PENDING);
            assertThat(heed.events()).noneMatch(CustomerConfirmed.class::isInstance);
        }
    }
}

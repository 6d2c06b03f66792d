package dev.heed.testkit;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.people.Agent;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion on a ticket, where it holds and where it does not; a failure shows what was said. */
class TicketAssertTest {
    private static final Instant TOLD = Instant.parse("2026-03-02T16:00:00Z");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private Ticket waiting;
    private Ticket answered;
    private Ticket overdue;

    @BeforeEach
    void threeTicketsAreThere() {
        heed.channel().receive("ana@example.com", "Where is my parcel?\nI have waited for a week.");
        heed.channel().receive(heed.channel().message("Who am I?").build());
        heed.run();
        waiting = heed.tickets().get(0);
        answered = heed.maria().reply(heed.maria().getTicket(waiting.id()).id(), "It left this morning.");
        heed.clock().setTo(TOLD);
        heed.run();
        overdue = heed.tickets().get(1);
    }

    @Test
    void whatHoldsIsPassedOver() {
        assertThatCode(() -> {
                    HeedAssertions.assertThat(waiting)
                            .hasStatus(TicketStatus.NEW)
                            .hasNoOwner()
                            .expectsReplyBy(TOLD)
                            .isNotOverdue()
                            .hasMessages(2)
                            .isAcknowledged();
                    HeedAssertions.assertThat(answered)
                            .hasStatus(TicketStatus.PENDING)
                            .isOwnedBy(MARIA)
                            .expectsNoReply();
                    HeedAssertions.assertThat(overdue).isOverdue().isNotAcknowledged();
                })
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> failing() {
        Agent ben = Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
        return Stream.of(
                failing("status CLOSED but NEW", ticket -> ticket.hasStatus(TicketStatus.CLOSED)),
                failing("owner ben but Optional.empty", ticket -> ticket.isOwnedBy(ben)),
                failing("an expected reply by 2026", ticket -> ticket.expectsReplyBy(TOLD.plusNanos(1))),
                failing("no expected reply but", TicketAssert::expectsNoReply),
                failing("an overdue reply but", TicketAssert::isOverdue),
                failing("7 messages but 2", ticket -> ticket.hasMessages(7)),
                failing("no acknowledgement but", TicketAssert::isNotAcknowledged));
    }

    private static Arguments failing(String says, UnaryOperator<TicketAssert> assertion) {
        return Arguments.of(says, assertion);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void aFailureShowsWhatWasExpectedAndWhatWasSaid(String says, UnaryOperator<TicketAssert> assertion) {
        assertThatThrownBy(() -> assertion.apply(HeedAssertions.assertThat(waiting)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(waiting + " has not " + says)
                .hasMessageContaining("What was said:")
                .hasMessageContaining("INBOUND by HUMAN")
                .hasMessageContaining(": Where is my parcel?")
                .hasMessageContaining("OUTBOUND by SYSTEM")
                .hasMessageContaining(": Hello,")
                .hasMessageNotContaining("I have waited for a week.");
    }

    @Test
    void theOtherHalvesFailToo() {
        assertThatThrownBy(() -> HeedAssertions.assertThat(answered).hasNoOwner())
                .hasMessageContaining("no owner but Optional[maria]")
                .hasMessageContaining(": It left this morning.");
        assertThatThrownBy(() -> HeedAssertions.assertThat(overdue).isNotOverdue())
                .hasMessageContaining("no overdue reply");
        assertThatThrownBy(() -> HeedAssertions.assertThat(overdue).isAcknowledged())
                .hasMessageContaining("an acknowledgement but none");
        assertThatThrownBy(() -> HeedAssertions.assertThat(answered).isNotAcknowledged())
                .hasMessageContaining("no acknowledgement but one");
    }

    @Test
    void whatWasPromisedAndHowItClosedIsLookedAtToo() {
        HeedAssertions.assertThat(waiting).hasOpenPromise(PromiseKind.REPLY);
        HeedAssertions.assertThat(answered).hasNoOpenPromise();
        assertThatThrownBy(() -> HeedAssertions.assertThat(waiting).hasOpenPromise(PromiseKind.CALLBACK))
                .hasMessageContaining("an open promise CALLBACK but [Promise 1 REPLY OPEN");
        assertThatThrownBy(() -> HeedAssertions.assertThat(waiting).hasNoOpenPromise())
                .hasMessageContaining("no open promise but [Promise 1 REPLY OPEN");
        assertThatThrownBy(() -> HeedAssertions.assertThat(answered).isClosedBy(Closing.Silence.class))
                .hasMessageContaining("been closed by Silence but Optional.empty");
    }

    @Test
    void aDescriptionComesFirst() {
        assertThatThrownBy(() ->
                        HeedAssertions.assertThat(waiting).as("Ana's ticket").isOverdue())
                .hasMessageStartingWith("[Ana's ticket]");
    }

    @Test
    void aPercentSignInATextIsText() {
        heed.channel().receive("eve@example.com", "100 % cotton? %s %n");
        heed.run();

        assertThatThrownBy(
                        () -> HeedAssertions.assertThat(heed.tickets().get(2)).isOverdue())
                .hasMessageContaining(": 100 % cotton? %s %n");
        assertThat(heed.tickets()).hasSize(3);
    }
}

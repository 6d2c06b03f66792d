package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketEvent.ReplyOverdue;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The time that was told: overdue when it has come, not before, once, and never if somebody answered. */
class TimerScenarioTest {
    private final TicketStore store = new InMemoryTicketStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.store(store));

    private TicketId ticket;
    private Instant told;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
        told = heed.onlyTicket().expected().orElseThrow().at();
    }

    private long overdueEvents() {
        return heed.events().stream().filter(ReplyOverdue.class::isInstance).count();
    }

    @Test
    void itIsOverdueAtTheToldInstantAndNotANanosecondEarlier() {
        heed.clock().setTo(told.minusNanos(1));
        assertThat(heed.run().timers()).isZero();
        assertThat(heed.onlyTicket()).isNotOverdue();

        heed.clock().setTo(told);
        assertThat(heed.run().timers()).isEqualTo(1);
        assertThat(heed.onlyTicket()).isOverdue().expectsReplyBy(told);
        assertThat(heed.events()).last().isInstanceOf(ReplyOverdue.class);
    }

    @Test
    void aDeskThatSleptFindsOutWhenItWakes() {
        heed.clock().setTo(told.plus(Duration.ofDays(3)));
        heed.run();

        assertThat(heed.onlyTicket()).isOverdue();
        assertThat(overdueEvents()).isEqualTo(1);
    }

    @Test
    void anAnswerInTimeMeansItNeverFires() {
        heed.clock().setTo(told.minusNanos(1));
        heed.maria().reply(ticket, "It left this morning.");
        heed.clock().setTo(told.plus(Duration.ofDays(1)));
        heed.run();

        assertThat(heed.onlyTicket()).isNotOverdue().expectsNoReply();
        assertThat(overdueEvents()).isZero();
    }

    @Test
    void anAnswerAtTheLastInstantIsInTimeIfNobodyHasLookedYet() {
        heed.clock().setTo(told);
        heed.maria().reply(ticket, "It left this morning.");
        heed.run();

        assertThat(overdueEvents()).isZero();
    }

    @Test
    void aLateAnswerEndsIt() {
        heed.clock().setTo(told);
        heed.run();
        heed.maria().reply(ticket, "Sorry for the delay.");

        assertThat(heed.onlyTicket()).isNotOverdue().expectsNoReply();
    }

    @Test
    void firingTwiceIsOneEvent() {
        heed.clock().setTo(told);
        heed.run();
        store.commit(UnitOfWork.builder()
                .timer(new Timer(ticket, Timer.Kind.REPLY_EXPECTED, told))
                .build());

        assertThat(heed.run().timers()).isEqualTo(1);
        assertThat(overdueEvents()).isEqualTo(1);
        heed.clock().advance(Duration.ofDays(30));
        assertThat(heed.run().timers()).isZero();
    }

    @Test
    void aTimerOfTheFirstQuestionSaysNothingAboutTheSecond() {
        heed.maria().reply(ticket, "It left this morning.");
        heed.clock().setTo(told.minus(Duration.ofHours(1)));
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "It is not here.");
        Instant next = heed.onlyTicket().expected().orElseThrow().at();
        heed.clock().setTo(told);
        heed.run();
        assertThat(heed.onlyTicket()).isNotOverdue().expectsReplyBy(next);

        heed.clock().setTo(next);
        heed.run();
        assertThat(heed.onlyTicket()).isOverdue();
        assertThat(overdueEvents()).isEqualTo(1);
    }

    @Test
    void twoQuestionsWithOneInstantFireOnce() {
        heed.maria().reply(ticket, "It left this morning.");
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "It is not here.");
        assertThat(heed.onlyTicket()).expectsReplyBy(told);
        heed.clock().setTo(told);

        assertThat(heed.run().timers()).isEqualTo(1);
        assertThat(heed.onlyTicket()).isOverdue();
    }

    @Test
    void askingTwiceDoesNotPutTheTimeOff() {
        heed.clock().advance(Duration.ofHours(5));
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "Hello?");

        assertThat(heed.onlyTicket()).expectsReplyBy(told);
    }
}

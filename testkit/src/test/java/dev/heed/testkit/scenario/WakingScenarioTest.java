package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What wakes a ticket: the time that was told, when it has come and not before, once, and never if somebody answered; and
 * what is done so that it does not come to that.
 */
class WakingScenarioTest {
    private final TicketStore store = new InMemoryTicketStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.store(store));

    private TicketId ticket;
    private Instant opened;
    private Instant told;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
        opened = heed.onlyTicket().openedAt();
        told = heed.onlyTicket().expected().orElseThrow().at();
    }

    private long brokenReplies() {
        List<Promise> promises = heed.onlyTicket().promises();
        return heed.events().stream()
                .filter(PromiseBroken.class::isInstance)
                .map(event -> ((PromiseBroken) event).promise())
                .filter(broken -> promises.stream()
                        .anyMatch(promise -> promise.id().equals(broken) && promise.kind() == PromiseKind.REPLY))
                .count();
    }

    private List<Class<?>> kindsSince(int events) {
        return heed.events().stream()
                .skip(events)
                .<Class<?>>map(TicketEvent::getClass)
                .toList();
    }

    @Test
    void itIsOverdueAtTheToldInstantAndNotANanosecondEarlier() {
        heed.clock().setTo(told.minusNanos(1));
        heed.run();
        assertThat(heed.run().woken()).isZero();
        assertThat(heed.onlyTicket()).isNotOverdue();
        int before = heed.events().size();

        heed.clock().setTo(told);
        assertThat(heed.run().woken()).isEqualTo(1);
        assertThat(heed.onlyTicket()).isOverdue().expectsReplyBy(told).hasOpenPromise(PromiseKind.APOLOGY);
        assertThat(kindsSince(before)).containsExactly(PromiseBroken.class, PromiseMade.class, Escalated.class);
    }

    @Test
    void aDeskThatSleptFindsOutWhenItWakes() {
        heed.clock().setTo(told.plus(Duration.ofDays(3)));
        assertThat(heed.run().woken()).isEqualTo(1);

        assertThat(heed.onlyTicket()).isOverdue().isOwnedBy(MARIA);
        assertThat(brokenReplies()).isEqualTo(1);
        assertThat(heed.run().woken()).isZero();
    }

    @Test
    void anAnswerInTimeMeansThatNothingIsBroken() {
        heed.clock().setTo(told.minusNanos(1));
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.clock().setTo(told.plus(Duration.ofDays(1)));
        heed.run();

        assertThat(heed.onlyTicket()).isNotOverdue().expectsNoReply().hasNoOpenPromise();
        assertThat(brokenReplies()).isZero();
    }

    @Test
    void anAnswerAtTheLastInstantIsInTimeIfNobodyHasLookedYet() {
        heed.clock().setTo(told);
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.run();

        assertThat(brokenReplies()).isZero();
    }

    @Test
    void aLateAnswerEndsTheWaitingAndAnApologyIsStillOwed() {
        heed.clock().setTo(told);
        heed.run();
        Story.reading(heed.maria(), ticket).reply(ticket, "Sorry for the delay.");

        assertThat(heed.onlyTicket()).isNotOverdue().expectsNoReply().hasOpenPromise(PromiseKind.APOLOGY);
    }

    @Test
    void aTicketThatIsWokenForNothingStaysAsItIs() {
        Ticket before = heed.onlyTicket();
        List<TicketEvent> events = heed.events();
        store.commit(UnitOfWork.builder()
                .change(before, List.of(), before.version(), Optional.of(opened))
                .build());

        assertThat(heed.run().woken()).isEqualTo(1);
        assertThat(heed.onlyTicket()).isEqualTo(before);
        assertThat(heed.events()).isEqualTo(events);
        assertThat(heed.run().woken()).isZero();

        heed.clock().setTo(told);
        heed.run();
        assertThat(brokenReplies()).isEqualTo(1);
    }

    @Test
    void theTimeOfTheFirstQuestionSaysNothingAboutTheSecond() {
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.clock().setTo(told.minus(Duration.ofHours(1)));
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "It is not here.");
        Instant next = heed.onlyTicket().expected().orElseThrow().at();
        heed.clock().setTo(told);
        heed.run();
        assertThat(heed.onlyTicket()).isNotOverdue().expectsReplyBy(next);

        heed.clock().setTo(next);
        heed.run();
        assertThat(heed.onlyTicket()).isOverdue();
        assertThat(brokenReplies()).isEqualTo(1);
    }

    @Test
    void ofTwoQuestionsWithOneInstantOnlyTheOpenOneIsBroken() {
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "It is not here.");
        assertThat(heed.onlyTicket()).expectsReplyBy(told);
        heed.clock().setTo(told);

        assertThat(heed.run().woken()).isEqualTo(1);
        assertThat(heed.onlyTicket()).isOverdue();
        assertThat(brokenReplies()).isEqualTo(1);
    }

    @Test
    void askingTwiceDoesNotPutTheTimeOff() {
        heed.clock().advance(Duration.ofHours(5));
        heed.desk().forCustomer(heed.onlyTicket().customer()).write(ticket, "Hello?");

        assertThat(heed.onlyTicket()).expectsReplyBy(told);
    }

    @Test
    void afterHalfAnHourWithoutAnOwnerSomebodyIsMadeOne() {
        heed.clock().setTo(opened.plus(Duration.ofMinutes(30)).minusNanos(1));
        assertThat(heed.run().woken()).isZero();
        int before = heed.events().size();

        heed.clock().setTo(opened.plus(Duration.ofMinutes(30)));
        assertThat(heed.run().woken()).isEqualTo(1);
        assertThat(kindsSince(before)).containsExactly(OwnerMissing.class, OwnerAssigned.class);
        assertThat(heed.onlyTicket()).isOwnedBy(MARIA);
    }

    @Test
    void whoOwnsATicketIsRemindedHalfwayAndOnceMoreBeforeItIsLate() {
        heed.maria().take(ticket);
        Duration whole = Duration.between(opened, told);
        for (int percent : List.of(50, 80)) {
            Instant at = opened.plus(whole.dividedBy(100).multipliedBy(percent));
            heed.clock().setTo(at.minusNanos(1));
            assertThat(heed.run().woken()).isZero();
            heed.clock().setTo(at);
            assertThat(heed.run().woken()).isEqualTo(1);
            assertThat(heed.events())
                    .last()
                    .satisfies(event -> assertThat(event)
                            .isInstanceOfSatisfying(
                                    PromiseReminded.class,
                                    reminded -> assertThat(reminded.percent()).isEqualTo(percent)));
        }
    }

    @Test
    void anAlarmIsGivenAgainUntilTheCustomerHasAnApology() {
        heed.clock().setTo(told);
        heed.run();
        long first = alarms();
        heed.clock().advance(Duration.ofDays(1));
        heed.run();
        assertThat(alarms()).isGreaterThan(first);
        long second = alarms();

        Story.reading(heed.maria(), ticket).reply(ticket, "I am sorry.");
        heed.clock().advance(Duration.ofDays(1));
        heed.run();
        assertThat(alarms()).isGreaterThan(second);
    }

    private long alarms() {
        return heed.events().stream().filter(Escalated.class::isInstance).count();
    }

    @Test
    void aClosedTicketIsNeverWoken() {
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.desk().forCustomer(heed.onlyTicket().customer()).confirmSolved(ticket);
        heed.run();
        heed.clock().advance(Duration.ofDays(365));

        assertThat(heed.run().idle()).isTrue();
    }
}

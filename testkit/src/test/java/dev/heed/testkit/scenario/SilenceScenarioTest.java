package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.message.Message;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Silence closes a ticket only after the customer was asked, told the day, and let it pass. */
class SilenceScenarioTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> Story.withColleagues(builder).answersWithin(Duration.ofHours(8), officeHours()));

    private final Story story = new Story(heed);

    private static BusinessHours officeHours() {
        BusinessHoursBuilder hours = BusinessHours.builder(BERLIN).closed(LocalDate.of(2026, 4, 3));
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            hours.open(day, LocalTime.of(9, 0), LocalTime.of(17, 0));
        }
        return hours.closed(LocalDate.of(2026, 4, 6)).build();
    }

    private TicketId solved() {
        TicketId ticket = story.written("Where is my parcel?");
        story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
        return ticket;
    }

    private OutboundMessage solution() {
        return heed.channel().lastSent();
    }

    private static Instant berlin(String day) {
        return LocalDate.parse(day).atTime(17, 0).atZone(BERLIN).toInstant();
    }

    private List<Instant> reminders() {
        return story.events(Reminded.class).stream().map(Reminded::at).toList();
    }

    @Test
    void nobodyIsSilentWhoseChannelCannotBeRead() {
        TicketId ticket = solved();
        story.passesSlowly(Duration.ofDays(7));
        assertThat(reminders()).hasSize(2);
        heed.channel().answer(Story.ANA, solution(), "It is not solved!");
        heed.channel().goDown(ChannelUnavailableException.Kind.UNREACHABLE);
        for (int hour = 0; hour < 24 * 9; hour++) {
            heed.clock().advance(Duration.ofHours(1));
            heed.run();
        }
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        heed.channel().comeBack();
        story.passesSlowly(Duration.ofDays(1));
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    private TicketId closedBySilence() {
        TicketId ticket = solved();
        story.passesSlowly(Duration.ofDays(12));
        assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
        return ticket;
    }

    @Test
    void twoRemindersNameTheDayOnWhichItIsThenClosed() {
        TicketId ticket = solved();
        story.passesSlowly(Duration.ofDays(12));

        assertThat(reminders()).containsExactly(berlin("2026-03-04"), berlin("2026-03-06"));
        assertThat(story.events(Reminded.class)).extracting(Reminded::closesAt).containsOnly(berlin("2026-03-11"));
        assertThat(heed.channel().sent().subList(2, 4))
                .extracting(sent -> sent.content().text())
                .allSatisfy(text -> assertThat(text).contains("11 March 2026"));
        assertThat(story.events(Closed.class)).extracting(Closed::at).containsExactly(berlin("2026-03-11"));
        assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
    }

    @Test
    void weekendsHolidaysAndTheChangeOfClocksAreNoSilence() {
        heed.clock().setTo(Instant.parse("2026-03-26T15:00:00Z")); // a Thursday before summer time, then Easter
        solved();
        story.passesSlowly(Duration.ofDays(20));

        assertThat(reminders()).containsExactly(berlin("2026-03-30"), berlin("2026-04-01"));
        assertThat(story.events(Closed.class)).extracting(Closed::at).containsExactly(berlin("2026-04-08"));
    }

    @Test
    void aDeskThatSleptThroughItAllAsksBeforeItCloses() {
        TicketId ticket = solved();
        heed.clock().advance(Duration.ofDays(100));
        story.run();
        assertThat(reminders()).hasSize(1);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.SOLVED);
        story.passesSlowly(Duration.ofDays(9));
        assertThat(story.events(Reminded.class)).hasSize(2);
        assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
    }

    @Test
    void aWordOfTheCustomerEndsTheSilence() {
        TicketId ticket = solved();
        story.passesSlowly(Duration.ofDays(4));
        story.ana().write(ticket, "It is not here.");
        story.passesSlowly(Duration.ofDays(20));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
        assertThat(story.events(Closed.class)).isEmpty();
    }

    @Test
    void whoDisagreesIsNeverTakenForSilent() {
        TicketId ticket = solved();
        story.ana().disagree(ticket, "It is not solved.");
        story.answered(ticket, Commitments.none().solve(Resolution.MUTUAL_UNDERSTANDING));
        story.passesSlowly(Duration.ofDays(40));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.SOLVED);
    }

    @Test
    void aTicketThatNobodyAnsweredIsNeverClosed() {
        TicketId ticket = story.written("Where is my parcel?");
        story.passesSlowly(Duration.ofDays(40));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.NEW);
        Refusals.refused(heed, PracticeCode.NO_FINAL_MESSAGE, () -> story.ana().confirmSolved(ticket));
    }

    @Nested
    class WhatComesBack {
        @Test
        void aReminderStopsTheClockAndRaisesAnAlarm() {
            TicketId ticket = solved();
            story.passesSlowly(Duration.ofDays(3));
            story.comesBack(heed.channel().lastSent());
            assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.REACH_CUSTOMER);
            story.passesSlowly(Duration.ofDays(30));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.SOLVED);
            assertThat(story.alarms()).contains(Why.CUSTOMER_UNREACHABLE);
        }

        @Test
        void anAnswerLetsTheCustomerWaitAgain() {
            TicketId ticket = solved();
            story.comesBack(solution());
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
            assertThat(story.ticket(ticket).expected()).isPresent();
        }

        @Test
        void anAcknowledgementIsNoReasonToTakeTheCustomerForSilent() {
            TicketId ticket = story.written("Where is my parcel?");
            OutboundMessage acknowledgement = heed.channel().lastSent();
            story.comesBack(acknowledgement);
            assertThat(story.ticket(ticket).unreachable()).isTrue();
            assertThat(story.ticket(ticket).expected()).isPresent();
            story.answered(ticket, Commitments.none());
            assertThat(story.ticket(ticket).unreachable()).isFalse();
        }

        @Test
        void aReminderAfterTheClosingOpensItAgain() {
            TicketId ticket = closedBySilence();
            story.comesBack(heed.channel().lastSent());
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
            story.passes(Duration.ofHours(1));
            assertThat(story.alarms()).contains(Why.CUSTOMER_UNREACHABLE);
        }

        @Test
        void theAnswerAfterTheClosingOpensItAgainAndTheCustomerWaits() {
            TicketId ticket = closedBySilence();
            story.comesBack(heed.channel().sent().get(1));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
            assertThat(story.ticket(ticket).expected()).isPresent();
        }

        @Test
        void anythingElseAfterTheClosingLeavesItClosed() {
            TicketId ticket = closedBySilence();
            story.comesBack(heed.channel().sent().get(0));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }

        @Test
        void nothingOpensWhatTheCustomerHasConfirmed() {
            TicketId ticket = solved();
            story.ana().confirmSolved(ticket);
            story.comesBack(solution());
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }

        @Test
        void theSilenceBeginsAnewWithTheNextAnswerThatArrives() {
            TicketId ticket = solved();
            story.passesSlowly(Duration.ofDays(3));
            story.comesBack(heed.channel().lastSent());
            story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
            story.passesSlowly(Duration.ofDays(12));
            assertThat(story.events(Reminded.class)).extracting(Reminded::count).containsExactly(1, 1, 2);
            assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
        }
    }

    @Nested
    class AReminderThatWasGivenUp {
        private TicketId ticket;
        private UUID deadLetter;

        @BeforeEach
        void aReminderIsRefused() {
            ticket = solved();
            heed.gateway().next(new SendOutcome.Rejected("no such mailbox"));
            story.comes(berlin("2026-03-04"));
            deadLetter = heed.desk().backoffice().deadLetters().get(0).id();
        }

        @Test
        void isNotSentAgainWhenTheDayItNamesHasPassed() {
            heed.clock().setTo(berlin("2026-03-11"));
            assertThatThrownBy(() -> heed.desk().backoffice().redrive(deadLetter))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("2026-03-11");
            assertThat(heed.desk().backoffice().deadLetters()).hasSize(1);

            story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
            story.passesSlowly(Duration.ofDays(12));
            assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
        }

        @Test
        void isSentAgainWhileThatDayIsAhead() {
            heed.clock().setTo(berlin("2026-03-11").minusSeconds(1));
            heed.desk().backoffice().redrive(deadLetter);
            story.run();
            assertThat(story.ticket(ticket).unreachable()).isFalse();
            assertThat(reminders()).hasSize(2);
            assertThat(story.events(Reminded.class).get(1).closesAt()).isAfter(berlin("2026-03-11"));
        }
    }

    @Test
    void theReminderIsTheProgramsAndSaysWhoIsResponsible() {
        TicketId ticket = solved();
        story.passesSlowly(Duration.ofDays(3));
        List<Message> messages = story.ticket(ticket).messages();
        Message reminder = messages.get(messages.size() - 1);
        assertThat(reminder.automatic()).isTrue();
        assertThat(reminder.text()).contains("sent automatically", "Maria Keller");
    }
}

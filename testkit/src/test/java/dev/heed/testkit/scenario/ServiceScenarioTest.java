package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.HelpdeskBuilder;
import dev.heed.ServiceDesk;
import dev.heed.ServiceOptions;
import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.sla.ClockState;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaReading;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a desk holds itself to is told to customers, watched while they wait, and changed by people on the record. */
class ServiceScenarioTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours ALWAYS = BusinessHours.always(BERLIN);
    private static final ChannelId EMAIL = new ChannelId("email");
    private static final SlaPolicy PREMIUM = SlaPolicy.builder("premium", ALWAYS)
            .when(SlaCondition.any().tiers(Tier.of("premium")))
            .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(1)))
            .goal(SlaGoal.within(SlaTarget.NEXT_REPLY, Duration.ofHours(1)))
            .build();
    private static final SlaPolicy STANDARD = SlaPolicy.builder("standard", ALWAYS)
            .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(10))
                    .levels(
                            SlaLevel.before(Duration.ofHours(5), "half time", "notify"),
                            SlaLevel.before(Duration.ofHours(2), "soon", "notify", "raise-priority"),
                            SlaLevel.after(Duration.ZERO, "late", "notify", "reassign:ben")))
            .goal(SlaGoal.within(SlaTarget.NEXT_REPLY, Duration.ofHours(6)))
            .build();
    private static final SlaBook BOOK =
            SlaBook.of(ServiceLevels.of("1", Instant.parse("2020-01-01T00:00:00Z"), PREMIUM, STANDARD));

    private final List<String> told = new ArrayList<>();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(this::measuring);

    private final Story story = new Story(heed);
    private TicketId ticket;

    private HelpdeskBuilder measuring(HelpdeskBuilder builder) {
        return Story.withColleagues(builder)
                .service(ServiceOptions.defaults()
                        .withLevels(BOOK)
                        .withAction("notify", (event, level) -> told.add(level.name())));
    }

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private ServiceDesk service() {
        return story.olga().service();
    }

    private SlaReading firstReply() {
        return service().clocks(ticket).stream()
                .filter(reading -> reading.target() == SlaTarget.FIRST_REPLY)
                .findFirst()
                .orElseThrow();
    }

    private Instant openedAt() {
        return story.ticket(ticket).openedAt();
    }

    @Test
    void theCustomerIsToldWhatThePolicyPromises() {
        assertThat(story.ticket(ticket).expected().orElseThrow().at())
                .isEqualTo(openedAt().plus(Duration.ofHours(10)));
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none());
        story.passes(Duration.ofHours(1));
        story.ana().write(ticket, "And when does it come?");
        assertThat(story.ticket(ticket).expected().orElseThrow().at()).isEqualTo(story.in(Duration.ofHours(6)));
    }

    @Test
    void x45EachLevelIsReachedOnceAndInOrderThoughNobodyLookedForADay() {
        heed.maria().take(ticket);
        story.comes(openedAt().plus(Duration.ofHours(30)));
        story.run();
        story.run();
        assertThat(story.events(LevelReached.class))
                .extracting(LevelReached::level)
                .containsExactly("half time", "soon", "late");
        assertThat(told).containsExactly("half time", "soon", "late");
        assertThat(story.ticket(ticket).understanding().priority()).isEqualTo(Priority.HIGH);
        assertThat(story.ticket(ticket).owner().orElseThrow().value()).isEqualTo("ben");
    }

    @Test
    void x48WhatWasAnsweredInTimeReachesNoLevel() {
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none());
        story.passesSlowly(Duration.ofHours(30));
        assertThat(story.events(LevelReached.class)).isEmpty();
        assertThat(firstReply().state()).isEqualTo(ClockState.MET);
    }

    @Test
    void x59ATimeSetByHandIsOnRecordAndNeverBeyondWhatTheCustomerWasTold() {
        Instant told = story.ticket(ticket).expected().orElseThrow().at();
        assertThatThrownBy(() -> service().setDue(ticket, SlaTarget.FIRST_REPLY, told.plusSeconds(1), "busy"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo(PracticeCode.OPEN_PROMISE));
        service().setDue(ticket, SlaTarget.FIRST_REPLY, told.minusSeconds(3600), "She leaves early.");
        assertThat(firstReply().dueAt()).contains(told.minusSeconds(3600));
        assertThatThrownBy(() -> service().setDue(ticket, SlaTarget.FIRST_REPLY, openedAt(), "over"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> service().setDue(ticket, SlaTarget.AGENT_WORK, told, "not measured"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("AGENT_WORK does not run");
        assertThatThrownBy(() -> service().setDue(ticket, SlaTarget.FIRST_REPLY, told, " "))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void x51NothingIsReachedAndNobodyIsRemindedAfterTheEnd() {
        story.answered(ticket, Commitments.none().solve(Resolution.FIXED));
        story.ana().confirmSolved(ticket);
        int before = story.ticket(ticket).promises().size();
        long version = story.ticket(ticket).version();
        story.passesSlowly(Duration.ofDays(3));
        assertThat(story.ticket(ticket).version()).isEqualTo(version);
        assertThat(story.ticket(ticket).promises()).hasSize(before);
        assertThat(story.events(LevelReached.class)).isEmpty();
    }

    @Test
    void x60WhatTheApplicationChangesIsWhatAPersonChanges() {
        Instant earlier = openedAt().plus(Duration.ofHours(2));
        heed.desk().backoffice().service().setDue(ticket, SlaTarget.FIRST_REPLY, earlier, "She leaves.");
        Optional<Instant> byApplication = firstReply().dueAt();
        TicketId other = story.written("And my invoice?");
        story.olga().service().setDue(other, SlaTarget.FIRST_REPLY, earlier, "She leaves.");
        assertThat(service().clocks(other).get(0).dueAt()).isEqualTo(byApplication);
        heed.desk().backoffice().service().setTier(other, Tier.of("premium"), "Bought.");
        heed.desk().backoffice().service().applyLevels(other, "1", ChangeMode.KEEP_PROMISE, "As it was.");
        heed.desk().backoffice().service().removeLevels(other, "Ended.");
        assertThat(service().nearest(other)).isEmpty();
    }

    @Test
    void whatStandsStillOrIsLateCannotBeSetByHand() {
        story.comes(openedAt().plus(Duration.ofHours(11)));
        assertThatThrownBy(() -> service().setDue(ticket, SlaTarget.FIRST_REPLY, story.in(Duration.ofHours(1)), "late"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not run");
    }

    @Test
    void anotherTierHoldsFromThenOnAndWhatWasToldIsKept() {
        service().setTier(ticket, Tier.of("premium"), "Bought the subscription.");
        assertThat(firstReply().dueAt()).contains(openedAt().plus(Duration.ofHours(1)));
        service().setTier(ticket, Tier.BASE, "Ended.");
        assertThat(firstReply().dueAt()).contains(openedAt().plus(Duration.ofHours(1)));
    }

    @Test
    void x05NothingIsMeasuredAnyMoreWhereTheLevelsWereTakenAway() {
        service().removeLevels(ticket, "A friend of the house.");
        assertThat(service().nearest(ticket)).isEmpty();
        assertThat(firstReply().state()).isEqualTo(ClockState.CANCELLED);
        assertThatThrownBy(() -> service().applyLevels(ticket, "9", ChangeMode.RECOMPUTE, "x"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There are: [1]");
    }

    @Test
    void aChannelOnWhichNobodyIsThereInTimeIsNotOpened() {
        BusinessHours weekends = BusinessHours.builder(BERLIN)
                .open(java.time.DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                .build();
        assertThatThrownBy(
                        () -> built(ServiceOptions.defaults().withLevels(BOOK).withStaff(EMAIL, weekends)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        problem -> assertThat(problem.has(PracticeCode.CHANNEL_NOT_READY))
                                .isTrue());
        assertThatThrownBy(() -> built(ServiceOptions.defaults().withSameDay(new ChannelId("fax"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fax");
    }

    @Test
    void onSomeChannelsTheNextDayIsNoOption() {
        BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
        SlaBook slow = book(office, Duration.ofHours(9));
        assertThatThrownBy(
                        () -> built(ServiceOptions.defaults().withLevels(slow).withSameDay(EMAIL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has to be the same day");
        built(ServiceOptions.defaults().withLevels(slow)).close();
        built(ServiceOptions.defaults()
                        .withLevels(book(office, Duration.ofHours(8)))
                        .withSameDay(EMAIL))
                .close();
    }

    private static SlaBook wanting(String action) {
        return SlaBook.of(ServiceLevels.of(
                "1",
                Instant.parse("2020-01-01T00:00:00Z"),
                SlaPolicy.builder("standard", ALWAYS)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
                                .levels(SlaLevel.after(Duration.ZERO, "late", action)))
                        .build()));
    }

    @Test
    void aDeskWithALevelThatWantsWhatNobodyDoesIsNotBuilt() {
        ServiceOptions options = ServiceOptions.defaults().withLevels(wanting("page"));
        assertThatThrownBy(() -> built(options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Level 'late' of FIRST_REPLY in policy 'standard' of the service levels '1'"
                        + " wants the action 'page', which nobody does.")
                .hasMessageContaining("ServiceOptions.withAction(\"page\", …)");
        built(options.withAction("page", (event, level) -> {})).close();
        built(ServiceOptions.defaults().withLevels(wanting("raise-priority"))).close();
    }

    @Test
    void aDeskWithALevelThatGivesTicketsToSomebodyWhoIsNotThereIsNotBuilt() {
        assertThatThrownBy(() -> built(ServiceOptions.defaults().withLevels(wanting("reassign:nobody"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Level 'late' of FIRST_REPLY")
                .hasMessageContaining("gives tickets to agent 'nobody', who is not of this desk or may not answer")
                .hasMessageContaining("Name one of [maria]");
        assertThatThrownBy(() -> built(ServiceOptions.defaults().withLevels(wanting("reassign:"))))
                .isInstanceOf(ConfigurationException.class);
        built(ServiceOptions.defaults().withLevels(wanting("reassign:maria"))).close();
    }

    @Test
    void nothingBeyondAYearIsToldAsAnAnswer() {
        BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
        try (dev.heed.Helpdesk desk =
                built(ServiceOptions.defaults().withLevels(book(office, Duration.ofHours(5_000))))) {
            Instant now = heed.clock().instant();
            assertThat(desk.expectation(EMAIL, java.util.Locale.ENGLISH, BERLIN)
                            .reply()
                            .at())
                    .as("what everybody is promised")
                    .isEqualTo(office.plus(now, Duration.ofHours(8)));
        }
        try (dev.heed.Helpdesk desk = builder(ServiceOptions.defaults())
                .answersWithin(Duration.ofHours(5_000), office)
                .build()) {
            assertThat(desk.expectation(EMAIL, java.util.Locale.ENGLISH, BERLIN)
                            .reply()
                            .at())
                    .as("a year at the most")
                    .isEqualTo(heed.clock().instant().plus(Duration.ofDays(366)));
        }
    }

    private static BusinessHours closedFrom(int first) {
        HolidayCalendar closing = new HolidayCalendar() {
            @Override
            public String name() {
                return "Acme closes";
            }

            @Override
            public List<Holiday> in(int year) {
                return year < first
                        ? List.of()
                        : LocalDate.of(year, 1, 1)
                                .datesUntil(LocalDate.of(year + 1, 1, 1))
                                .map(date -> Holiday.wholeDay(date, "closed"))
                                .toList();
            }
        };
        return BusinessHours.builder(BERLIN)
                .open(java.time.DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                .holidays(closing)
                .build();
    }

    @Test
    void aDeskWhoseHoursEndForGoodWithinTenYearsIsNotBuilt() {
        SlaBook ending = book(closedFrom(2030), Duration.ofHours(8));
        assertThatThrownBy(() -> built(ServiceOptions.defaults().withLevels(ending)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "The hours of policy 'standard' of the service levels '1' have no opening for two years")
                .hasMessageContaining("[Acme closes]");
    }

    @Test
    void aDeskWhoseHoursEndBeforeItsLongestTimeIsNotBuilt() {
        BusinessHours hours = closedFrom(2050);
        assertThatThrownBy(() -> built(ServiceOptions.defaults().withLevels(book(hours, Duration.ofHours(20_000)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "Policy 'standard' of the service levels '1' wants FIRST_REPLY within PT20000H: The shop"
                                + " has no hours for more than ten years after 2049-12-27");
        built(ServiceOptions.defaults().withLevels(book(hours, Duration.ofHours(8))))
                .close();
    }

    private static SlaBook book(BusinessHours hours, Duration within) {
        return SlaBook.of(ServiceLevels.of(
                "1",
                Instant.parse("2020-01-01T00:00:00Z"),
                SlaPolicy.builder("standard", hours)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, within))
                        .build()));
    }

    private dev.heed.Helpdesk built(ServiceOptions options) {
        return builder(options).build();
    }

    private HelpdeskBuilder builder(ServiceOptions options) {
        return dev.heed.Helpdesk.builder(dev.heed.people.Shop.of("Acme", BERLIN, java.util.Locale.ENGLISH))
                .agent(MARIA)
                .channel(dev.heed.testkit.FakeChannel.named("email"))
                .clock(heed.clock())
                .service(options);
    }
}

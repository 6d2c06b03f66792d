package dev.heed.sla.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.sla.PauseReason;
import dev.heed.sla.ReopenRule;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document says is what builders would make. */
class SlaConfigurationTest {
    private final SlaConfiguration full = Examples.READER.readJson(Examples.full());
    private final List<SlaPolicy> policies = full.levels().versions().get(0).policies();

    @Test
    void aWeekHasItsWindowsAndBreaks() {
        BusinessHours office = full.calendar("office");

        assertThat(office.between(at("2026-06-08T00:00:00Z"), at("2026-06-09T00:00:00Z")))
                .hasMinutes(7 * 60 - 15);
        assertThat(office.nextOpening(at("2026-06-09T00:00:00Z"))).isEqualTo(at("2026-06-09T07:00:30Z"));
        assertThat(office.isOpen(at("2026-06-13T01:59:00Z"))).isTrue(); // Saturday, 03:59 in Berlin
        assertThat(office.isOpen(at("2026-06-13T02:00:00Z"))).isFalse();
        assertThat(full.calendar("always").isOpen(at("2026-06-14T02:00:00Z"))).isTrue();
        assertThat(full.calendars()).containsOnlyKeys("office", "always");
    }

    @Test
    void datesAreWhatTheySay() {
        BusinessHours office = full.calendar("office");

        assertThat(worked(office, "2026-12-21")).hasHours(11); // although Bavaria says it is a holiday
        assertThat(worked(office, "2026-12-22")).hasHours(14);
        assertThat(worked(office, "2026-12-28")).hasMinutes(6 * 60 - 15);
        assertThat(office.holidaysOn(LocalDate.of(2026, 12, 24)))
                .containsExactly(Holiday.from(LocalTime.of(14, 0), LocalDate.of(2026, 12, 24), "half day"));
        assertThat(office.holidaysOn(LocalDate.of(2026, 12, 31)))
                .containsExactly(Holiday.wholeDay(LocalDate.of(2026, 12, 31), "stock-taking"));
    }

    @Test
    void holidaysAreThoseOfTheDocumentAndThoseHandedIn() {
        BusinessHours office = full.calendar("office");

        assertThat(office.isHoliday(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(office.isHoliday(LocalDate.of(2026, 6, 5))).isTrue();
        assertThat(office.isHoliday(LocalDate.of(2041, 5, 4))).isTrue();
        assertThat(office.holidaysOn(LocalDate.of(2026, 11, 24)))
                .containsExactly(Holiday.from(LocalTime.NOON, LocalDate.of(2026, 11, 24), "half day"));
        assertThat(office.holidayCalendars()).containsExactly("Bavaria", "foundation day");
    }

    @Test
    void aPolicyHasItsConditionAndItsSettings() {
        SlaPolicy premium = policies.get(0);

        assertThat(premium.name()).isEqualTo("premium");
        assertThat(premium.hours()).isSameAs(full.calendar("always"));
        assertThat(premium.condition())
                .isEqualTo(SlaCondition.any()
                        .tiers(Tier.of("premium"))
                        .kinds(TicketKind.COMPLAINT, TicketKind.SALES_ENQUIRY)
                        .priorities(Priority.URGENT)
                        .tags(Tag.of("vip")));
        assertThat(premium.boundary()).isEqualTo(Boundary.LATEST);
        assertThat(premium.duplicatesStartClocks()).isTrue();
        assertThat(premium.repliesInDuplicatesCount()).isTrue();
        assertThat(premium.splitsStartAtTheMessage()).isFalse();
        assertThat(premium.goal(SlaTarget.FIRST_REPLY).orElseThrow().within(Priority.LOW))
                .hasMinutes(90);

        SlaPolicy standard = policies.get(1);
        assertThat(standard.condition().isBlank()).isTrue();
        assertThat(standard.boundary()).isEqualTo(Boundary.EARLIEST);
        assertThat(standard.duplicatesStartClocks()).isFalse();
        assertThat(standard.splitsStartAtTheMessage()).isTrue();
    }

    @Test
    void aGoalHasItsTimesItsRulesAndItsLevels() {
        SlaGoal first = policies.get(1).goal(SlaTarget.FIRST_REPLY).orElseThrow();
        SlaGoal next = policies.get(1).goal(SlaTarget.NEXT_REPLY).orElseThrow();
        SlaGoal total = policies.get(1).goal(SlaTarget.TOTAL_RESOLUTION).orElseThrow();

        assertThat(first.within(Priority.HIGH)).hasHours(8);
        assertThat(first.within(Priority.URGENT)).hasHours(2);
        assertThat(first.isInCalendarHours()).isFalse();
        assertThat(first.pauses()).containsExactly(PauseReason.QUESTION);
        assertThat(first.levels())
                .containsExactly(
                        SlaLevel.before(Duration.ofHours(1), "soon", "raise-priority")
                                .during(full.calendar("office")),
                        SlaLevel.after(Duration.ZERO, "late", "page"));
        assertThat(next.isInCalendarHours()).isTrue();
        assertThat(total.within(Priority.LOW)).isEqualTo(Duration.ofSeconds(5_405));
        assertThat(total.pauses()).containsExactlyInAnyOrder(PauseReason.values());
        assertThat(total.reopening()).isEqualTo(ReopenRule.RESTART);
    }

    @Test
    void staffAndChannelsAreTheRest() {
        assertThat(full.staff()).containsOnlyKeys(ChannelId.of("mail"));
        assertThat(full.staff().get(ChannelId.of("mail"))).isSameAs(full.calendar("office"));
        assertThat(full.sameDay()).containsExactly(ChannelId.of("mastodon"));
        assertThat(full.warnings()).isEmpty();
        assertThat(full.levels().at(at("2026-06-01T00:00:00Z"))).isPresent();
    }

    @Test
    void windowsThatOverlapAreWarnedOfWithTheirPath() {
        SlaConfiguration odd = Examples.READER.readJson(
                Examples.calendar("\"zone\":\"UTC\",\"week\":{\"monday\":[\"09:00-12:00\",\"11:00-17:00\"]}"));

        assertThat(odd.warnings())
                .extracting(Problem::what)
                .containsExactly("At calendars.office, line 1, column 24: The hours 09:00-12:00 of MONDAY overlap with"
                        + " 11:00-17:00; what is in both counts once.");
        assertThat(worked(odd.calendar("office"), "2026-06-08")).hasHours(8);
    }

    @Test
    void aCalendarThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> full.calendar("home"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("office, always");
    }

    @Test
    void holidaysAreHandedInUnderNamesOfTheirOwn() {
        HolidayCalendar none = HolidayCalendar.of("none", new LocalDate[0]);

        assertThatThrownBy(() -> Examples.READER.holidays("bavaria", none)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Examples.READER.holidays(" ", none)).isInstanceOf(InvalidInputException.class);
    }

    private static Duration worked(BusinessHours hours, String date) {
        LocalDate day = LocalDate.parse(date);
        return hours.between(
                day.atStartOfDay(hours.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(hours.zone()).toInstant());
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}

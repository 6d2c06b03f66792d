package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.MinuteByMinute.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random weeks in zones with clock changes, the starts always near one. */
class BusinessHoursPropertiesTest {
    /** In the last four a clock change reaches into another date. */
    private static final Map<String, LocalDate> CLOCK_CHANGES = Map.ofEntries(
            Map.entry("Europe/Berlin", LocalDate.of(2026, 3, 29)),
            Map.entry("Europe/Dublin", LocalDate.of(2026, 10, 25)),
            Map.entry("America/Sao_Paulo", LocalDate.of(2015, 10, 18)),
            Map.entry("America/New_York", LocalDate.of(2026, 11, 1)),
            Map.entry("Australia/Lord_Howe", LocalDate.of(2026, 10, 4)),
            Map.entry("Asia/Beirut", LocalDate.of(2026, 3, 29)),
            Map.entry("Asia/Kathmandu", LocalDate.of(2026, 1, 1)),
            Map.entry("UTC", LocalDate.of(2026, 2, 28)),
            Map.entry("America/Nuuk", LocalDate.of(2026, 3, 29)),
            Map.entry("America/Havana", LocalDate.of(2026, 11, 1)),
            Map.entry("America/St_Johns", LocalDate.of(2010, 11, 7)),
            Map.entry("Atlantic/Azores", LocalDate.of(2026, 10, 25)));

    @Property(tries = 300)
    void agreesWithAWalkMinuteByMinute(
            @ForAll("calendars") MinuteByMinute slow,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        Instant from = near(slow, start);
        assertThat(slow.compiled().plus(from, Duration.ofMinutes(minutes))).isEqualTo(slow.plus(from, minutes));
    }

    @Property
    void isOpenWhenTheWalkFindsItOpen(
            @ForAll("calendars") MinuteByMinute slow, @ForAll @IntRange(max = 14 * 24 * 60) int start) {
        Instant at = near(slow, start);
        assertThat(slow.compiled().isOpen(at)).isEqualTo(slow.isOpen(at));
    }

    @Property
    void theNextOpeningIsWhereAWalkFindsIt(
            @ForAll("calendars") MinuteByMinute slow, @ForAll @IntRange(max = 14 * 24 * 60) int start) {
        Instant at = near(slow, start);
        assertThat(slow.compiled().nextOpening(at)).isEqualTo(slow.nextOpening(at));
    }

    @Property
    void theNextOpeningIsFoundAtAndAroundEveryClockChange(
            @ForAll("calendars") MinuteByMinute slow, @ForAll @IntRange(min = -150, max = 150) int minutes) {
        ZoneRules rules = slow.zone().getRules();
        ZoneOffsetTransition change = rules.nextTransition(near(slow, 0));
        Instant at = (change == null ? near(slow, 0) : change.getInstant()).plus(Duration.ofMinutes(minutes));
        BusinessHours hours = slow.compiled();
        assertThat(hours.nextOpening(at)).isEqualTo(slow.nextOpening(at));
        assertThat(hours.isOpen(at)).isEqualTo(slow.isOpen(at));
        assertThat(hours.plus(at, Duration.ofMinutes(45))).isEqualTo(slow.plus(at, 45));
    }

    @Property
    void countsBusinessDaysAsAWalkDoes(
            @ForAll("calendars") MinuteByMinute slow,
            @ForAll @IntRange(max = 14 * 24 * 2) int halfHour,
            @ForAll @IntRange(min = 1, max = 12) int days) {
        Instant at = near(slow, 30 * halfHour);
        assertThat(slow.compiled().closingAfter(at, days)).isEqualTo(slow.plusDays(at, days));
    }

    @Property
    void aBusinessDayAfterTheEndOfOneIsTheEndOfTheNext(
            @ForAll("calendars") MinuteByMinute calendar,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll @IntRange(min = 1, max = 5) int one,
            @ForAll @IntRange(min = 1, max = 5) int other) {
        Instant at = near(calendar, start);
        BusinessHours hours = calendar.compiled();
        assertThat(hours.closingAfter(hours.closingAfter(at, one), other))
                .isEqualTo(hours.closingAfter(at, one + other));
    }

    @Property
    void isDueNoEarlierForWhoeverComesLater(
            @ForAll("calendars") MinuteByMinute calendar,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll @IntRange(max = 3 * 24 * 60) int later,
            @ForAll("work") Duration work) {
        Instant first = near(calendar, start);
        Instant second = first.plus(Duration.ofMinutes(later));
        BusinessHours hours = calendar.compiled();
        assertThat(hours.plus(second, work)).isAfterOrEqualTo(hours.plus(first, work));
    }

    @Property
    void moreWorkIsDueLater(
            @ForAll("calendars") MinuteByMinute calendar,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll("work") Duration work,
            @ForAll("work") Duration more) {
        Instant at = near(calendar, start);
        BusinessHours hours = calendar.compiled();
        assertThat(hours.plus(at, work.plus(more).plusNanos(1))).isAfter(hours.plus(at, work));
    }

    @Property
    void workCanBeDoneInTwoPieces(
            @ForAll("calendars") MinuteByMinute calendar,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll("work") Duration one,
            @ForAll("work") Duration other) {
        Instant at = near(calendar, start);
        BusinessHours hours = calendar.compiled();
        assertThat(hours.plus(hours.plus(at, one), other)).isEqualTo(hours.plus(at, one.plus(other)));
    }

    @Property
    void workIsNeverDoneWhileTheShopIsClosed(
            @ForAll("calendars") MinuteByMinute calendar,
            @ForAll @IntRange(max = 14 * 24 * 60) int start,
            @ForAll("work") Duration work) {
        BusinessHours hours = calendar.compiled();
        Instant due = hours.plus(near(calendar, start), work.plusNanos(1));
        assertThat(hours.isOpen(due.minusNanos(1))).as("just before %s", due).isTrue();
    }

    /** A minute within a week of the clock change of the calendar's zone. */
    private static Instant near(MinuteByMinute calendar, int minute) {
        LocalDate change = CLOCK_CHANGES.getOrDefault(calendar.zone().getId(), LocalDate.EPOCH);
        return change.minusDays(7).atStartOfDay(calendar.zone()).toInstant().plus(Duration.ofMinutes(minute));
    }

    @Provide
    Arbitrary<Duration> work() {
        return Arbitraries.longs().between(0, Duration.ofDays(6).toNanos()).map(Duration::ofNanos);
    }

    @Provide
    Arbitrary<MinuteByMinute> calendars() {
        Arbitrary<Map<DayOfWeek, List<Span>>> weeks =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), days()).ofMinSize(1);
        return Arbitraries.of(CLOCK_CHANGES.keySet().stream().sorted().toList())
                .flatMap(zone -> Combinators.combine(weeks, holidays(zone))
                        .as((week, closed) -> new MinuteByMinute(ZoneId.of(zone), week, Set.copyOf(closed))));
    }

    private static Arbitrary<List<LocalDate>> holidays(String zone) {
        LocalDate first = CLOCK_CHANGES.getOrDefault(zone, LocalDate.EPOCH).minusDays(7);
        return Arbitraries.integers().between(0, 20).map(first::plusDays).list().ofMaxSize(4);
    }

    /** One to three spans of half hours that do not overlap; often until midnight. */
    private static Arbitrary<List<Span>> days() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(0, 48)),
                        Tuple.of(1, Arbitraries.of(0, 45, 46, 47, 48)))
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(halfHours -> {
                    List<Integer> sorted = halfHours.stream().sorted().toList();
                    List<Span> spans = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        spans.add(new Span(sorted.get(i), sorted.get(i + 1)));
                    }
                    return List.copyOf(spans);
                });
    }
}

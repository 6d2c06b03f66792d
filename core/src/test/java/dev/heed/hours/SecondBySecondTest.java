package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compiled hours against {@link SecondBySecond}, in every zone there is, most often around its clock changes. */
class SecondBySecondTest {
    private static final int CALENDARS = Integer.getInteger("heed.calendars", 3);
    private static final int INSTANTS = 80;
    private static final List<String> ODD_ZONES = List.of(
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Asia/Kathmandu",
            "Europe/Dublin",
            "Europe/Prague",
            "Africa/Windhoek",
            "Pacific/Kwajalein",
            "Asia/Manila",
            "America/Nuuk",
            "America/Scoresbysund",
            "Atlantic/Azores",
            "Asia/Gaza",
            "Africa/Cairo",
            "Africa/El_Aaiun");

    private final Random random = new Random(20_261_123);
    private final List<String> wrong = new ArrayList<>();
    private int comparisons;

    @Test
    void agreesWithACountOfSecondsInEveryZone() {
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            for (int i = CALENDARS * (ODD_ZONES.contains(id) ? 20 : 1); i > 0; i--) {
                compare(new SecondBySecond(zone, someDate(zone), random));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(comparisons).isGreaterThan(1_000_000);
    }

    /** From 1900 to 2200. */
    private LocalDate someDate(ZoneId zone) {
        List<ZoneOffsetTransition> changes = zone.getRules().getTransitions();
        LocalDate any = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(300 * 365));
        if (random.nextInt(3) == 0) {
            ZoneOffsetTransition next =
                    zone.getRules().nextTransition(any.atStartOfDay(zone).toInstant());
            return next == null ? any : next.getDateTimeBefore().toLocalDate();
        }
        if (changes.isEmpty() || random.nextInt(3) == 0) {
            return any;
        }
        return changes.get(random.nextInt(changes.size())).getDateTimeBefore().toLocalDate();
    }

    private void compare(SecondBySecond slow) {
        BusinessHours hours;
        try {
            hours = slow.compiled();
        } catch (dev.heed.error.ConfigurationException neverOpen) {
            assertThat(neverOpen).hasMessageContaining("never open");
            return;
        }
        for (int i = 0; i < INSTANTS && wrong.size() < 20; i++) {
            Instant at = slow.instant(random);
            Instant other = slow.instant(random);
            Duration work = Duration.ofSeconds(
                    random.nextInt(4 * 86_400), random.nextInt(3) * (long) random.nextInt(999_999_999));
            expect(slow, "open at " + at, slow.isOpen(at), hours.isOpen(at));
            expect(
                    slow,
                    "between " + at + " and " + other,
                    Duration.ofNanos(slow.between(at, other)),
                    hours.between(at, other));
            slow.nextOpening(at).forEach(next -> expect(slow, "next after " + at, next, hours.nextOpening(at)));
            slow.previousClosing(at)
                    .forEach(last -> expect(slow, "last before " + at, last, hours.previousClosing(at)));
            slow.plus(at, work).forEach(due -> comparePlus(slow, hours, at, work, due));
        }
    }

    private void comparePlus(SecondBySecond slow, BusinessHours hours, Instant at, Duration work, Instant due) {
        String what = at + " and " + work;
        expect(slow, what, due, hours.plus(at, work));
        List<Instant> latest = slow.nextOpening(due);
        latest.forEach(
                expected -> expect(slow, what + " at the latest", expected, hours.plus(at, work, Boundary.LATEST)));
        if (!work.isZero()) {
            Instant first = slow.nextOpening(at).get(0);
            expect(slow, "back from " + due, first, hours.minus(due, work));
            slow.previousClosing(first.minusNanos(1)).forEach(closing -> {
                Instant earliest = slow.isOpen(first.minusNanos(1)) ? first : closing;
                expect(slow, "far back from " + due, earliest, hours.minus(due, work, Boundary.EARLIEST));
            });
        }
        if (at.isAfter(Instant.parse("1900-01-01T00:00:00Z"))) {
            expect(slow, what + " in nanoseconds", nanos(due), hours.plusNanos(nanos(at), work.toNanos()));
            expect(slow, "nanoseconds until " + due, slow.between(at, due), hours.nanosBetween(nanos(at), nanos(due)));
        }
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private void expect(SecondBySecond slow, String what, Object expected, Object actual) {
        comparisons++;
        if (!expected.equals(actual)) {
            wrong.add(slow + ": " + what + ": expected " + expected + ", but was " + actual);
        }
    }
}

package dev.heed.sla.explain;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.Holiday;
import dev.heed.hours.Period;
import dev.heed.sla.explain.ExplainedLine.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time in which a clock ran, cut into lines that somebody can follow: period by period where there are few, else
 * month by month, year by year, or as a whole.
 *
 * @param hours the hours in which its time passes
 * @param kind what its lines are
 */
record Stretch(BusinessHours hours, Instant from, Instant until, Kind kind) {
    private static final Duration LONGEST_BY_PERIODS = Duration.ofDays(93);
    private static final Duration LONGEST_BY_MONTHS = Duration.ofDays(366 * 3);
    private static final Duration LONGEST_BY_YEARS = Duration.ofDays(366 * 50);
    private static final int MOST_PERIODS = 40;

    /** Its lines in order; they add up to the working time between its ends. */
    List<ExplainedLine> lines(Duration before) {
        Duration length = Duration.between(from, until);
        if (length.compareTo(LONGEST_BY_PERIODS) <= 0) {
            List<Period> periods = hours.periods(from, until);
            if (periods.size() <= MOST_PERIODS) {
                return summed(withChanges(byPeriods(periods)), before);
            }
        }
        return summed(withChanges(parts(length)), before);
    }

    /** Whoever adds up wall times is an hour off where clocks change. */
    private List<ExplainedLine> withChanges(List<ExplainedLine> lines) {
        ZoneRules rules = hours.zone().getRules();
        List<ExplainedLine> all = new ArrayList<>(lines);
        ZoneOffsetTransition next = rules.nextTransition(from);
        boolean few = Duration.between(from, until).compareTo(LONGEST_BY_MONTHS) <= 0;
        while (next != null && next.getInstant().isBefore(until)) {
            all.add(changed(next.getInstant(), words(next, few)));
            next = few ? rules.nextTransition(next.getInstant()) : null;
        }
        all.sort(Comparator.comparing(ExplainedLine::from));
        return all;
    }

    private String words(ZoneOffsetTransition change, boolean few) {
        if (!few) {
            return "The clocks in " + hours.zone() + (kind == Kind.AHEAD ? " change" : " changed")
                    + " in between, time and again";
        }
        return "On " + ExplanationText.DATE.format(change.getDateTimeBefore()) + " the clocks in " + hours.zone()
                + (kind == Kind.AHEAD ? " go " : " went ")
                + (change.isGap() ? "forward by " : "back by ")
                + ExplanationText.length(change.getDuration().abs());
    }

    private static ExplainedLine changed(Instant at, String words) {
        return new ExplainedLine(Kind.CLOCKS_CHANGE, at, at, Duration.ZERO, Duration.ZERO, words);
    }

    private List<ExplainedLine> byPeriods(List<Period> periods) {
        List<ExplainedLine> lines = new ArrayList<>();
        periods.forEach(period -> lines.add(line(period.open(), period.close(), period.length())));
        LocalDate last = until.minusNanos(1).atZone(hours.zone()).toLocalDate();
        for (LocalDate date = from.atZone(hours.zone()).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            holidays(date, lines);
        }
        lines.sort(Comparator.comparing(ExplainedLine::from));
        return lines;
    }

    private void holidays(LocalDate date, List<ExplainedLine> lines) {
        Instant begin = date.atStartOfDay(hours.zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(hours.zone()).toInstant();
        for (Holiday holiday : hours.holidaysOn(date)) {
            lines.add(new ExplainedLine(
                    Kind.HOLIDAY,
                    begin.isBefore(from) ? from : begin,
                    end.isAfter(until) ? until : end,
                    Duration.ZERO,
                    Duration.ZERO,
                    ExplanationText.DATE.format(date)
                            + (holiday.isWholeDay() ? " is a holiday: " : " is a holiday in part: ")
                            + holiday.name()));
        }
    }

    private List<ExplainedLine> parts(Duration length) {
        List<ExplainedLine> lines = new ArrayList<>();
        Instant begin = from;
        while (begin.isBefore(until)) {
            Instant end = length.compareTo(LONGEST_BY_YEARS) > 0 ? until : next(begin, length);
            end = end.isBefore(until) ? end : until;
            Duration worked = hours.between(begin, end);
            if (!worked.isZero()) {
                lines.add(line(begin, end, worked));
            }
            begin = end;
        }
        return lines;
    }

    /** When the next month or year begins. */
    private Instant next(Instant at, Duration length) {
        LocalDate date = at.atZone(hours.zone()).toLocalDate();
        LocalDate next = length.compareTo(LONGEST_BY_MONTHS) <= 0
                ? date.plusMonths(1).withDayOfMonth(1)
                : date.plusYears(1).withDayOfYear(1);
        return next.atStartOfDay(hours.zone()).toInstant();
    }

    private ExplainedLine line(Instant begin, Instant end, Duration worked) {
        return new ExplainedLine(kind, begin, end, worked, Duration.ZERO, "");
    }

    private static List<ExplainedLine> summed(List<ExplainedLine> lines, Duration before) {
        List<ExplainedLine> all = new ArrayList<>();
        Duration sum = before;
        for (ExplainedLine line : lines) {
            sum = sum.plus(line.added());
            all.add(new ExplainedLine(line.kind(), line.from(), line.until(), line.added(), sum, line.what()));
        }
        return all;
    }
}

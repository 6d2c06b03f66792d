package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of all that was due: counts and times of the clocks whose verdict fell in a period. The order of the tickets does
 * not matter. Immutable and thread-safe.
 *
 * @param period what it is about
 * @param rows by target, then by what it counts apart
 */
public record ServiceReport(ReportPeriod period, List<Row> rows) {
    private static final Comparator<Row> ORDER = Comparator.comparing(Row::target)
            .thenComparing(row -> row.group().values().toArray(String[]::new), Arrays::compare);

    /** Keeps a copy of the rows. */
    public ServiceReport {
        requireNonNull(period, "period");
        rows = List.copyOf(rows);
    }

    /**
     * A line of the report.
     *
     * @param target what was measured
     * @param group what the line counts apart, as words: {@code TIER} leads to {@code premium}, for example
     * @param met how many clocks were met
     * @param missed how many were missed, whether what they measure happened since or not
     * @param cancelled how many nobody wanted any more before their time was over
     * @param workingTimes how much working time those met and missed took; of one that still goes on, until now
     * @param wallTimes the same on the clock on the wall, nights and pauses included
     */
    public record Row(
            SlaTarget target,
            Map<GroupBy, String> group,
            long met,
            long missed,
            long cancelled,
            Times workingTimes,
            Times wallTimes) {
        /** Keeps a copy of the group, in the order of {@link GroupBy}. */
        public Row {
            requireNonNull(target, "target");
            requireNonNull(workingTimes, "workingTimes");
            requireNonNull(wallTimes, "wallTimes");
            group = sorted(group);
        }

        private static Map<GroupBy, String> sorted(Map<GroupBy, String> group) {
            Map<GroupBy, String> sorted = new EnumMap<>(GroupBy.class);
            sorted.putAll(group);
            return Collections.unmodifiableMap(sorted);
        }

        /** How many of those decided were missed; a cancelled one is neither. */
        public Share share() {
            return new Share(met + missed, missed);
        }
    }

    /**
     * The report over these tickets; each is read once, and its durations are kept. Each cycle of a target counts by itself: what was
     * late and went on by other service levels is one that was missed and another one; {@link Fairness} and {@link Parity} join them.
     *
     * @param by what is counted apart; nothing but the targets if it is empty
     */
    public static ServiceReport of(Stream<TicketFigures> tickets, ReportPeriod period, GroupBy... by) {
        requireNonNull(period, "period");
        Set<GroupBy> apart = EnumSet.noneOf(GroupBy.class);
        apart.addAll(List.of(by));
        Map<List<Object>, Tally> tallies = new HashMap<>();
        tickets.forEachOrdered(ticket -> ticket.figures().stream()
                .filter(figure -> figure.decidedAt().filter(period::contains).isPresent())
                .forEach(figure -> {
                    Map<GroupBy, String> group = new EnumMap<>(GroupBy.class);
                    apart.forEach(one -> group.put(one, one.of(ticket.subject(), figure)));
                    tallies.computeIfAbsent(
                                    List.of(figure.target(), group), unknown -> new Tally(figure.target(), group))
                            .add(figure);
                }));
        return new ServiceReport(
                period, tallies.values().stream().map(Tally::row).sorted(ORDER).toList());
    }

    /** The line of a target and a group; empty if nothing of it was decided in the period. */
    public Optional<Row> row(SlaTarget target, Map<GroupBy, String> group) {
        return rows.stream()
                .filter(row -> row.target() == target && row.group().equals(group))
                .findFirst();
    }

    /** Counts one line. Not thread-safe. */
    private static final class Tally {
        private final SlaTarget target;
        private final Map<GroupBy, String> group;
        private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        private final List<Duration> workingTimes = new ArrayList<>();
        private final List<Duration> wallTimes = new ArrayList<>();

        Tally(SlaTarget target, Map<GroupBy, String> group) {
            this.target = target;
            this.group = group;
        }

        void add(Figure figure) {
            counts.merge(figure.verdict(), 1L, Long::sum);
            if (figure.verdict() != Verdict.CANCELLED) {
                workingTimes.add(figure.workingTime());
                wallTimes.add(figure.wallTime());
            }
        }

        private long count(Verdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }

        Row row() {
            return new Row(
                    target,
                    group,
                    count(Verdict.MET),
                    count(Verdict.MISSED),
                    count(Verdict.CANCELLED),
                    Times.of(workingTimes),
                    Times.of(wallTimes));
        }
    }
}

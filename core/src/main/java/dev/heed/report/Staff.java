package dev.heed.report;

import dev.heed.hours.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many people are there when, in a stretch of time: what they do together is done at once by as many as there are. Exact; what
 * does not come out even is done a nanosecond later. Immutable.
 */
final class Staff {
    private final List<Stretch> stretches;

    private Staff(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** In which nobody comes or goes. */
    private record Stretch(Instant from, Instant until, int people) {}

    static Staff of(List<Shift> shifts, Instant from, Instant until) {
        Map<Instant, Integer> changes = new TreeMap<>();
        for (Shift shift : shifts) {
            for (Period period : shift.hours().periods(from, until)) {
                changes.merge(period.open(), shift.people(), Integer::sum);
                changes.merge(period.close(), -shift.people(), Integer::sum);
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant since = from;
        int people = 0;
        for (Map.Entry<Instant, Integer> change : changes.entrySet()) {
            if (people > 0 && since.isBefore(change.getKey())) {
                stretches.add(new Stretch(since, change.getKey(), people));
            }
            since = change.getKey();
            people += change.getValue();
        }
        return new Staff(List.copyOf(stretches));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** The same hours, in which one is there. */
    Staff oneOfThem() {
        return new Staff(stretches.stream()
                .map(stretch -> new Stretch(stretch.from(), stretch.until(), 1))
                .toList());
    }

    /** How much they can do from one instant to another. */
    Duration capacity(Instant from, Instant until) {
        Duration all = Duration.ZERO;
        for (int i = firstAfter(from); i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Instant begin = later(stretch.from(), from);
            Instant end = stretch.until().isBefore(until) ? stretch.until() : until;
            if (!begin.isBefore(end)) {
                break;
            }
            all = all.plus(Duration.between(begin, end).multipliedBy(stretch.people()));
        }
        return all;
    }

    /** When so much is done that is begun then; empty if it is not done as long as it is known who is there. */
    Optional<Instant> done(Instant from, Duration work) {
        if (work.isZero()) {
            return Optional.of(from);
        }
        Duration left = work;
        for (int i = firstAfter(from); i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Instant begin = later(stretch.from(), from);
            Duration possible = Duration.between(begin, stretch.until()).multipliedBy(stretch.people());
            if (left.compareTo(possible) <= 0) {
                return Optional.of(begin.plus(split(left, stretch.people())));
            }
            left = left.minus(possible);
        }
        return Optional.empty();
    }

    private static Duration split(Duration work, int people) {
        Duration each = work.dividedBy(people);
        return each.multipliedBy(people).compareTo(work) < 0 ? each.plusNanos(1) : each;
    }

    /** The first stretch that ends after an instant. */
    private int firstAfter(Instant at) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).until().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

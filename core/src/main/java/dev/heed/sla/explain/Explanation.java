package dev.heed.sla.explain;

import dev.heed.sla.ClockState;
import dev.heed.sla.SlaReading;
import dev.heed.sla.TraceStep;
import dev.heed.sla.explain.ExplainedLine.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a clock came to where it stands, line by line, so that whoever adds up the lines gets the same. Immutable and
 * thread-safe.
 */
public final class Explanation {
    private final SlaReading reading;
    private final Instant now;
    private final List<ExplainedLine> lines;

    private Explanation(SlaReading reading, Instant now, List<ExplainedLine> lines) {
        this.reading = reading;
        this.now = now;
        this.lines = List.copyOf(lines);
    }

    /**
     * Explains a clock.
     *
     * @param now when it was read
     */
    public static Explanation of(SlaReading reading, Instant now) {
        List<ExplainedLine> lines = new ArrayList<>(passed(reading, now));
        if (reading.state() == ClockState.RUNNING) {
            reading.dueAt()
                    .filter(now::isBefore)
                    .ifPresent(due ->
                            lines.addAll(new Stretch(reading.hours(), now, due, Kind.AHEAD).lines(Duration.ZERO)));
        }
        return new Explanation(reading, now, namedOnce(lines));
    }

    /** A holiday in which something happens, or that is going on, stands in several stretches of time. */
    private static List<ExplainedLine> namedOnce(List<ExplainedLine> lines) {
        Map<String, Integer> places = new HashMap<>();
        List<ExplainedLine> all = new ArrayList<>();
        for (ExplainedLine line : lines) {
            Integer named = line.kind() == Kind.HOLIDAY ? places.putIfAbsent(line.what(), all.size()) : null;
            if (named == null) {
                all.add(line);
            } else {
                all.set(named, all.get(named).lasting(line.until()));
            }
        }
        return all;
    }

    /** What is found out later may have happened before, so steps are put into the order of their times. */
    private static List<ExplainedLine> passed(SlaReading reading, Instant now) {
        List<TraceStep> steps = inOrder(reading);
        List<ExplainedLine> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            TraceStep step = steps.get(i);
            TraceStep next = i + 1 < steps.size() ? steps.get(i + 1) : null;
            Instant until = next == null ? now : next.at();
            Duration passed = next == null ? reading.consumed() : next.consumed();
            lines.add(new ExplainedLine(
                    Kind.HAPPENED, step.at(), step.at(), Duration.ZERO, step.consumed(), StepWords.of(step)));
            if (!passed.equals(step.consumed())) {
                lines.addAll(new Stretch(step.hours(), step.at(), until, Kind.WORKED).lines(step.consumed()));
            }
        }
        lines.sort(Comparator.comparing(ExplainedLine::from));
        return lines;
    }

    /** The steps in the order of their times. */
    static List<TraceStep> inOrder(SlaReading reading) {
        return reading.trace().stream()
                .sorted(Comparator.comparing(TraceStep::at).thenComparing(TraceStep::consumed))
                .toList();
    }

    /** The clock as it was read. */
    public SlaReading reading() {
        return reading;
    }

    /** When it was read. */
    public Instant at() {
        return now;
    }

    /**
     * What happened, what passed and what is left, in the order of time. What was added in {@code WORKED} is what the clock has
     * consumed; what was added in {@code AHEAD} is what remains of one that runs.
     */
    public List<ExplainedLine> lines() {
        return lines;
    }

    /**
     * The same in English, fit to be read aloud.
     *
     * @param zone the zone in which times are told; it is named
     */
    public String text(ZoneId zone) {
        return new ExplanationText(this, zone).toString();
    }

    /** Without reasons: this is what ends up in logs. */
    @Override
    public String toString() {
        return reading.target() + " " + reading.cycle() + " " + reading.state() + " at " + now;
    }
}

package dev.heed.sla.explain;

import dev.heed.hours.BusinessHours;
import dev.heed.sla.SlaReading;
import dev.heed.sla.TraceStep;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An explanation in sentences. Times are exact: seconds are left out only where there are none. */
final class ExplanationText {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final String MIDNIGHT = "24:00";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ISO_LOCAL_TIME;
    /** A reason is what somebody wrote; it makes no lines of its own. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /** Instants in reasons are told in the zone of the reader. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private static final BigDecimal NANO = BigDecimal.ONE.movePointLeft(9);

    private final Explanation explanation;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Explanation explanation, ZoneId zone) {
        this.explanation = explanation;
        this.zone = zone;
        write();
    }

    private void write() {
        SlaReading reading = explanation.reading();
        List<String> hours = hours(reading);
        sentence(name(reading) + ": within " + length(reading.within())
                + (hours.size() > 1 ? "" : " in the hours " + reading.hours()) + ", by policy '" + reading.policy()
                + "'");
        if (hours.size() > 1) {
            sentence("Its hours were " + String.join("; ", hours));
        }
        sentence("Times are told in " + zone);
        boolean ahead = false;
        for (ExplainedLine line : explanation.lines()) {
            if (isAhead(line) && !ahead) {
                ahead = true;
                passed(reading);
            }
            sentence(line(line));
        }
        if (!ahead) {
            passed(reading);
        }
        sentence(end(reading));
    }

    private boolean isAhead(ExplainedLine line) {
        return line.kind() == ExplainedLine.Kind.AHEAD
                || (line.kind() != ExplainedLine.Kind.HAPPENED && !line.from().isBefore(explanation.at()));
    }

    /** One after the other, each with the time from which it held. */
    private List<String> hours(SlaReading reading) {
        List<String> all = new ArrayList<>();
        BusinessHours last = null;
        for (TraceStep step : Explanation.inOrder(reading)) {
            BusinessHours hours = step.hours();
            if (hours != last && !(last != null && last.isAlwaysOpen() && hours.isAlwaysOpen())) {
                boolean alike = last != null && hours.toString().equals(last.toString());
                all.add(hours + (alike ? ", with other dates," : "") + " from " + at(step.at()));
            }
            last = hours;
        }
        return all;
    }

    private void sentence(String words) {
        String line = BREAKS.matcher(words).replaceAll(" ").strip();
        text.append(text.isEmpty() ? "" : "\n").append(line).append(line.endsWith(".") ? "" : ".");
    }

    private static String name(SlaReading reading) {
        String words = reading.target().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        String name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return reading.cycle() == 1 ? name : name + ", number " + reading.cycle();
    }

    private String line(ExplainedLine line) {
        return switch (line.kind()) {
            case HAPPENED ->
                at(line.from()) + ", " + INSTANT.matcher(line.what()).replaceAll(this::told);
            case HOLIDAY, CLOCKS_CHANGE -> line.what();
            case WORKED -> span(line) + ", together " + length(line.sum());
            case AHEAD -> span(line) + ", together " + length(line.sum()) + " of what is left";
        };
    }

    private String told(MatchResult instant) {
        try {
            return Matcher.quoteReplacement(end(Instant.parse(instant.group())));
        } catch (DateTimeException e) {
            return Matcher.quoteReplacement(instant.group()); // somebody wrote something like it
        }
    }

    private String span(ExplainedLine line) {
        return at(line.from()) + " until " + until(line) + (line.isOpenThroughout() ? ": " : ", when open: ")
                + length(line.added());
    }

    private String until(ExplainedLine line) {
        ZonedDateTime begin = line.from().atZone(zone);
        ZonedDateTime end = line.until().atZone(zone);
        LocalDate last = isMidnight(end) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        if (!begin.toLocalDate().equals(last)) {
            return end(line.until());
        }
        return isMidnight(end) ? MIDNIGHT : time(end);
    }

    /** The same instant ends one date and begins another; what ends then, or is due, belongs to the one that ends. */
    private String end(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return isMidnight(there) ? DATE.format(there.minusDays(1)) + " " + MIDNIGHT : at(at);
    }

    private static boolean isMidnight(ZonedDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private void passed(SlaReading reading) {
        String what = length(reading.consumed()) + " of " + length(reading.within()) + " have passed";
        sentence(reading.isOpen() ? "Now, " + at(explanation.at()) + ", " + what : "In all, " + what);
    }

    private String end(SlaReading reading) {
        String rest = length(reading.remaining().abs());
        return switch (reading.state()) {
            case RUNNING -> "It is due on " + due(reading) + ", with " + rest + " left" + otherTime(reading);
            case PAUSED ->
                reading.remaining().isNegative()
                        ? "It stands still; its time is over by " + rest
                        : "It stands still, with " + rest + " left for when it goes on";
            case MET -> "It was met, with " + rest + " left";
            case CANCELLED -> "Nobody wants it any more";
            case BREACHED ->
                "It was due on " + due(reading)
                        + reading.breachedAt()
                                .filter(at -> !reading.dueAt().equals(Optional.of(at)))
                                .map(at -> ", and counts as late since " + at(at))
                                .orElse("")
                        + (reading.isOpen() ? ", and is late by " : ", and was late by ") + rest;
        };
    }

    private String due(SlaReading reading) {
        return reading.dueAt().map(this::end).orElse("no day");
    }

    /** Where it is due at another time than its goal alone would give. */
    private static String otherTime(SlaReading reading) {
        Duration byGoal = reading.within().minus(reading.consumed());
        if (byGoal.equals(reading.remaining())) {
            return "";
        }
        List<TraceStep> set = reading.trace().stream()
                .filter(step -> step.kind() == TraceStep.Kind.SET_BY_HAND)
                .toList();
        boolean later = byGoal.compareTo(reading.remaining()) < 0;
        String why = set.isEmpty()
                ? (later ? "nothing is late because a level was reached" : "an earlier time was kept")
                : "it was set " + set.get(set.size() - 1).reason();
        return "; by its goal it would be " + length(byGoal) + ", but " + why;
    }

    private String at(Instant at) {
        return date(at) + " " + time(at.atZone(zone));
    }

    private String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    /** With the offset where the clocks show the same time twice. */
    private String time(ZonedDateTime at) {
        boolean twice = zone.getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
        boolean minutes = at.equals(at.truncatedTo(ChronoUnit.MINUTES));
        return (minutes ? MINUTES : EXACT).format(at) + (twice ? " (UTC" + at.getOffset() + ")" : "");
    }

    /** Exact, down to the nanosecond: {@code 5 h 30 min 2.5 s}. */
    static String length(Duration time) {
        if (time.isZero()) {
            return "0 min";
        }
        Duration some = time.abs();
        BigDecimal seconds =
                BigDecimal.valueOf(some.toSecondsPart()).add(NANO.multiply(BigDecimal.valueOf(some.toNanosPart())));
        String words = part(some.toHours(), "h")
                + part(some.toMinutesPart(), "min")
                + (seconds.signum() == 0
                        ? ""
                        : " " + seconds.stripTrailingZeros().toPlainString() + " s");
        return (time.isNegative() ? "minus" : "") + (time.isNegative() ? words : words.strip());
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

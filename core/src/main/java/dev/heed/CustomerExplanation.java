package dev.heed;

import com.google.common.base.Joiner;
import dev.heed.hours.BusinessHours;
import dev.heed.sla.PauseReason;
import dev.heed.sla.SlaReading;
import dev.heed.sla.TraceStep;
import dev.heed.template.Texts;
import dev.heed.template.TimeTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** P08: tells a customer in a few sentences when something comes, and why then; nothing of policies, priorities and people. */
final class CustomerExplanation {
    private static final int MOST_DAYS = 31;
    private static final int MOST_NAMED = 5;

    private final SlaReading reading;
    private final Texts texts;
    private final TimeTexts times;
    private final ZoneId zone;
    private final Instant now;
    private final List<String> sentences = new ArrayList<>();

    CustomerExplanation(SlaReading reading, Texts texts, ZoneId zone, Instant now) {
        this.reading = reading;
        this.texts = texts;
        this.times = texts.times();
        this.zone = zone;
        this.now = now;
    }

    /** Empty for what concerns the shop alone. */
    Optional<String> text() {
        return subject().map(subject -> {
            switch (reading.state()) {
                case RUNNING -> running(subject);
                case PAUSED -> paused();
                case MET -> say(subject + ".met", Map.of("when", at(reading.endedAt())));
                case BREACHED -> late(subject);
                case CANCELLED -> say("explain.cancelled", Map.of());
            }
            return Joiner.on(' ').join(sentences);
        });
    }

    private Optional<String> subject() {
        return switch (reading.target()) {
            case FIRST_REPLY, NEXT_REPLY -> Optional.of("explain.answer");
            case PERIODIC_UPDATE -> Optional.of("explain.news");
            case REQUESTER_WAIT, TOTAL_RESOLUTION -> Optional.of("explain.solution");
            case AGENT_WORK, TIME_TO_OWN -> Optional.empty();
        };
    }

    private void running(String subject) {
        Instant due = reading.dueAt().orElse(now);
        say(subject + ".running", Map.of("when", times.by(due, zone, now)));
        if (reading.within().minus(reading.consumed()).equals(reading.remaining())) {
            within();
            closed(due);
            pauses();
        } else {
            say("explain.told", Map.of());
        }
    }

    private void within() {
        Map<String, String> values = Map.of(
                "within",
                times.length(reading.within()),
                "start",
                times.at(reading.startedAt(), zone, now),
                "hours",
                hours());
        say(reading.hours().isAlwaysOpen() ? "explain.within.always" : "explain.within", values);
    }

    /** With their zone, where the reader lives in another. */
    private String hours() {
        BusinessHours hours = reading.hours();
        String week = hours.describe(texts.locale());
        return hours.zone().equals(zone) ? week : week + " (" + TimeTexts.city(hours.zone()) + ")";
    }

    private void closed(Instant due) {
        BusinessHours hours = reading.hours();
        LocalDate first = reading.startedAt().atZone(hours.zone()).toLocalDate();
        LocalDate last = due.atZone(hours.zone()).toLocalDate();
        List<String> days = Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                .limit(MOST_DAYS)
                .filter(this::isClosedForOnce)
                .limit(MOST_NAMED)
                .map(times::date)
                .toList();
        if (!days.isEmpty()) {
            say("explain.closed", Map.of("days", Joiner.on("; ").join(days)));
        }
    }

    /** A holiday on a day on which people are there in other weeks. */
    private boolean isClosedForOnce(LocalDate date) {
        return reading.hours().isHoliday(date)
                && isEmpty(date)
                && !(isEmpty(date.plusWeeks(1)) && isEmpty(date.minusWeeks(1)));
    }

    private boolean isEmpty(LocalDate date) {
        BusinessHours hours = reading.hours();
        Instant begin = date.atStartOfDay(hours.zone()).toInstant();
        return hours.between(begin, date.plusDays(1).atStartOfDay(hours.zone()).toInstant())
                .equals(Duration.ZERO);
    }

    private void pauses() {
        List<PauseReason> reasons =
                reading.trace().stream().flatMap(step -> step.pause().stream()).toList();
        if (reasons.stream().anyMatch(CustomerExplanation::isForTheCustomer)) {
            say("explain.pause.customer", Map.of());
        }
        if (!reasons.stream().allMatch(CustomerExplanation::isForTheCustomer)) {
            say("explain.pause.others", Map.of());
        }
    }

    private static boolean isForTheCustomer(PauseReason reason) {
        return reason != PauseReason.ON_HOLD;
    }

    private void paused() {
        boolean customer = reading.trace().stream()
                .map(TraceStep::pause)
                .flatMap(Optional::stream)
                .reduce((before, last) -> last)
                .map(CustomerExplanation::isForTheCustomer)
                .orElse(true);
        say(
                customer ? "explain.waiting.customer" : "explain.waiting.others",
                Map.of("left", times.length(reading.remaining())));
    }

    private void late(String subject) {
        String due = times.by(reading.dueAt().orElse(now), zone, now);
        say(
                reading.isOpen() ? subject + ".late" : subject + ".done.late",
                Map.of("due", due, "when", at(reading.endedAt())));
    }

    private String at(Optional<Instant> when) {
        return times.at(when.orElse(now), zone, now);
    }

    private void say(String key, Map<String, String> values) {
        sentences.add(texts.template(key).fill(values, UnaryOperator.identity()).text());
    }
}

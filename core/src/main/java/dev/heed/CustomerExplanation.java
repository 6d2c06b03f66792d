package dev.heed;

import com.google.common.base.Joiner;
import dev.heed.hours.BusinessHours;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.sla.ClockPhase;
import dev.heed.sla.PauseReason;
import dev.heed.sla.SlaReading;
import dev.heed.sla.TraceStep;
import dev.heed.template.Texts;
import dev.heed.template.TimeTexts;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** P08: tells a customer in a few sentences when something comes, and why then; nothing of policies, priorities and people. */
final class CustomerExplanation {
    private static final int MOST_DAYS = 31;
    private static final int MOST_NAMED = 5;

    private final SlaReading reading;
    private final Ticket ticket;
    private final Texts texts;
    private final TimeTexts times;
    private final ZoneId zone;
    private final Instant now;
    private final List<String> sentences = new ArrayList<>();

    CustomerExplanation(SlaReading reading, Ticket ticket, Texts texts, ZoneId zone, Instant now) {
        this.reading = reading;
        this.ticket = ticket;
        this.texts = texts;
        this.times = texts.times();
        this.zone = zone;
        this.now = now;
    }

    /** Empty for what concerns the shop alone, and for what is not measured any more while the ticket goes on. */
    Optional<String> text() {
        return subject().map(this::about).filter(text -> !text.isEmpty());
    }

    private String about(String subject) {
        Optional<Instant> told = reading.target().isReply() && reading.phase() != ClockPhase.ENDED
                ? ticket.expected().map(ExpectedReply::at)
                : Optional.empty();
        if (told.isPresent()) { // whatever the shop holds itself to: this is what she was promised
            promised(subject, told.get());
        } else if (reading.phase() == ClockPhase.CANCELLED) {
            cancelled();
        } else {
            switch (reading.state()) {
                case RUNNING -> running(subject, reading.dueAt().orElse(now));
                case PAUSED -> paused();
                case MET -> done(subject);
                case BREACHED -> late(subject, reading.dueAt().orElse(now));
                case CANCELLED -> cancelled();
            }
        }
        return Joiner.on(' ').join(sentences);
    }

    private void promised(String subject, Instant told) {
        if (told.isBefore(now)) {
            say(subject + ".late", Map.of("due", times.by(told, zone, now)));
        } else {
            running(subject, told);
        }
    }

    private void cancelled() {
        if (ticket.status() == TicketStatus.CLOSED) {
            say("explain.cancelled", Map.of());
        }
    }

    /** In time only if nothing that she was told was over by then. */
    private void done(String subject) {
        Instant done = reading.endedAt().orElse(now);
        Optional<Instant> broken = ticket.promises().stream()
                .filter(promise -> promise.kind() == PromiseKind.REPLY && promise.state() == PromiseState.BROKEN)
                .map(Promise::due)
                .filter(due -> due.isAfter(reading.startedAt()) && due.isBefore(done))
                .findFirst();
        if (reading.target().isReply() && broken.isPresent()) {
            late(subject, broken.get());
        } else {
            say(subject + ".met", Map.of("when", at(reading.endedAt())));
        }
    }

    private Optional<String> subject() {
        return switch (reading.target()) {
            case FIRST_REPLY, NEXT_REPLY -> Optional.of("explain.answer");
            case PERIODIC_UPDATE -> Optional.of("explain.news");
            case REQUESTER_WAIT, TOTAL_RESOLUTION -> Optional.of("explain.solution");
            case AGENT_WORK, TIME_TO_OWN -> Optional.empty();
        };
    }

    private void running(String subject, Instant due) {
        say(subject + ".running", Map.of("when", times.by(due, zone, now)));
        if (isReckonedFrom(due)) {
            within();
            closed(due);
            pauses();
        } else if (reading.target().isReply()) {
            say("explain.told", Map.of());
        }
    }

    /** Whether somebody who is told the hours, the time and its beginning comes to the same, but for pauses. */
    private boolean isReckonedFrom(Instant due) {
        boolean changed = reading.trace().stream().anyMatch(step -> step.kind() == TraceStep.Kind.RETARGETED);
        return !changed
                && reading.dueAt().equals(Optional.of(due))
                && reading.within().minus(reading.consumed()).equals(reading.remaining());
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
        LocalDate last = due.atZone(hours.zone()).toLocalDate();
        LocalDate began = reading.startedAt().atZone(hours.zone()).toLocalDate();
        LocalDate first = began.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : began;
        List<String> days = Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
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
        say(customer ? "explain.waiting.customer" : "explain.waiting.others", Map.of());
        if (!reading.remaining().isNegative() && !reading.hours().isAlwaysOpen()) {
            say("explain.left", Map.of("left", times.length(reading.remaining())));
        }
    }

    private void late(String subject, Instant due) {
        say(
                reading.isOpen() ? subject + ".late" : subject + ".done.late",
                Map.of("due", times.by(due, zone, now), "when", at(reading.endedAt())));
    }

    private String at(Optional<Instant> when) {
        return times.at(when.orElse(now), zone, now);
    }

    private void say(String key, Map<String, String> values) {
        sentences.add(texts.filled(key, values));
    }
}

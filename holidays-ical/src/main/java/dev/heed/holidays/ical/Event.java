package dev.heed.holidays.ical;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.heed.holidays.ical.Entry.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A VEVENT: which entry it is a version of, and what it says. */
final class Event {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DIGITS = 9;

    private final FeedComponent component;
    private final FeedTimes times;
    private final Optional<Moment> replaced;
    private final int sequence;

    Event(FeedComponent component, FeedTimes times) {
        this.component = component;
        this.times = times;
        Optional<FeedProperty> recurrence = component.one("RECURRENCE-ID");
        recurrence.filter(property -> property.parameter("RANGE").isPresent()).ifPresent(property -> {
            throw FeedFault.in(
                    property,
                    "changes all that follow (RANGE), which is not read.",
                    "Let the rule end there, and begin another entry.");
        });
        this.replaced = recurrence.map(times::moment);
        this.sequence = component.one("SEQUENCE").map(Event::number).orElse(0);
        if (replaced.isPresent() && id().isEmpty()) {
            throw fault("the entry has a RECURRENCE-ID and no UID.", "Give it the UID of the entry that it changes.");
        }
    }

    private static int number(FeedProperty property) {
        if (!property.value().matches("\\d{1," + MOST_DIGITS + "}")) {
            throw FeedFault.in(property, "is no number.", "Write a number such as 0.");
        }
        return Integer.parseInt(property.value());
    }

    int line() {
        return component.line();
    }

    /** What the feed calls it; empty if it does not. */
    Optional<String> id() {
        return component.one("UID").map(FeedProperty::value).filter(uid -> !uid.isEmpty());
    }

    /** Which one of the times at which the entry comes back it changes; empty for the entry itself. */
    Optional<Moment> replaced() {
        return replaced;
    }

    /** Which of two versions is newer. */
    int sequence() {
        return sequence;
    }

    boolean isCancelled() {
        return component
                .one("STATUS")
                .filter(status -> status.value().equalsIgnoreCase("CANCELLED"))
                .isPresent();
    }

    /**
     * What it says.
     *
     * @param nameless how to call it if it has no SUMMARY
     * @param changed at which times other versions stand for it
     */
    Entry entry(String nameless, List<Moment> changed, WorkLimit work) {
        FeedProperty begin = component
                .one("DTSTART")
                .orElseThrow(
                        () -> fault("the entry has no DTSTART.", "Say when it begins: DTSTART;VALUE=DATE:20261224."));
        Moment start = times.moment(begin);
        component.one("EXRULE").ifPresent(property -> {
            throw FeedFault.in(property, "is not read.", "Name each date that is left out with EXDATE.");
        });
        boolean single = replaced.isPresent();
        List<Rule> rules = single
                ? List.of()
                : component.all("RRULE").stream()
                        .map(property -> RuleReader.rule(property, start, times, work))
                        .toList();
        Length length = length(begin, start);
        List<Occurrence> more = single ? List.of() : more(start, length, work);
        Set<LocalDate> dates = new HashSet<>();
        Set<Instant> instants = new HashSet<>();
        Stream<Moment> excepted = component.all("EXDATE").stream()
                .flatMap(list -> parts(list, work))
                .map(times::moment);
        Stream.concat(excepted, changed.stream()).forEach(moment -> {
            if (moment.isDate() || start.isDate()) {
                dates.add(moment.date());
            } else {
                instants.add(moment.instant());
            }
        });
        return new Entry(name(nameless), start, length, rules, more, Set.copyOf(dates), Set.copyOf(instants));
    }

    /** The values of a list, each as a property. */
    static Stream<FeedProperty> parts(FeedProperty list, WorkLimit work) {
        return Stream.of(list.value().split(",", -1))
                .map(part -> list.with(part.trim()))
                .peek(work::single);
    }

    private List<Occurrence> more(Moment start, Length length, WorkLimit work) {
        List<Occurrence> more = new ArrayList<>();
        for (FeedProperty list : component.all("RDATE")) {
            parts(list, work).forEach(part -> more.add(occurrence(part, start, length)));
        }
        return List.copyOf(more);
    }

    private Occurrence occurrence(FeedProperty part, Moment start, Length length) {
        int slash = part.value().indexOf('/');
        if (slash < 0) {
            Moment moment = times.moment(part);
            return new Occurrence(moment.isDate() || start.isDate() ? start.on(moment.date()) : moment, length);
        }
        Moment from = times.moment(part.with(part.value().substring(0, slash)));
        FeedProperty end = part.with(part.value().substring(slash + 1));
        if (from.isDate() || start.isDate()) {
            throw FeedFault.in(part, "is a period without times, or of an entry without times.", "Write single dates.");
        }
        Length own = end.value().startsWith("P") ? times.duration(end) : exact(from, times.moment(end), part);
        return new Occurrence(from, checked(own, part));
    }

    private Length length(FeedProperty begin, Moment start) {
        Optional<FeedProperty> end = component.one("DTEND");
        Optional<FeedProperty> duration = component.one("DURATION");
        if (end.isPresent() && duration.isPresent()) {
            throw FeedFault.in(duration.get(), "stands beside a DTEND.", "Leave one of them.");
        }
        if (duration.isPresent()) {
            Length given = times.duration(duration.get());
            return checked(start.isDate() ? wholeDays(given, duration.get()) : given, duration.get());
        }
        if (end.isEmpty()) {
            return start.isDate() ? Length.ONE_DAY : Length.NOTHING;
        }
        Moment until = times.moment(end.get());
        if (until.isDate() != start.isDate()) {
            throw FeedFault.in(
                    end.get(),
                    "and " + FeedFault.quote(begin.value()) + ", its start, are not both dates or both times.",
                    "Give both as dates, or both with times.");
        }
        return checked(exact(start, until, end.get()), end.get());
    }

    private static Length exact(Moment start, Moment until, FeedProperty end) {
        Length length = start.isDate()
                ? new Length(Math.toIntExact(ChronoUnit.DAYS.between(start.date(), until.date())), Duration.ZERO)
                : Length.of(Duration.between(start.instant(), until.instant()));
        if (length.days() < 0 || length.exact().isNegative()) {
            throw FeedFault.in(end, "is before its start.", "Let it end after it begins; the end is not included.");
        }
        return start.isDate() && length.isNothing() ? Length.ONE_DAY : length;
    }

    private static Length wholeDays(Length given, FeedProperty duration) {
        if (!given.exact().equals(Duration.ofDays(given.exact().toDays()))) {
            throw FeedFault.in(duration, "is not a number of days, as its start is a date.", "Write one day as P1D.");
        }
        int days = Math.toIntExact(given.days() + given.exact().toDays());
        return days == 0 ? Length.ONE_DAY : new Length(days, Duration.ZERO);
    }

    private static Length checked(Length length, FeedProperty property) {
        if (length.mostDays() > ICalHolidays.LONGEST_ENTRY) {
            throw FeedFault.in(
                    property,
                    "lets the entry last longer than " + ICalHolidays.LONGEST_ENTRY + " days.",
                    "Leave out entries that are no holidays.");
        }
        return length;
    }

    private String name(String nameless) {
        String summary = component.all("SUMMARY").stream()
                .findFirst()
                .map(property -> VObjectPropertyValues.unescape(property.value()))
                .map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(text -> !text.isBlank())
                .orElse(nameless);
        if (summary.length() <= LONGEST_NAME) {
            return summary;
        }
        int end = LONGEST_NAME - 1;
        return summary.substring(0, Character.isHighSurrogate(summary.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private RuntimeException fault(String what, String remedy) {
        return FeedFault.at(component.line(), what, remedy);
    }
}

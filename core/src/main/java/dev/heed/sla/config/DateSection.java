package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.hours.Holiday;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Reads what a date of a calendar has of its own. */
final class DateSection {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final String CLOSED_FROM = "closedFrom";

    private final ConfigReading reading;
    private final CalendarDates dates;
    private final BusinessHoursBuilder builder;

    DateSection(ConfigReading reading, CalendarDates dates, BusinessHoursBuilder builder) {
        this.reading = reading;
        this.dates = dates;
        this.builder = builder;
    }

    void read(String name, ConfigNode node) {
        int before = reading.faults();
        Optional<LocalDate> date = dates.ofName(name, node);
        reading.section(node, OPEN, "onHoliday", "breaks", CLOSED, CLOSED_FROM, "name")
                .ifPresent(section -> {
                    form(section);
                    Optional<String> label = section.optional("name", one -> reading.name(one, "a name"));
                    boolean onHoliday = section.flag("onHoliday");
                    boolean closed =
                            section.field(CLOSED).filter(reading::requireTrue).isPresent();
                    List<TimeWindow> breaks = section.field("breaks")
                            .map(one -> TimeWindow.breaks(one, reading))
                            .orElse(List.of());
                    List<TimeWindow> open = section.field(OPEN).map(this::open).orElse(List.of());
                    Optional<LocalTime> closing = section.optional(CLOSED_FROM, one -> TimeWindow.time(one, reading));
                    if (before != reading.faults()) {
                        return;
                    }
                    LocalDate day = date.orElseThrow();
                    open.forEach(window -> open(day, window, onHoliday));
                    breaks.forEach(one -> builder.breakOn(day, one.from(), one.until()));
                    closing.ifPresent(time -> builder.holiday(Holiday.from(time, day, label.orElse("half day"))));
                    if (closed) {
                        builder.holiday(Holiday.wholeDay(day, label.orElse(CLOSED)));
                    }
                });
    }

    private void open(LocalDate day, TimeWindow window, boolean onHoliday) {
        if (onHoliday) {
            builder.openOnHoliday(day, window.from(), window.until());
        } else {
            builder.on(day, window.from(), window.until());
        }
    }

    private List<TimeWindow> open(ConfigNode node) {
        int before = reading.faults();
        List<TimeWindow> windows = TimeWindow.list(node, reading);
        if (windows.isEmpty() && before == reading.faults()) {
            reading.wrong(node, "the date has no window.", "Write 'closed': true, if that is meant.");
        }
        return windows;
    }

    /** Says so where fields do not go together. */
    private void form(ConfigSection section) {
        boolean open = section.has(OPEN);
        boolean closed = section.has(CLOSED);
        boolean half = section.has(CLOSED_FROM);
        if (!open && !closed && !half && !section.has("breaks")) {
            reading.wrong(
                    section.node(),
                    "the date has nothing of its own.",
                    "Add 'open', 'closed', 'closedFrom' or 'breaks'.");
        }
        if ((open && half) || (closed && (open || half || section.has("breaks")))) {
            reading.wrong(
                    section.node(),
                    "'closed' stands beside 'open', 'closedFrom' or 'breaks', or 'open' beside 'closedFrom'.",
                    "Keep the one that is meant.");
        }
        if (section.has("onHoliday") && !open) {
            reading.wrong(section.node(), "'onHoliday' stands there without 'open'.", "Say when it is open then.");
        }
        if (section.has("name") && !closed && !half) {
            reading.wrong(
                    section.node(), "'name' stands there without 'closed' or 'closedFrom'.", "Name closings only.");
        }
    }
}

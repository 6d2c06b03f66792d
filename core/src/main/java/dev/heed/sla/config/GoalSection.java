package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.sla.PauseReason;
import dev.heed.sla.ReopenRule;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a policy wants of one target. */
final class GoalSection {
    private final ConfigReading reading;
    private final Calendars calendars;

    GoalSection(ConfigReading reading, Calendars calendars) {
        this.reading = reading;
        this.calendars = calendars;
    }

    Optional<SlaGoal> read(SlaTarget target, ConfigNode node) {
        return reading.section(node, "within", "priorities", "calendarHours", "pausedBy", "onReopening", "levels")
                .flatMap(section -> {
                    Optional<Duration> within = section.required("within", this::within);
                    Map<Priority, Duration> others = priorities(section);
                    boolean calendarHours = section.flag("calendarHours");
                    List<PauseReason> pauses =
                            section.distinct("pausedBy", one -> reading.word(one, PauseReason.class));
                    Optional<ReopenRule> reopening =
                            section.optional("onReopening", one -> reading.word(one, ReopenRule.class));
                    LevelsSection levels = new LevelsSection(reading, calendars, shortest(within, others));
                    List<SlaLevel> ladder = section.list("levels", levels::read);
                    return within.map(time -> {
                        SlaGoal goal = SlaGoal.within(target, time).levels(ladder.toArray(new SlaLevel[0]));
                        for (Map.Entry<Priority, Duration> other : others.entrySet()) {
                            goal = goal.forPriority(other.getKey(), other.getValue());
                        }
                        goal = calendarHours ? goal.inCalendarHours() : goal;
                        goal = section.has("pausedBy") ? goal.pausedBy(pauses.toArray(new PauseReason[0])) : goal;
                        return reopening.isPresent() ? goal.onReopening(reopening.get()) : goal;
                    });
                });
    }

    private Map<Priority, Duration> priorities(ConfigSection section) {
        Map<Priority, Duration> times = new EnumMap<>(Priority.class);
        section.field("priorities")
                .ifPresent(node -> reading.named(node).forEach((name, value) -> {
                    Optional<Duration> time = within(value);
                    reading.wordOf(name, value, Priority.class)
                            .ifPresent(priority -> time.ifPresent(one -> times.put(priority, one)));
                }));
        return times;
    }

    private static Optional<Duration> shortest(Optional<Duration> within, Map<Priority, Duration> others) {
        boolean counts = others.size() < Priority.values().length; // else it holds for none
        return Stream.concat(within.filter(time -> counts).stream(), others.values().stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Duration> within(ConfigNode node) {
        return upToLongest(node, reading).filter(time -> {
            if (time.isZero()) {
                reading.wrong(node, "no time is given.", "Write a time above zero.");
            }
            return !time.isZero();
        });
    }

    /** A time that a policy may have. */
    static Optional<Duration> upToLongest(ConfigNode node, ConfigReading reading) {
        return reading.duration(node).filter(time -> {
            boolean tooLong = time.compareTo(SlaPolicy.LONGEST) > 0;
            if (tooLong) {
                reading.wrong(
                        node,
                        "the time is longer than " + SlaPolicy.LONGEST.toHours() + " hours.",
                        "Write a time up to ten years.");
            }
            return !tooLong;
        });
    }
}

package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.hours.BusinessHours;
import dev.heed.sla.SlaLevel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the warnings and escalations of one goal, one after the other. */
final class LevelsSection {
    private final ConfigReading reading;
    private final Calendars calendars;
    private final Set<String> names = new HashSet<>();
    private final Optional<Duration> shortest;
    private @Nullable Duration last;

    /**
     * Reads them for one goal.
     *
     * @param shortest the time of the goal, for the priority for which it is the shortest; empty if it cannot be read
     */
    LevelsSection(ConfigReading reading, Calendars calendars, Optional<Duration> shortest) {
        this.reading = reading;
        this.calendars = calendars;
        this.shortest = shortest;
    }

    Optional<SlaLevel> read(ConfigNode node) {
        return reading.section(node, "name", "before", "after", "actions", "during")
                .flatMap(section -> {
                    Optional<String> name = section.required("name", this::name);
                    Optional<Duration> offset = offset(section);
                    List<String> actions =
                            section.list("actions", one -> reading.name(one, "an action such as 'raise-priority'"));
                    Optional<BusinessHours> during = section.optional("during", calendars::named);
                    return name.flatMap(text -> offset.flatMap(
                            time -> reading.checked(node, () -> new SlaLevel(text, time, actions, during))));
                });
    }

    private Optional<String> name(ConfigNode node) {
        return reading.name(node, "the name of a level")
                .filter(name -> reading.requireFirst(
                        node, names, name, "another level of this goal has this name.", "Give each its own."));
    }

    private Optional<Duration> offset(ConfigSection section) {
        boolean complete = section.hasOneOf("before", "after");
        Optional<Duration> before = section.optional("before", this::inTime).map(Duration::negated);
        Optional<Duration> after = section.optional("after", one -> GoalSection.upToLongest(one, reading));
        Optional<Duration> offset = before.isPresent() ? before : after;
        if (!complete || offset.isEmpty()) {
            return Optional.empty();
        }
        if (last != null && offset.get().compareTo(last) < 0) {
            reading.wrong(
                    section.node(),
                    "the level is reached before the one in front of it.",
                    "Put levels in their order.");
        }
        last = offset.get();
        return offset;
    }

    private Optional<Duration> inTime(ConfigNode node) {
        return GoalSection.upToLongest(node, reading).filter(time -> {
            boolean tooEarly =
                    shortest.filter(least -> time.compareTo(least) > 0).isPresent();
            if (tooEarly) {
                reading.wrong(
                        node,
                        "the level lies before the beginning of its target: the shortest time of this goal is shorter.",
                        "Write a time that is no longer, or give the priority with the shortest time a policy of its own.");
            }
            return !tooEarly;
        });
    }
}

package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigNode.Kind;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.people.Tier;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one policy. */
final class PolicySection {
    private final ConfigReading reading;
    private final Calendars calendars;
    private final GoalSection goals;

    PolicySection(ConfigReading reading, Calendars calendars) {
        this.reading = reading;
        this.calendars = calendars;
        goals = new GoalSection(reading, calendars);
    }

    /**
     * The policy, if nothing is wrong with it.
     *
     * @param taken the names of those before it, to which its own is added
     */
    Optional<SlaPolicy> read(ConfigNode node, Set<String> taken) {
        int before = reading.faults();
        return reading.section(
                        node,
                        "name",
                        "hours",
                        "when",
                        "boundary",
                        "duplicatesStartClocks",
                        "repliesInDuplicatesCount",
                        "splitsStartAtTheSplit",
                        "goals")
                .flatMap(section -> {
                    Optional<SlaPolicy.Builder> builder = begin(section, taken);
                    SlaCondition condition =
                            section.optional("when", this::condition).orElse(SlaCondition.any());
                    Boundary boundary = section.optional("boundary", one -> reading.word(one, Boundary.class))
                            .orElse(Boundary.EARLIEST);
                    List<SlaGoal> wanted =
                            section.required("goals", this::goals).orElse(List.of());
                    boolean duplicates = section.flag("duplicatesStartClocks");
                    boolean replies = section.flag("repliesInDuplicatesCount");
                    boolean split = section.flag("splitsStartAtTheSplit");
                    if (before != reading.faults() || builder.isEmpty()) {
                        return Optional.empty();
                    }
                    SlaPolicy.Builder policy = builder.get().when(condition).boundary(boundary);
                    wanted.forEach(policy::goal);
                    policy = duplicates ? policy.duplicatesStartClocks() : policy;
                    policy = replies ? policy.repliesInDuplicatesCount() : policy;
                    return reading.checked(node, (split ? policy.splitsStartAtTheSplit() : policy)::build);
                });
    }

    /** Empty if its name or its hours cannot be read. */
    private Optional<SlaPolicy.Builder> begin(ConfigSection section, Set<String> taken) {
        Optional<String> name = section.required("name", one -> name(one, taken));
        Optional<BusinessHours> hours = section.required("hours", calendars::named);
        return name.flatMap(text -> hours.map(when -> SlaPolicy.builder(text, when)));
    }

    private Optional<String> name(ConfigNode node, Set<String> taken) {
        return reading.name(node, "the name of a policy")
                .filter(name -> reading.requireFirst(
                        node, taken, name, "another policy of this version has this name.", "Give each its own."));
    }

    private Optional<SlaCondition> condition(ConfigNode node) {
        return reading.section(node, "tiers", "channels", "kinds", "priorities", "tags")
                .map(section -> new SlaCondition(
                        Set.copyOf(section.some("channels", one -> SlaConfigurationReader.channel(one, reading))),
                        Set.copyOf(section.some("tiers", one -> reading.value(one, "a tier", Tier::of))),
                        Set.copyOf(section.some("kinds", one -> reading.word(one, TicketKind.class))),
                        Set.copyOf(section.some("priorities", one -> reading.word(one, Priority.class))),
                        Set.copyOf(section.some("tags", one -> reading.value(one, "a tag", Tag::of)))));
    }

    private Optional<List<SlaGoal>> goals(ConfigNode node) {
        List<SlaGoal> read = new ArrayList<>();
        if (node.kind() == Kind.OBJECT && node.fields().isEmpty()) {
            reading.wrong(node, "the policy wants nothing.", "Give a goal such as 'firstReply', or leave it out.");
        }
        reading.named(node).forEach((name, value) -> {
            Optional<SlaTarget> target = reading.wordOf(name, value, SlaTarget.class);
            target.flatMap(known -> goals.read(known, value)).ifPresent(read::add);
        });
        return Optional.of(read);
    }
}

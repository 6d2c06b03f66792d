package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaPolicy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the versions of the service levels. */
final class VersionsSection {
    /** How many policies a version has at most; each is compared with all before it. */
    private static final int MOST_POLICIES = 1_000;

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private final ConfigReading reading;
    private final PolicySection policies;
    private final Set<String> names = new HashSet<>();
    private final Set<Instant> begins = new HashSet<>();

    VersionsSection(ConfigReading reading, Calendars calendars) {
        this.reading = reading;
        policies = new PolicySection(reading, calendars);
    }

    Optional<SlaBook> read(ConfigNode node) {
        int before = reading.faults();
        List<ServiceLevels> versions = reading.list(node, this::version);
        return before == reading.faults()
                ? reading.checked(node, () -> SlaBook.of(versions.toArray(new ServiceLevels[0])))
                : Optional.empty();
    }

    private Optional<ServiceLevels> version(ConfigNode node) {
        int before = reading.faults();
        return reading.section(node, "version", "validFrom", "policies").flatMap(section -> {
            Optional<String> name = section.required("version", this::name);
            Optional<Instant> from = section.required("validFrom", this::begin);
            Optional<List<SlaPolicy>> all = section.required("policies", this::policies);
            ConfigNode place = section.field("policies").orElse(node);
            boolean whole =
                    all.isPresent() && all.get().size() == place.elements().size();
            if (before != reading.faults() || !whole) {
                return Optional.empty();
            }
            return reading.checked(
                    place,
                    () -> ServiceLevels.of(
                            name.orElseThrow(),
                            from.orElseThrow(),
                            all.orElseThrow().toArray(new SlaPolicy[0])));
        });
    }

    private Optional<String> name(ConfigNode node) {
        return reading.name(node, "the name of a version such as '2026-07'")
                .filter(name -> reading.requireFirst(
                        node, names, name, "another version has this name.", "Give each its own."));
    }

    private Optional<Instant> begin(ConfigNode node) {
        return reading.value(node, "a time such as '2026-06-01T00:00:00Z'", text -> {
                    if (!TIME.matcher(text).matches()) {
                        throw new IllegalArgumentException();
                    }
                    return OffsetDateTime.parse(text).toInstant();
                })
                .filter(begin -> reading.requireFirst(
                        node, begins, begin, "another version begins at this time.", "Give each its own."));
    }

    private Optional<List<SlaPolicy>> policies(ConfigNode node) {
        if (node.elements().size() > MOST_POLICIES) {
            reading.wrong(node, "there are more than " + MOST_POLICIES + " policies.", "Join some.");
            return Optional.empty();
        }
        List<SlaPolicy> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        reading.list(node, one -> {
            Optional<SlaPolicy> policy = policies.read(one, taken);
            policy.filter(made -> isReachable(made, one, all)).ifPresent(all::add);
            return policy;
        });
        return Optional.of(all);
    }

    private boolean isReachable(SlaPolicy policy, ConfigNode node, List<SlaPolicy> before) {
        Optional<SlaPolicy> cover = before.stream()
                .filter(other -> other.condition().covers(policy.condition()))
                .findFirst();
        cover.ifPresent(other -> reading.wrong(
                node,
                "the policy '" + policy.name() + "' matches nothing: '" + other.name()
                        + "' stands before it and takes all of its tickets.",
                "Put it before the other; a policy without 'when' stands last."));
        return cover.isEmpty();
    }
}

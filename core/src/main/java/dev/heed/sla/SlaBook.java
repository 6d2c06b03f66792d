package dev.heed.sla;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All versions of the service levels of a shop, those before included: tickets keep the version under which they were opened until
 * an event says otherwise. Immutable and thread-safe.
 */
public final class SlaBook {
    private static final SlaBook EMPTY = new SlaBook(List.of());

    private final List<ServiceLevels> versions;

    private SlaBook(List<ServiceLevels> versions) {
        this.versions = versions;
    }

    /** The one of a shop that measures nothing. */
    public static SlaBook empty() {
        return EMPTY;
    }

    /**
     * A book of these versions, in any order.
     *
     * @throws ConfigurationException if two have one name, or begin at one instant
     */
    public static SlaBook of(ServiceLevels... versions) {
        Set<Object> seen = new HashSet<>();
        for (ServiceLevels version : versions) {
            if (!seen.add(version.version()) || !seen.add(version.validFrom())) {
                throw new ConfigurationException(List.of(Problem.of(
                        "Two versions of service levels are named '" + version.version() + "', or begin at "
                                + version.validFrom() + ".",
                        "Give each its own name, and its own time from which it holds.")));
            }
        }
        return new SlaBook(List.of(versions).stream()
                .sorted(Comparator.comparing(ServiceLevels::validFrom))
                .toList());
    }

    /** The same with one more, in place of one of its name; not checked, for it is never kept. */
    SlaBook proposing(ServiceLevels proposed) {
        return new SlaBook(Stream.concat(
                        Stream.of(proposed),
                        versions.stream().filter(version -> !version.version().equals(proposed.version())))
                .toList());
    }

    /** In the order in which they begin. */
    public List<ServiceLevels> versions() {
        return versions;
    }

    /** The version that holds for a ticket opened at this instant; empty before the first. */
    public Optional<ServiceLevels> at(Instant opened) {
        ServiceLevels found = null;
        for (ServiceLevels version : versions) {
            if (!version.validFrom().isAfter(opened)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The version of this name.
     *
     * @throws NotFoundException if there is none
     */
    public ServiceLevels get(String name) {
        return versions.stream()
                .filter(version -> version.version().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "There are no service levels '" + name + "'. There are: " + versions + ".",
                        "Keep each version that tickets were opened under in the book."));
    }
}

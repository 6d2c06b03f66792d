package dev.heed.people;

import dev.heed.error.InvalidInputException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The shop that embeds Heed, and every name it goes by. None of those names can sign a message. Immutable and
 * thread-safe; each {@code with…} gives a new value.
 */
public final class Shop {
    private final String name;
    private final ZoneId zone;
    private final Locale locale;
    private final Set<String> collectiveNames;

    private Shop(String name, ZoneId zone, Locale locale, Set<String> collectiveNames) {
        this.name = name;
        this.zone = zone;
        this.locale = locale;
        this.collectiveNames = Set.copyOf(collectiveNames);
    }

    /**
     * A shop with its public name, the zone its people work in and the language it writes by default.
     *
     * @throws InvalidInputException if the name is blank
     */
    public static Shop of(String name, ZoneId zone, Locale locale) {
        if (name.isBlank()) {
            throw new InvalidInputException("The shop has no name.", "Give the name customers know it by.");
        }
        return new Shop(name.strip(), zone, locale, Set.of(name.strip()));
    }

    /** Adds a brand the shop also sells under. */
    public Shop withBrand(String brand) {
        return withCollectiveName(brand);
    }

    /** Adds a department, team or queue; its name cannot sign either. */
    public Shop withDepartment(String department) {
        return withCollectiveName(department);
    }

    private Shop withCollectiveName(String added) {
        Set<String> names = new LinkedHashSet<>(collectiveNames);
        names.add(added.strip());
        return new Shop(name, zone, locale, names);
    }

    /** The public name. */
    public String name() {
        return name;
    }

    /** The zone in which the shop's people work. */
    public ZoneId zone() {
        return zone;
    }

    /** The language the shop writes where the customer's is not known. */
    public Locale locale() {
        return locale;
    }

    /** The name, the brands, the departments: all that is not a person. */
    public Set<String> collectiveNames() {
        return collectiveNames;
    }
}

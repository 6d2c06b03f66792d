package dev.heed.people;

import dev.heed.error.InvalidInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A firm, a school, a family whose members ask the shop. Immutable and thread-safe; each {@code with…} gives a new value.
 *
 * @param id names it
 * @param name what it is called, for the people of the shop
 * @param members the profiles that belong to it, and what each sees
 * @param domains of e-mail addresses that are mostly those of members, such as {@code acme.example}: they suggest a
 *     membership to agents and never grant one
 */
public record Organisation(OrganisationId id, String name, Map<CustomerId, Sight> members, Set<String> domains) {

    /** What a member sees. */
    public enum Sight {
        /** The own tickets. */
        OWN,
        /** The tickets of all members. */
        ALL
    }

    /**
     * Checks what it is given; domains are taken in lower case.
     *
     * @throws InvalidInputException if the name is blank, or a domain is none
     */
    public Organisation {
        name = name.strip();
        members = Map.copyOf(members);
        Set<String> lower = new HashSet<>();
        for (String domain : domains) {
            lower.add(EmailAddress.of("any@" + domain.strip().toLowerCase(Locale.ROOT))
                    .domain());
        }
        domains = Set.copyOf(lower);
        if (name.isEmpty()) {
            throw new InvalidInputException("Organisation " + id + " has no name.", "Say what it is called.");
        }
    }

    /** One that nobody belongs to yet. */
    public static Organisation of(String id, String name) {
        return new Organisation(OrganisationId.of(id), name, Map.of(), Set.of());
    }

    /** The same with a member, or with another sight of one. */
    public Organisation withMember(CustomerId member, Sight sight) {
        Map<CustomerId, Sight> more = new HashMap<>(members);
        more.put(member, sight);
        return new Organisation(id, name, more, domains);
    }

    /** The same without somebody. */
    public Organisation withoutMember(CustomerId member) {
        Map<CustomerId, Sight> less = new HashMap<>(members);
        less.remove(member);
        return new Organisation(id, name, less, domains);
    }

    /** The same with a domain of e-mail addresses. */
    public Organisation withDomain(String domain) {
        Set<String> more = new HashSet<>(domains);
        more.add(domain);
        return new Organisation(id, name, members, more);
    }

    /** Without names: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Organisation " + id + " with " + members.size() + " members";
    }
}

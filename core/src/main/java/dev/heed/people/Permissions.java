package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which role may do what: one table. Immutable and thread-safe. The shop's own stands in docs/customers.md. */
public final class Permissions {
    private static final Set<Permission> OF_TRAINEES = EnumSet.of(
            Permission.READ,
            Permission.ANSWER,
            Permission.NOTE,
            Permission.ASSIGN,
            Permission.FILE,
            Permission.SNOOZE,
            Permission.OVERRIDE);
    private static final Set<Permission> MORE_OF_AGENTS = EnumSet.of(
            Permission.ANSWER_UNREVIEWED,
            Permission.REVIEW,
            Permission.CLASSIFY_COMPLAINT,
            Permission.MARK_SPAM,
            Permission.MERGE,
            Permission.DECIDE_AGAINST,
            Permission.DECIDE_REQUESTS,
            Permission.EDIT_CUSTOMERS,
            Permission.LINK_CUSTOMERS);
    private static final Set<Permission> OF_OWNERS_ALONE = EnumSet.of(Permission.DISMISS_COMPLAINT, Permission.IMPORT);

    private final Map<Role, Set<Permission>> table;

    private Permissions(Map<Role, Set<Permission>> table) {
        this.table = table;
    }

    /** What holds unless the shop says otherwise. */
    public static Permissions standard() {
        Set<Permission> agents = EnumSet.copyOf(OF_TRAINEES);
        agents.addAll(MORE_OF_AGENTS);
        Set<Permission> leads = EnumSet.allOf(Permission.class);
        leads.removeAll(OF_OWNERS_ALONE);
        Set<Permission> auditors = EnumSet.allOf(Permission.class);
        auditors.removeIf(permission -> !permission.readsOnly());
        Map<Role, Set<Permission>> table = new EnumMap<>(Role.class);
        table.put(Role.TRAINEE, EnumSet.copyOf(OF_TRAINEES));
        table.put(Role.AGENT, agents);
        table.put(Role.LEAD, leads);
        table.put(Role.OWNER, EnumSet.allOf(Permission.class));
        table.put(Role.AUDITOR, auditors);
        return new Permissions(table);
    }

    /** Whether it may. */
    public boolean allows(Role role, Permission permission) {
        return cells(requireNonNull(role, "role")).contains(requireNonNull(permission, "permission"));
    }

    /** The roles that may. */
    public Set<Role> rolesWith(Permission permission) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        table.forEach((role, cells) -> {
            if (cells.contains(permission)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** The same table, where one role may do one thing more. */
    public Permissions allowing(Role role, Permission permission) {
        Set<Permission> cells = EnumSet.copyOf(cells(requireNonNull(role, "role")));
        cells.add(requireNonNull(permission, "permission"));
        return with(role, cells);
    }

    /**
     * The same table, where one role may do one thing less.
     *
     * @throws InvalidInputException for {@code OWNER}, since somebody must be able to do everything, and for {@code READ},
     *     without which nobody can do anything
     */
    public Permissions forbidding(Role role, Permission permission) {
        if (requireNonNull(role, "role") == Role.OWNER) {
            throw new InvalidInputException(
                    "OWNER is not to be allowed " + permission + ", and then perhaps nobody is.",
                    "Give those people another role; an owner may do everything.");
        }
        if (requireNonNull(permission, "permission") == Permission.READ) {
            throw new InvalidInputException(
                    role + " is not to be allowed READ, without which nothing else can be done.",
                    "Leave people who must not read out of the desk.");
        }
        Set<Permission> cells = EnumSet.copyOf(cells(role));
        cells.remove(permission);
        return with(role, cells);
    }

    private Permissions with(Role role, Set<Permission> cells) {
        Map<Role, Set<Permission>> changed = new EnumMap<>(table);
        changed.put(role, cells);
        return new Permissions(changed);
    }

    private Set<Permission> cells(Role role) {
        return requireNonNull(table.get(role));
    }
}

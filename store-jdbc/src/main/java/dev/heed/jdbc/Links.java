package dev.heed.jdbc;

import dev.heed.json.PeopleJson;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.Acquaintance;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which profiles are one person. A link stands in two rows, one for each profile, so that whoever looks reads the rows of one
 * profile. Whoever changes or relies on it locks the profiles first. Thread-safe.
 */
final class Links {
    private final Db db;
    private final Scope scope;
    private final String anchor;
    private final String lock;
    private final String unanchor;
    private final NextNumber nextPlace;
    private final String begin;
    private final String end;
    private final String ofProfile;
    private final String lockedOfProfile;
    private final String ofCustomer;
    private final String ofAddress;
    private final String drop;

    Links(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        String where = " where bucket = ? and shop = ?";
        anchor = db.dialect.insertIfAbsent(naming.in("${prefix}profile"), List.of("bucket", "shop", "id"), 1);
        lock = naming.in("select 1 from ${prefix}profile" + where + " and id = ? for update");
        unanchor = naming.in("delete from ${prefix}profile" + where + " and id = ?");
        nextPlace = new NextNumber(
                db.dialect,
                "link",
                "l.place",
                naming.in("${prefix}link l where l.bucket = ? and l.shop = ? and l.profile = ?"));
        begin = db.dialect
                .insertIfAbsent(
                        naming.in("${prefix}link"),
                        List.of("bucket", "shop", "profile", "id", "other", "holds", "body", "place"),
                        1)
                .replaceFirst(", \\?\\)", ", " + nextPlace.expression + ")");
        end = naming.in(
                "update ${prefix}link set holds = false, body = ?" + where + " and profile = ? and id = ? and holds");
        ofProfile = naming.in("select body from ${prefix}link" + where + " and profile = ? order by place, id");
        lockedOfProfile = ofProfile + db.dialect.keep();
        String linked = "select c.body, exists (select 1 from ${prefix}link l where l.bucket = c.bucket"
                + " and l.shop = c.shop and l.profile = c.id) from ${prefix}customer c";
        ofCustomer = naming.in(linked + " where c.bucket = ? and c.shop = ? and c.id = ?");
        ofAddress = naming.in(linked + " join ${prefix}address a on a.bucket = c.bucket and a.shop = c.shop"
                + " and a.customer = c.id where a.bucket = ? and a.shop = ? and a.address = ?");
        drop = naming.in("delete from ${prefix}link" + where + " and profile = ? and id = ?");
    }

    List<ProfileLink> of(CustomerId profile) {
        Command hers = Command.of(ofProfile, scope).id(Keys.of(profile));
        return List.copyOf(db.list(hers, row -> PeopleJson.toLink(row.getString(1))));
    }

    /** Where links lead from a profile. */
    private interface Neighbours {
        List<ProfileLink> of(CustomerId profile) throws SQLException;
    }

    Person person(CustomerId profile) {
        try {
            return reached(profile, this::of);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static Person reached(CustomerId from, Neighbours neighbours) throws SQLException {
        Set<CustomerId> reached = new LinkedHashSet<>(Set.of(from));
        Deque<CustomerId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            CustomerId profile = open.remove();
            for (ProfileLink link : neighbours.of(profile)) {
                CustomerId next = other(link, profile);
                if (link.holds() && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return new Person(reached);
    }

    private static CustomerId other(ProfileLink link, CustomerId profile) {
        return link.one().equals(profile) ? link.other() : link.one();
    }

    Optional<Acquaintance> find(CustomerId id) {
        return known(Command.of(ofCustomer, scope).id(Keys.of(id)));
    }

    Optional<Acquaintance> find(Address address) {
        return known(Command.of(ofAddress, scope).id(Keys.of(address)));
    }

    /** Most are linked with nobody, and are found in one look. */
    private Optional<Acquaintance> known(Command query) {
        record Found(Customer profile, boolean linked) {}
        return db.first(query, row -> new Found(PeopleJson.toCustomer(row.getString(1)), row.getBoolean(2)))
                .map(found -> new Acquaintance(
                        found.profile, found.linked ? person(found.profile.id()) : Person.of(found.profile.id())));
    }

    /** Before anything is written: locks all profiles that matter, and looks who is one person. */
    CommitResult check(UnitOfWork unit, Connection connection) throws SQLException {
        lock(unit, connection);
        for (Person expected : unit.people()) {
            for (CustomerId profile : expected.profiles()) {
                if (!reached(profile, one -> links(connection, one)).equals(expected)) {
                    return CommitResult.CONFLICT;
                }
            }
        }
        return CommitResult.COMMITTED;
    }

    /** As they are now, also where a transaction sees what was there when it began. */
    private List<ProfileLink> links(Connection connection, CustomerId profile) throws SQLException {
        Command hers = Command.of(lockedOfProfile, scope).id(Keys.of(profile));
        return db.list(connection, hers, row -> PeopleJson.toLink(row.getString(1)));
    }

    private void lock(UnitOfWork unit, Connection connection) throws SQLException {
        List<UUID> profiles = Stream.of(
                        unit.people().stream().flatMap(person -> person.profiles().stream()),
                        unit.links().stream().flatMap(link -> Stream.of(link.one(), link.other())),
                        unit.forgottenCustomers().stream())
                .flatMap(all -> all)
                .map(Keys::of)
                .distinct()
                .sorted()
                .toList();
        if (profiles.isEmpty()) {
            return;
        }
        Script script = new Script();
        for (UUID profile : profiles) {
            script.run(Command.of(anchor, scope).id(profile));
            script.find(CommitResult.CONFLICT, Command.of(lock, scope).id(profile));
        }
        script.run(connection, db.dialect);
    }

    void add(UnitOfWork unit, Script script) {
        for (ProfileLink link : unit.links()) {
            for (CustomerId profile : List.of(link.one(), link.other())) {
                script.expect(
                        CommitResult.CONFLICT, link.holds() ? begun(link, profile, script) : ended(link, profile));
            }
        }
    }

    private Command begun(ProfileLink link, CustomerId profile, Script script) {
        UUID key = Keys.of(profile);
        Command command = Command.of(begin, scope)
                .id(key)
                .id(link.id().value())
                .id(Keys.of(other(link, profile)))
                .flag(true)
                .text(PeopleJson.link(link));
        return nextPlace.ask(command, script, place -> place.scope(scope).id(key));
    }

    private Command ended(ProfileLink link, CustomerId profile) {
        return Command.plain(end)
                .text(PeopleJson.link(link))
                .scope(scope)
                .id(Keys.of(profile))
                .id(link.id().value());
    }

    /** With the links of somebody who is forgotten; also in the rows of those with whom she was linked. */
    void forget(CustomerId id, Connection connection, Script script) throws SQLException {
        for (ProfileLink link : links(connection, id)) {
            for (CustomerId profile : List.of(link.one(), link.other())) {
                script.alone(Command.of(drop, scope)
                        .id(Keys.of(profile))
                        .id(link.id().value()));
            }
        }
        script.alone(Command.of(unanchor, scope).id(Keys.of(id)));
    }
}

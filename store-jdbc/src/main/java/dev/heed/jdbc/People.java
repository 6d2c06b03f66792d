package dev.heed.jdbc;

import dev.heed.json.PeopleJson;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers and their addresses. Thread-safe. */
final class People {
    private final Db db;
    private final Scope scope;
    private final String insert;
    private final String upsert;
    private final String known;
    private final String lock;
    private final String find;
    private final String findByAddress;
    private final String giveAddress;
    private final String takeAddresses;
    private final String drop;

    People(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        String customer = naming.in("${prefix}customer");
        insert = db.dialect.insertIfAbsent(customer, List.of("bucket", "shop", "id", "body"), 1);
        upsert = db.dialect.upsert(customer, List.of("bucket", "shop", "id"), List.of("body"));
        giveAddress = db.dialect.insertIfAbsent(
                naming.in("${prefix}address"), List.of("bucket", "shop", "address", "customer"), 1);
        String where = " where bucket = ? and shop = ?";
        known = "select 1 from " + customer + where + " and id = ?" + db.dialect.keep();
        lock = "select body from " + customer + where + " and id = ? for update";
        find = "select body from " + customer + where + " and id = ?";
        findByAddress = naming.in(
                "select c.body from ${prefix}address a join ${prefix}customer c on c.bucket = a.bucket"
                        + " and c.shop = a.shop and c.id = a.customer where a.bucket = ? and a.shop = ? and a.address = ?");
        takeAddresses = naming.in("delete from ${prefix}address" + where + " and customer = ?");
        drop = "delete from " + customer + where + " and id = ?";
    }

    Optional<Customer> find(CustomerId id) {
        return db.first(Command.of(find, scope).id(Keys.of(id)), row -> PeopleJson.toCustomer(row.getString(1)));
    }

    Optional<Customer> find(Address address) {
        return db.first(
                Command.of(findByAddress, scope).id(Keys.of(address)), row -> PeopleJson.toCustomer(row.getString(1)));
    }

    /** Customers who have to be there. */
    void require(UnitOfWork unit, Script script) {
        for (CustomerId id : unit.knownCustomers()) {
            if (unit.newCustomer().filter(one -> one.id().equals(id)).isEmpty()) {
                script.find(CommitResult.CONFLICT, Command.of(known, scope).id(Keys.of(id)));
            }
        }
    }

    void add(UnitOfWork unit, Script script) {
        unit.newCustomer().ifPresent(customer -> {
            UUID id = Keys.of(customer.id());
            script.expect(
                    CommitResult.CONFLICT, Command.of(insert, scope).id(id).text(PeopleJson.customer(customer)));
            giveAddresses(customer, script);
        });
        for (Customer customer : unit.customers()) {
            UUID id = Keys.of(customer.id());
            script.alone(Command.of(upsert, scope).id(id).text(PeopleJson.customer(customer)));
            script.alone(Command.of(takeAddresses, scope).id(id));
            giveAddresses(customer, script);
        }
    }

    /** In one order, so that two who take the same cannot block each other. */
    private void giveAddresses(Customer customer, Script script) {
        List<UUID> addresses = new ArrayList<>();
        customer.addresses().forEach(address -> addresses.add(Keys.of(address)));
        addresses.sort(null);
        for (UUID address : addresses) {
            script.expect(
                    CommitResult.CONFLICT,
                    Command.of(giveAddress, scope).id(address).id(Keys.of(customer.id())));
        }
    }

    /** Locks somebody who is to be forgotten; where she can be reached. */
    Set<Address> lock(CustomerId id, Connection connection) throws SQLException {
        return db
                .list(
                        connection,
                        Command.of(lock, scope).id(Keys.of(id)),
                        row -> PeopleJson.toCustomer(row.getString(1)).addresses())
                .stream()
                .findFirst()
                .orElse(Set.of());
    }

    void forget(CustomerId id, Script script) {
        UUID key = Keys.of(id);
        script.alone(Command.of(takeAddresses, scope).id(key));
        script.alone(Command.of(drop, scope).id(key));
    }
}

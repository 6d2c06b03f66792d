package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.spi.store.TicketStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Shops on several databases, each shop whole on one of them. No transaction and no query goes over two. Immutable and
 * thread-safe.
 */
public final class ShopRouter {
    private final Map<String, HeedDatabase> databases;
    private final Function<String, String> where;

    private ShopRouter(Map<String, HeedDatabase> databases, Function<String, String> where) {
        this.databases = new LinkedHashMap<>(databases);
        this.where = where;
    }

    /**
     * A router.
     *
     * @param databases by names of the shop's choice
     * @param where the name of the database a shop is on; always the same for one shop, unless its rows have been moved
     */
    public static ShopRouter of(Map<String, HeedDatabase> databases, Function<String, String> where) {
        if (databases.isEmpty()) {
            throw new InvalidInputException("A router has no database.", "Give it one at least.");
        }
        return new ShopRouter(databases, where);
    }

    /** Makes the tables on all of them, or brings them to the newest version. */
    public void migrate() {
        databases.values().forEach(HeedDatabase::migrate);
    }

    /**
     * The store of one shop, on its database.
     *
     * @throws InvalidInputException if it is to be on a database that there is not
     * @throws StoreException if it is on another one already, so that its tickets would seem to be gone; or as {@link
     *     HeedDatabase#store} does
     */
    public TicketStore store(String shop) {
        HeedDatabase own = database(shop);
        databases.forEach((name, database) -> {
            if (database != own && database.has(shop)) {
                throw new StoreException(
                        "A shop is to be on the database “" + where.apply(shop) + "”, and its rows are on “" + name
                                + "”.",
                        "Route it there, or move all its rows first and remove its row of the table of shops there.",
                        null);
            }
        });
        return own.store(shop);
    }

    /**
     * The database a shop is on.
     *
     * @throws InvalidInputException if there is none of this name
     */
    public HeedDatabase database(String shop) {
        String name = where.apply(shop);
        HeedDatabase database = databases.get(name);
        if (database == null) {
            throw new InvalidInputException(
                    "A shop is to be on the database “" + name + "”, and there are " + databases.keySet() + ".",
                    "Name one of these.");
        }
        return database;
    }
}

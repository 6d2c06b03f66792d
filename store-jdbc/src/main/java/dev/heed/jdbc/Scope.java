package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;

/**
 * Whose rows are meant; it leads every key.
 *
 * @param bucket 0 to 1023, by the shop: by what databases of many machines spread the rows
 * @param shop the shop
 */
record Scope(int bucket, long shop) {
    static final int BUCKETS = 1024;

    static Scope of(String name) {
        if (name.isBlank()) {
            throw new InvalidInputException("A shop has no name.", "Give each shop a name of its own, and keep it.");
        }
        long shop = Keys.shop(name);
        return new Scope((int) (shop & (BUCKETS - 1)), shop);
    }
}

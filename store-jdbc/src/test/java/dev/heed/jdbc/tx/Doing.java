package dev.heed.jdbc.tx;

import java.sql.Connection;

/** What a shop does in a transaction of its own. */
@FunctionalInterface
public interface Doing {
    /** Does it, on the connection on which the shop's own statements run. */
    void run(Connection connection) throws Exception;
}

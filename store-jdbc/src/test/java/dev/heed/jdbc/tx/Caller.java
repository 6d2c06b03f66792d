package dev.heed.jdbc.tx;

import dev.heed.jdbc.HeedDatabase;
import java.sql.Connection;

/** A shop that begins and ends its transactions in its own way, and lets the desk write in them. */
public interface Caller extends AutoCloseable {
    /** Where the shop and the desk keep everything. */
    TestDatabase where();

    /** What the desk has there. */
    HeedDatabase database();

    /** The connections of both. */
    WatchedDataSource connections();

    /** Begins, does and commits; rolls back what throws, and lets it out. */
    void commit(Doing doing) throws Exception;

    /** Begins, does and rolls back. */
    void rollBack(Doing doing) throws Exception;

    /** Begins, does and tries to commit what was {@linkplain #doom marked} meanwhile; says if that was refused, as it has to be. */
    void commitThoughDoomed(Doing doing) throws Exception;

    /** Marks the transaction as one that must not be committed. */
    void doom() throws Exception;

    /** Within a transaction: does and commits another one, while the first one waits. */
    void commitWithin(Doing doing) throws Exception;

    /** The next commit happens, and then the connection to the database is lost. */
    void loseTheAnswerToTheNextCommit();

    /** The next commit is refused by the database, which rolls back. */
    void refuseTheNextCommit();

    /** Whether the desk has to write on the very connection of the shop, and not on another one in the same transaction. */
    default boolean sharesTheConnection() {
        return true;
    }

    /** How a connection of the shop is while a transaction is open. */
    static String stateOf(Connection connection) throws Exception {
        return "autoCommit=" + connection.getAutoCommit() + " isolation=" + connection.getTransactionIsolation()
                + " readOnly=" + connection.isReadOnly() + " closed=" + connection.isClosed();
    }

    @Override
    void close();
}

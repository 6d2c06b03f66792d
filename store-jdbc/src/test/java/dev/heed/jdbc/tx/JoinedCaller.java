package dev.heed.jdbc.tx;

import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.JoinedConnection;
import dev.heed.jdbc.TxGateway;
import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;

/** A shop on plain JDBC, which says on which connection its transaction is. */
public final class JoinedCaller implements Caller {
    private final TestDatabase where;
    private final WatchedDataSource connections;
    private final HeedDatabase database;

    JoinedCaller(TestDatabase where) {
        this(where, TxGateway::of);
    }

    /** Beside another gateway. */
    JoinedCaller(TestDatabase where, Function<DataSource, TxGateway> gateway) {
        this(where, where.pool(), gateway);
    }

    /** With connections of one's own. */
    public JoinedCaller(TestDatabase where, DataSource pool) {
        this(where, pool, TxGateway::of);
    }

    private JoinedCaller(TestDatabase where, DataSource pool, Function<DataSource, TxGateway> gateway) {
        this.where = where;
        connections = new WatchedDataSource(pool);
        database = HeedDatabase.builder(connections)
                .gateway(gateway.apply(connections))
                .build();
    }

    @Override
    public TestDatabase where() {
        return where;
    }

    @Override
    public HeedDatabase database() {
        return database;
    }

    @Override
    public WatchedDataSource connections() {
        return connections;
    }

    @Override
    public void commit(Doing doing) throws Exception {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (JoinedConnection joined = database.join(connection)) {
                doing.run(connection);
                connection.commit();
                joined.committed();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void rollBack(Doing doing) throws Exception {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            JoinedConnection joined = database.join(connection);
            try {
                doing.run(connection);
            } finally {
                joined.close();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void commitThoughDoomed(Doing doing) throws Exception {
        rollBack(doing);
    }

    /** JDBC has no such mark; the shop itself remembers. */
    @Override
    public void doom() {}

    @Override
    public void commitWithin(Doing doing) throws Exception {
        commit(doing);
    }

    @Override
    public void loseTheAnswerToTheNextCommit() {
        connections.loseAnswer();
    }

    @Override
    public void refuseTheNextCommit() {
        connections.refuseCommit();
    }

    @Override
    public void close() {
        connections.close();
    }
}

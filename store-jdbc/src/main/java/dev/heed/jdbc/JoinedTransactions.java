package dev.heed.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Before a gateway of the shop's: the connections that {@link HeedDatabase#join} was given. */
final class JoinedTransactions implements TxGateway {
    private final DataSource dataSource;
    private final TxGateway others;

    JoinedTransactions(DataSource dataSource, TxGateway others) {
        this.dataSource = dataSource;
        this.others = others;
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        return joined == null ? others.required(work) : work.run(joined.connection());
    }

    @Override
    public <T extends @Nullable Object> T reading(TxWork<T> work) throws SQLException {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        return joined == null ? others.reading(work) : work.run(joined.connection());
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        JoinedConnection hiding = JoinedConnection.hide(dataSource);
        try {
            return others.independent(work);
        } finally {
            hiding.close();
        }
    }

    @Override
    public boolean isActive() {
        return JoinedConnection.current(dataSource) != null || others.isActive();
    }

    @Override
    public void afterCommit(Runnable hint) {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        if (joined == null) {
            others.afterCommit(hint);
        } else {
            joined.later(hint);
        }
    }
}

package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.StoreException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** MariaDB tells by numbers of its own what PostgreSQL tells by states. */
class MariaTimeOutTest {
    @Test
    void whatWaitsForTooLongIsRefusedAndSucceedsWhenTheRowIsFree() throws SQLException {
        TestDatabase where = TestDatabase.maria();
        StoredDocument first = StoredDocument.of("draft", "1", "", "words");
        UnitOfWork change =
                UnitOfWork.builder().document(first.next("other words")).build();
        try (HikariDataSource pool =
                        where.pool(config -> config.setConnectionInitSql("set innodb_lock_wait_timeout = 1"));
                Connection other = where.connect()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            TicketStore store = database.store("acme");
            store.commit(UnitOfWork.builder().document(first).build());
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("select id from heed_document for update");
            }

            assertThatThrownBy(() -> store.commit(change)).isInstanceOfSatisfying(StoreException.class, refused -> {
                assertThat(refused.kind()).isEqualTo(StoreException.Kind.TIMED_OUT);
                assertThat(refused.mayBeWritten()).isFalse();
            });
            other.rollback();

            assertThat(store.commit(change)).isEqualTo(CommitResult.COMMITTED);
        }
    }
}

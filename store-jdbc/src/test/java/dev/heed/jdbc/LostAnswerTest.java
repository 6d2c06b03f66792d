package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.StoreException;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The database has committed, and its answer is lost: the store says that it does not know, and all of it is there. */
class LostAnswerTest {
    @Test
    void whatWasCommittedWithoutAnAnswerIsThereWhole() {
        AtomicBoolean loses = new AtomicBoolean();
        try (HikariDataSource pool = Postgres.newDatabase()) {
            HeedDatabase database = HeedDatabase.builder(new HeardStatements(pool) {
                        @Override
                        public Connection getConnection() throws SQLException {
                            return losing(super.getConnection(), loses);
                        }
                    })
                    .build();
            database.migrate();
            TicketStore store = database.store("acme");
            loses.set(true);

            assertThatThrownBy(() -> store.commit(unit()))
                    .isInstanceOf(StoreException.class)
                    .satisfies(lost ->
                            assertThat(((StoreException) lost).mayBeWritten()).isTrue())
                    .hasMessageContaining("broken it off")
                    .hasMessageContaining("it may have been written");
            loses.set(false);

            assertThat(store.findCustomer(CustomerId.of("c-1"))).isPresent();
            assertThat(store.findCustomer(CustomerId.of("c-2"))).isPresent();
            assertThat(store.commit(unit())).isEqualTo(CommitResult.COMMITTED);
        }
    }

    /** Not one statement, so that there is a commit. */
    private static UnitOfWork unit() {
        return UnitOfWork.builder()
                .customer(Customer.builder("c-1").email("one@example.com").build())
                .customer(Customer.builder("c-2").email("two@example.com").build())
                .build();
    }

    private static Connection losing(Connection real, AtomicBoolean loses) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("commit") && loses.get()) {
                            throw new SQLException("An I/O error occurred.", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

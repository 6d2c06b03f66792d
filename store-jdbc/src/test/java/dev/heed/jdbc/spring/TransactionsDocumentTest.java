package dev.heed.jdbc.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.people.CustomerId;
import dev.heed.ticket.TicketId;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What docs/transactions.md shows of Spring. */
class TransactionsDocumentTest {
    @Test
    void anOrderAndTheWordsOfItsCustomerAreOneTransaction() throws SQLException {
        SpringCaller caller = new SpringCaller(TestDatabase.h2(), JdbcTransactionManager::new);
        try (ShopWithDesk shop = new ShopWithDesk(caller)) {
            var desk = shop.desk;
            TicketId ticket = shop.ticketOf("ana@example.com");
            CustomerId ana = desk.as(ShopWithDesk.MARIA).getTicket(ticket).customer();
            var transactions = new TransactionTemplate(new JdbcTransactionManager(caller.connections()));
            var jdbc = new JdbcTemplate(caller.connections());
            String order = "A-1";

            transactions.executeWithoutResult(status -> {
                desk.forCustomer(ana).write(ticket, "I have ordered it once more: " + order);
                jdbc.update("insert into shop_order (id) values (?)", order);
            });

            ShopWithDesk.Rows written = shop.rows(ticket);
            assertThat(written.orders()).isEqualTo(1);
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        desk.forCustomer(ana).write(ticket, "And again.");
                        jdbc.update("insert into shop_order (id) values (?)", order);
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(shop.rows(ticket)).isEqualTo(written);
        }
    }

    @Test
    void theGatewayIsGivenToTheDatabase() {
        try (HikariDataSource dataSource = TestDatabase.h2().pool()) {
            var transactionManager = new JdbcTransactionManager(dataSource);

            HeedDatabase database = HeedDatabase.builder(dataSource)
                    .gateway(SpringTx.of(dataSource, transactionManager))
                    .build();

            database.migrate();
            assertThat(database.store("acme").isJoined()).isFalse();
        }
    }
}

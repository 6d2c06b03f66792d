package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/storage.md shows. */
class StorageSnippetsTest {
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final FakeChannel email = FakeChannel.named("email");

    private Helpdesk desk(HeedDatabase database) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(email)
                .store(database.store("acme"))
                .clock(database.clock(InstantSource.system()))
                .build();
    }

    private TicketId ticket(Helpdesk desk) {
        email.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        return desk.as(maria).queue(1).get(0).id();
    }

    private static final class ShopTables {
        void insertOrder(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into shop_order values (1)");
            }
        }
    }

    @Test
    void aDeskWritesInTheTransactionOfTheShop() throws SQLException {
        try (HikariDataSource pool = Postgres.newDatabase()) {
            DataSource dataSource = pool;
            HeedDatabase database = HeedDatabase.builder(dataSource).build();
            database.migrate();
            ShopTables shop = new ShopTables();
            try (Helpdesk desk = desk(database);
                    Connection connection = pool.getConnection()) {
                TicketId ticket = ticket(desk);
                execute(connection, "create table shop_order (id int)");
                connection.setAutoCommit(false);
                try (JoinedConnection joined = database.join(connection)) {
                    shop.insertOrder(connection);
                    desk.as(maria).notes().add(ticket, "A replacement was ordered.");
                    connection.commit();
                    joined.committed();
                }
                assertThat(desk.as(maria).getTicket(ticket).notes()).hasSize(1);
                try (JoinedConnection joined = database.join(connection)) {
                    assertThat(joined).isNotNull();
                    shop.insertOrder(connection);
                    desk.as(maria).notes().add(ticket, "Another one was ordered.");
                    assertThat(desk.as(maria).getTicket(ticket).notes()).hasSize(2);
                    connection.rollback();
                }
                assertThat(desk.as(maria).getTicket(ticket).notes()).hasSize(1);
                assertThat(orders(connection)).isEqualTo(1);
                connection.rollback();
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int orders(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from shop_order")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aFileKeepsWhatWasWrittenUntilItIsOpenedAgain(@TempDir Path folder) {
        TicketId id;
        try (HeedDatabase database = HeedDatabase.h2File(folder.resolve("heed"));
                Helpdesk desk = desk(database)) {
            id = ticket(desk);
        }
        HeedDatabase database = HeedDatabase.h2File(folder.resolve("heed"));
        try (database;
                Helpdesk desk = desk(database)) {
            assertThat(desk.as(maria).getTicket(id).messages().get(0).text()).isEqualTo("Where is my parcel?");
        }
    }
}

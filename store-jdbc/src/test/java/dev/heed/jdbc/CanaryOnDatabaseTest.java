package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.people.Agent;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A word that stands wherever a person's words can stand is in no row of any table once the person is forgotten. */
class CanaryOnDatabaseTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final String CANARY = "canary-4711";
    private static final String ADDRESS = CANARY + "@example.com";

    @ParameterizedTest
    @EnumSource
    void whoIsForgottenIsInNoTable(DatabaseKind kind) throws SQLException {
        FakeChannel mail = FakeChannel.named("email");
        try (HikariDataSource pool = kind.pool();
                HeedDatabase database = HeedDatabase.builder(pool).build()) {
            database.migrate();
            try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(MARIA)
                    .channel(mail)
                    .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                    .store(database.store("acme"))
                    .build()) {
                CustomerId id = somebodyWithEverything(desk, mail);
                assertThat(tablesWithTheCanary(pool, database))
                        .contains("heed_history", "heed_customer", "heed_outbox", "heed_document");

                desk.backoffice().privacy().erase(id, "Asked by mail.");

                assertThat(tablesWithTheCanary(pool, database)).isEmpty();
            }
        }
    }

    private static CustomerId somebodyWithEverything(Helpdesk desk, FakeChannel mail) {
        AgentDesk maria = desk.as(MARIA);
        mail.receive(ADDRESS, "My word is " + CANARY + ".");
        desk.runDue();
        TicketId ticket = maria.queue(1).get(0).id();
        CustomerId id = desk.backoffice()
                .findCustomer(EmailAddress.of(ADDRESS))
                .orElseThrow()
                .id();
        maria.filing().addTags(ticket, CANARY);
        maria.notes().add(ticket, "Says " + CANARY + ".");
        mail.goDown(Kind.UNREACHABLE);
        maria.reply(ticket, "Dear " + CANARY + ", it waits in the outbox.");
        desk.runDue();
        maria.drafts().write(ticket, "And " + CANARY + " once more.");
        return id;
    }

    /** Each cell as text; what stands in it as bytes is looked for as bytes. */
    private static List<String> tablesWithTheCanary(HikariDataSource pool, HeedDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : database.sizes().keySet()) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            if (hasTheCanary(row, column)) {
                                found.add(table);
                            }
                        }
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean hasTheCanary(ResultSet row, int column) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(column).toUpperCase(Locale.ROOT);
        boolean isBytes = type.contains("BINARY") || type.contains("BLOB") || type.equals("BYTEA");
        if (!isBytes) {
            return String.valueOf(row.getString(column)).contains(CANARY);
        }
        byte[] bytes = row.getBytes(column);
        String hex = bytes == null ? "" : HexFormat.of().formatHex(bytes);
        return hex.contains(HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)))
                || hex.contains(HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_16BE)));
    }
}

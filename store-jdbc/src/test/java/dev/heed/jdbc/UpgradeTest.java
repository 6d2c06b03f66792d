package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.StoreException;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables with the rows of an older version are brought to the newest one, and nothing is lost. */
class UpgradeTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final Instant NOW = Instant.parse("2026-03-02T09:01:00Z");

    private static final TicketId CLOSED = ticket("019cadc6-9a80-7b6d-b2a2-a576b9525160");
    private static final TicketId OPEN = ticket("019cadc6-9a80-7d87-bf64-e3ed4eea4f5b");

    private static TicketId ticket(String id) {
        return new TicketId(UUID.fromString(id));
    }

    private static HeedDatabase withRowsOfVersion1(DatabaseKind kind, HikariDataSource pool)
            throws SQLException, IOException {
        Dialect dialect = kind == DatabaseKind.MARIA ? new MySqlDialect() : new PostgresDialect();
        HeedDatabase database = HeedDatabase.builder(pool).build();
        try (Connection connection = pool.getConnection()) {
            for (String sql : database.scripts().get(0).split(";\\R", -1)) {
                if (!sql.isBlank()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                }
            }
            for (String line : lines()) {
                insert(connection, dialect, line.split("\t", -1));
            }
        }
        return database;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("rows-of-version-1.txt"), "fixture")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static void insert(Connection connection, Dialect dialect, String[] cells) throws SQLException {
        List<String> columns = Arrays.asList(cells).subList(1, cells.length);
        String names = columns.stream()
                .map(cell -> cell.substring(0, cell.indexOf('=')))
                .collect(Collectors.joining(", "));
        String sql =
                "insert into heed_" + cells[0] + " (" + names + ") values (" + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                String cell = columns.get(i).substring(columns.get(i).indexOf('=') + 1);
                Object value = value(cell);
                if (value instanceof UUID id) {
                    dialect.setId(statement, i + 1, id);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable Object value(String cell) {
        int colon = cell.indexOf(':');
        String text = cell.substring(colon + 1);
        return switch (colon < 0 ? cell : cell.substring(0, colon)) {
            case "number" -> Long.valueOf(text);
            case "id" -> UUID.fromString(text);
            case "flag" -> Boolean.valueOf(text);
            case "bytes" -> HexFormat.of().parseHex(text);
            case "text" -> text.translateEscapes();
            case "null" -> null;
            default -> throw new IllegalArgumentException(cell);
        };
    }

    private static Helpdesk desk(HeedDatabase database, FakeChannel mail) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(VirtualClock.at(NOW.toString()))
                .store(database.store("acme"))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnOlderHeedWroteIsReadSentAndAnswered(DatabaseKind kind) throws SQLException, IOException {
        FakeChannel mail = FakeChannel.named("email");
        try (HikariDataSource pool = kind.pool()) {
            HeedDatabase database = withRowsOfVersion1(kind, pool);
            assertThatThrownBy(() -> database.store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("have version 1");

            database.migrate();

            try (Helpdesk desk = desk(database, mail)) {
                desk.runDue();
                assertThat(mail.sent()).hasSize(1); // what waited in the outbox
                AgentDesk maria = desk.as(MARIA);
                assertThat(maria.getTicket(CLOSED).status()).isEqualTo(TicketStatus.CLOSED);
                assertThat(maria.getTicket(CLOSED).messages().get(0).text())
                        .isEqualTo("Where is my parcel? Grüße, 安娜 😀");
                assertThat(maria.getTicket(OPEN).notes()).hasSize(1);
                assertThat(maria.drafts().of(OPEN)).hasSize(1);
                maria.reply(OPEN, "It is on its way.");
                desk.runDue();
                assertThat(mail.sent()).hasSize(2);
                assertThat(database.store("acme").nextTicketNumber()).isGreaterThan(1002);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnOlderHeedHadClosedCanBeArchived(DatabaseKind kind) throws SQLException, IOException {
        try (HikariDataSource pool = kind.pool()) {
            HeedDatabase database = withRowsOfVersion1(kind, pool);
            database.migrate();

            assertThat(database.archive("acme", NOW, 10)).isEqualTo(1);
            assertThat(database.store("acme").history(CLOSED)).hasSize(12);
        }
    }
}

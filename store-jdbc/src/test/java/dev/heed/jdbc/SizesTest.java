package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static final int TICKETS = 4;

    private static List<String> printed(HeedDatabase database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Sizes.print(database.sizes(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void everyTableIsPrintedWithWhatItTakesForEachTicket() {
        try (HikariDataSource pool = Postgres.newDatabase()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            FakeChannel mail = FakeChannel.named("email");
            try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(Agent.builder("maria", "Maria Keller")
                            .employeeId("E-1017")
                            .build())
                    .channel(mail)
                    .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                    .store(database.store("acme"))
                    .build()) {
                for (int i = 0; i < TICKETS; i++) {
                    mail.receive("customer" + i + "@example.com", "Where is my parcel?");
                }
                desk.runDue();
            }
            List<String> lines = printed(database);

            assertThat(lines).hasSize(database.sizes().size() + 2);
            assertThat(lines.get(0)).matches("table +rows +bytes +bytes a row +bytes a ticket");
            TableSize ticket = Objects.requireNonNull(database.sizes().get("heed_ticket"));
            long each = ticket.bytes() / TICKETS;
            assertThat(lines)
                    .anyMatch(line -> line.matches("heed_ticket +4 +" + ticket.bytes() + " +" + each + " +" + each));
            assertThat(lines.get(lines.size() - 1)).startsWith("all ");
        }
    }

    @Test
    void whereThereIsNoTicketNothingIsDividedByThem() {
        try (HikariDataSource pool = TestPools.h2()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();

            assertThat(printed(database)).anyMatch(line -> line.matches("heed_ticket +0 +\\d+ +- +-"));
        }
    }
}

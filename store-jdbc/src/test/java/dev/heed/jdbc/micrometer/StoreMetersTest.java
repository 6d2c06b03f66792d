package dev.heed.jdbc.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMetersTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();

    @TempDir
    Path folder;

    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final FakeChannel mail = FakeChannel.named("email");
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private HeedDatabase database;
    private Helpdesk desk;

    @BeforeEach
    void openADesk() {
        database = HeedDatabase.h2File(folder.resolve("heed"));
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(clock)
                .store(database.store("acme"))
                .build();
        StoreMeters.of(database, "acme", clock).bindTo(registry);
    }

    @AfterEach
    void end() {
        desk.close();
        database.close();
    }

    private double value(String name) {
        return registry.get(name).tag("shop", "acme").gauge().value();
    }

    private double seconds(String name) {
        return registry.get(name).timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void whatIsDueIsCountedAndHowLateItIsIsMeasured() {
        assertThat(value("heed.tickets.due")).isZero();
        assertThat(seconds("heed.outbox.lag")).isZero();
        mail.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        mail.goDown(Kind.UNREACHABLE);
        TicketId ticket = desk.as(MARIA).queue(1).get(0).id();
        desk.as(MARIA).getTicket(ticket);
        desk.as(MARIA).reply(ticket, "It left this morning.");
        clock.advance(Duration.ofDays(2));

        assertThat(value("heed.tickets.due")).isEqualTo(1);
        assertThat(seconds("heed.tickets.lag")).isBetween(3600.0, 2 * 86_400.0);
        assertThat(value("heed.outbox.due")).isEqualTo(1);
        assertThat(seconds("heed.outbox.lag")).isBetween(86_400.0, 2 * 86_400.0);
        assertThat(value("heed.outbox.dead")).isZero();
    }

    @Test
    void theDatabaseIsAskedOnceInTenSeconds() {
        assertThat(value("heed.tickets.due")).isZero();
        mail.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        clock.advance(Duration.ofSeconds(9));
        double before = value("heed.outbox.due");
        database.close();

        assertThat(value("heed.outbox.due")).isEqualTo(before);
    }

    @Test
    void whileTheDatabaseDoesNotAnswerThereIsNoNumber() {
        database.close();

        assertThat(value("heed.tickets.due")).isNaN();
    }

    /** What docs/storage.md shows. */
    @Test
    void meterRegistriesAreGivenTheMeters() {
        MeterRegistry registry = new SimpleMeterRegistry();

        StoreMeters.of(database, "acme", InstantSource.system()).bindTo(registry);

        assertThat(registry.getMeters()).hasSize(5);
    }
}

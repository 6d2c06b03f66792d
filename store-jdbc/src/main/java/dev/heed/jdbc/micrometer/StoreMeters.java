package dev.heed.jdbc.micrometer;

import static java.util.Objects.requireNonNull;

import dev.heed.error.StoreException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.StoreHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much a shop's store has to do and how late it is, as meters with the tag {@code shop}: {@code heed.tickets.due},
 * {@code heed.tickets.lag}, {@code heed.outbox.due}, {@code heed.outbox.lag}, {@code heed.outbox.dead}. The database is asked once in ten seconds,
 * however often they are read; while it does not answer they are not a number. Thread-safe.
 *
 * <pre>{@code
 * StoreMeters.of(database, "acme", InstantSource.system()).bindTo(registry);
 * }</pre>
 */
public final class StoreMeters implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(StoreMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Function<Instant, StoreHealth> health;
    private final String shop;
    private final InstantSource clock;
    private Instant asked = Instant.MIN;
    private Optional<StoreHealth> last = Optional.empty();

    private StoreMeters(Function<Instant, StoreHealth> health, String shop, InstantSource clock) {
        this.health = health;
        this.shop = shop;
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Meters of one shop.
     *
     * @param shop its name, as for {@link HeedDatabase#store}
     * @param clock what is due by it
     */
    public static StoreMeters of(HeedDatabase database, String shop, InstantSource clock) {
        requireNonNull(database, "database");
        requireNonNull(shop, "shop");
        return new StoreMeters(now -> database.health(shop, now), shop, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("heed.tickets.due", "Tickets on which something is due", StoreHealth::ticketsDue, registry);
        lag("heed.tickets.lag", "Since when the first of them is due", StoreHealth::ticketLag, registry);
        gauge("heed.outbox.due", "Messages that are to be sent", StoreHealth::outboxDue, registry);
        lag("heed.outbox.lag", "Since when the first of them is to be sent", StoreHealth::outboxLag, registry);
        gauge("heed.outbox.dead", "Messages that were given up", StoreHealth::deadLetters, registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<StoreHealth> value, MeterRegistry registry) {
        Gauge.builder(name, this, meters -> meters.now(value))
                .description(description)
                .tag("shop", shop)
                .strongReference(true)
                .register(registry);
    }

    private void lag(String name, String description, Function<StoreHealth, Duration> value, MeterRegistry registry) {
        ToDoubleFunction<StoreHealth> millis = seen -> value.apply(seen).toMillis();
        TimeGauge.builder(name, this, TimeUnit.MILLISECONDS, meters -> meters.now(millis))
                .description(description)
                .tag("shop", shop)
                .strongReference(true)
                .register(registry);
    }

    private synchronized double now(ToDoubleFunction<StoreHealth> value) {
        Instant now = clock.instant();
        if (now.isBefore(asked) || !now.isBefore(asked.plus(FRESH))) {
            asked = now;
            last = ask(now);
        }
        return last.isPresent() ? value.applyAsDouble(last.get()) : Double.NaN;
    }

    private Optional<StoreHealth> ask(Instant now) {
        try {
            return Optional.of(health.apply(now));
        } catch (StoreException e) {
            log.warn("The meters of a store have no values: {}", e.getMessage());
            return Optional.empty();
        }
    }
}

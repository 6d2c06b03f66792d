package dev.heed;

import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One who listens, and what it has to be told again. What follows on the same ticket waits behind it; other tickets do
 * not. Used by one thread at a time, but for {@link #untold}.
 *
 * @param <E> what it wants to hear of
 */
final class Listener<E extends TicketEvent> {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_FAILURES_IN_A_ROUND = 3;
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(2);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private final int number;
    private final Class<E> type;
    private final Consumer<? super E> consumer;
    private final InstantSource clock;
    private final Logger log;
    private final Map<TicketId, Backlog<E>> backlogs = new LinkedHashMap<>();
    private final AtomicInteger untold = new AtomicInteger();

    /** What waits of one ticket, and how often the first of it has failed. */
    private static final class Backlog<E> {
        final Deque<E> events = new ArrayDeque<>();
        int attempts;
        Instant failedAt;

        Backlog(Instant failedAt) {
            this.failedAt = failedAt;
        }

        void failed(Instant now) {
            attempts++;
            failedAt = now;
        }

        /** Whether the pause is over. As much time backwards ends it, too: then the clock was set back. */
        boolean isDue(Instant now) {
            Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
            return Duration.between(failedAt, now).abs().compareTo(pause) >= 0;
        }
    }

    Listener(int number, Class<E> type, Consumer<? super E> consumer, InstantSource clock, Logger log) {
        this.number = number;
        this.type = type;
        this.consumer = consumer;
        this.clock = clock;
        this.log = log;
    }

    /** How many events wait to be told again. */
    int untold() {
        return untold.get();
    }

    boolean wants(TicketEvent any) {
        return type.isInstance(any);
    }

    /** Tells an event, or lets it wait behind those of its ticket that wait. */
    void tell(TicketEvent any) {
        if (!wants(any)) {
            return;
        }
        E event = type.cast(any);
        Backlog<E> behind = backlogs.isEmpty() ? null : backlogs.get(event.ticket());
        if (behind == null) {
            Throwable problem = problemWith(event);
            if (problem != null) {
                log.error(
                        "Listener {} failed on {} of ticket {} and is told again later; the others are told all the same.",
                        number,
                        name(event),
                        event.ticket(),
                        problem);
                keep(event, new Backlog<>(clock.instant()));
            }
        } else {
            keep(event, behind);
        }
    }

    /** What waits of these tickets is told in another form. */
    void rewrite(Set<TicketId> tickets, UnaryOperator<TicketEvent> form) {
        backlogs.forEach((ticket, backlog) -> {
            if (tickets.contains(ticket)) {
                List<E> rewritten = backlog.events.stream()
                        .map(event -> type.cast(form.apply(event)))
                        .toList();
                backlog.events.clear();
                backlog.events.addAll(rewritten);
            }
        });
    }

    private void keep(E event, Backlog<E> backlog) {
        if (untold.get() >= MOST_WAITING) {
            giveUp(event, MOST_WAITING + " others wait");
            return;
        }
        if (backlog.events.isEmpty()) {
            backlog.attempts = 1;
            backlogs.put(event.ticket(), backlog);
        }
        backlog.events.add(event);
        untold.incrementAndGet();
    }

    /** Tells again what is due. A listener that fails on everything does not keep the desk from its work for long. */
    void tellAgain() {
        Instant now = clock.instant();
        tellAgain(now, backlog -> backlog.isDue(now));
        backlogs.values().removeIf(backlog -> backlog.events.isEmpty());
    }

    private void tellAgain(Instant now, Predicate<Backlog<E>> which) {
        int failures = 0;
        for (Backlog<E> backlog : List.copyOf(backlogs.values())) {
            if (which.test(backlog) && !isTold(backlog, now) && ++failures == MOST_FAILURES_IN_A_ROUND) {
                return;
            }
        }
    }

    /** Whether nothing waits on that ticket any more. */
    private boolean isTold(Backlog<E> backlog, Instant now) {
        for (E event = backlog.events.peek(); event != null; event = backlog.events.peek()) {
            Throwable problem = problemWith(event);
            if (problem != null) {
                backlog.failed(now);
                log.warn(
                        "Listener {} failed on {} of ticket {}, attempt {}.",
                        number,
                        name(event),
                        event.ticket(),
                        backlog.attempts,
                        problem);
                boolean old = Duration.between(event.at(), now).compareTo(GIVE_UP_AFTER) >= 0;
                if (!old && backlog.attempts < MOST_ATTEMPTS) {
                    return false;
                }
                giveUp(event, "it has failed for too long");
            }
            done(backlog);
        }
        return true;
    }

    private void done(Backlog<E> backlog) {
        backlog.attempts = 0;
        if (backlog.events.poll() != null) { // given up already if the listener has closed the desk
            untold.decrementAndGet();
        }
    }

    /** Tells once more what waits, due or not, and gives up the rest. */
    void end() {
        tellAgain(clock.instant(), backlog -> true);
        abandon();
    }

    /** Gives up what waits. */
    void abandon() {
        for (Backlog<E> backlog : backlogs.values()) {
            backlog.events.forEach(event -> giveUp(event, "the desk was closed"));
            backlog.events.clear(); // the listener may be closing the desk while it is told of these
        }
        backlogs.clear();
        untold.set(0);
    }

    private void giveUp(E event, String why) {
        log.error(
                "Listener {} was never told {} of ticket {}: {}. It is in the history of the ticket.",
                number,
                name(event),
                event.ticket(),
                why);
    }

    /** What the listener threw; null if it has heard the event. */
    private @Nullable Throwable problemWith(E event) {
        try {
            consumer.accept(event);
            return null;
        } catch (Throwable e) { // whatever it is, the other listeners and the desk go on
            return e;
        }
    }

    private static String name(TicketEvent event) {
        return event.getClass().getSimpleName();
    }
}

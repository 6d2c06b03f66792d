package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** How often, when and in which order listeners are told, and what is written down about it. */
class ListenersTest {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final TicketId ONE = new TicketId(new UUID(7, 1));
    private static final TicketId TWO = new TicketId(new UUID(7, 2));

    private final List<String> logged = new ArrayList<>();
    private final List<TicketEvent> tries = new ArrayList<>();
    private final List<TicketEvent> heard = new ArrayList<>();
    private Instant now = START;
    private boolean broken = true;
    private final Listeners listeners = new Listeners(() -> now, logger());

    private Logger logger() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, said) -> {
                    Object[] values = said.length == 2 && said[1] instanceof Object[] many ? many : tail(said);
                    logged.add(method.getName() + ": "
                            + MessageFormatter.arrayFormat((String) said[0], values)
                                    .getMessage());
                    return null;
                });
    }

    private static Object[] tail(Object[] said) {
        return java.util.Arrays.copyOfRange(said, 1, said.length);
    }

    private <E extends TicketEvent> Consumer<E> failing(Throwable problem) {
        return event -> {
            tries.add(event);
            if (broken) {
                throw ListenersTest.<RuntimeException>unchecked(problem);
            }
            heard.add(event);
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // what a listener throws need not be declared
    private static <T extends Throwable> T unchecked(Throwable problem) {
        return (T) problem;
    }

    private void committed(TicketEvent... events) {
        listeners.enqueue(List.of(events));
        listeners.tell();
    }

    private void after(Duration time) {
        now = now.plus(time);
        listeners.tellAgain();
    }

    private Disputed disputed(TicketId ticket) {
        return new Disputed(ticket, now);
    }

    private HoldEnded ended(TicketId ticket) {
        return new HoldEnded(ticket, now);
    }

    @Test
    void whatAListenerThrewOnIsToldAgainAfterGrowingPauses() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("webhook is down")));
        committed(disputed(ONE));
        List<Long> minutes = new ArrayList<>();
        for (int minute = 1; minute <= 24 * 60; minute++) {
            int before = tries.size();
            after(Duration.ofMinutes(1));
            if (tries.size() > before) {
                minutes.add(Duration.between(START, now).toMinutes());
            }
        }

        assertThat(minutes).containsExactly(1L, 6L, 21L, 81L, 321L, 561L, 801L, 1041L, 1281L);
        broken = false;
        after(Duration.ofHours(4));
        assertThat(heard).containsExactly(new Disputed(ONE, START));
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void whatFollowsOnTheTicketWaitsWhileOtherTicketsAndListenersGoOn() {
        List<TicketEvent> other = new ArrayList<>();
        listeners.add(TicketEvent.class, event -> {
            tries.add(event);
            if (broken && event.ticket().equals(ONE)) {
                throw new IllegalStateException("only this ticket");
            }
            heard.add(event);
        });
        listeners.add(TicketEvent.class, other::add);
        committed(disputed(ONE), ended(ONE));
        committed(disputed(TWO), ended(TWO));

        assertThat(tries).containsExactly(disputed(ONE), disputed(TWO), ended(TWO));
        assertThat(other).containsExactly(disputed(ONE), ended(ONE), disputed(TWO), ended(TWO));
        assertThat(listeners.untold()).isEqualTo(2);

        broken = false;
        heard.clear();
        after(Duration.ofMinutes(1));
        assertThat(heard).containsExactly(new Disputed(ONE, START), new HoldEnded(ONE, START));
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void whatIsNotItsKindDoesNotWaitForAListener() {
        listeners.add(Disputed.class, failing(new IllegalStateException("a bug")));
        committed(disputed(ONE), ended(ONE));

        assertThat(listeners.untold()).isEqualTo(1);
    }

    @Test
    void anErrorOfAListenerIsLikeAnException() {
        listeners.add(TicketEvent.class, failing(new StackOverflowError()));
        committed(disputed(ONE));
        broken = false;
        after(Duration.ofMinutes(1));

        assertThat(heard).hasSize(1);
    }

    @Test
    void anEventIsGivenUpAfterTwoDaysAndTheNextOnesTurnComes() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("secret words")));
        committed(disputed(ONE));
        after(Duration.ofHours(30));
        committed(ended(ONE));
        for (int hour = 30; hour < 49; hour++) {
            after(Duration.ofHours(1));
        }

        assertThat(logged.stream().filter(line -> line.contains("never")))
                .containsExactly("error: Listener 1 was never told Disputed of ticket " + ONE
                        + ": it has failed for too long. It is in the history of the ticket.");
        assertThat(listeners.untold()).isEqualTo(1);
        broken = false;
        after(Duration.ofHours(4));
        assertThat(heard).hasSize(1).first().isInstanceOf(HoldEnded.class);
    }

    @Test
    void aClockThatIsSetBackNeitherStopsItNorLetsItGoOnForEver() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("a bug")));
        committed(disputed(ONE));
        for (int attempt = 1; attempt < 40; attempt++) {
            after(Duration.ofDays(-1));
        }

        assertThat(tries).hasSize(20);
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void aBrokenListenerDoesNotFillTheMemory() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("a bug")));
        for (int i = 0; i < 10_010; i++) {
            committed(disputed(i % 2 == 0 ? ONE : TWO));
        }

        assertThat(listeners.untold()).isEqualTo(10_000);
        assertThat(logged.stream().filter(line -> line.contains("10000 others wait")))
                .hasSize(10);
    }

    @Test
    void closingTellsOnceMoreAndWritesDownWhatWasNeverTold() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("a bug")));
        listeners.add(TicketEvent.class, event -> {
            if (broken || event.ticket().equals(TWO)) {
                throw new IllegalStateException("still a bug");
            }
        });
        committed(disputed(ONE), ended(ONE), disputed(TWO));
        broken = false;
        logged.clear();
        listeners.close();

        assertThat(heard).hasSize(3);
        assertThat(logged)
                .containsExactly(
                        "warn: Listener 2 failed on Disputed of ticket " + TWO + ", attempt 2.",
                        "error: Listener 2 was never told Disputed of ticket " + TWO
                                + ": the desk was closed. It is in the history of the ticket.");
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void whatCannotBeToldAfterTheEndIsWrittenDown() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("a bug")));
        listeners.close();
        committed(disputed(ONE));

        assertThat(logged).last().asString().contains("never told Disputed");
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void aListenerMayCloseWhileItIsToldAgain() {
        listeners.add(TicketEvent.class, event -> {
            tries.add(event);
            if (tries.size() == 2) {
                listeners.close();
            }
            throw new IllegalStateException("a bug");
        });
        committed(disputed(ONE), ended(ONE));

        assertThatCode(() -> after(Duration.ofMinutes(1))).doesNotThrowAnyException();
        assertThat(tries).hasSize(2);
        assertThat(listeners.untold()).isZero();
    }

    @Test
    void whatAListenerCausesWhileItIsToldAgainIsToldToo() {
        listeners.add(Disputed.class, event -> {
            if (broken) {
                throw new IllegalStateException("a bug");
            }
            committed(ended(ONE));
        });
        listeners.add(HoldEnded.class, heard::add);
        committed(disputed(ONE));
        broken = false;
        after(Duration.ofMinutes(1));

        assertThat(heard).hasSize(1);
    }

    private void rewritten(TicketId ticket) {
        listeners.rewrite(Set.of(ticket), event -> new HoldEnded(event.ticket(), event.at()));
    }

    @Test
    void whatWaitsOfARewrittenTicketIsToldInTheNewForm() {
        listeners.add(TicketEvent.class, heard::add);
        listeners.enqueue(List.of(disputed(ONE), disputed(TWO), disputed(ONE)));

        rewritten(ONE);
        listeners.tell();

        assertThat(heard).containsExactly(ended(ONE), disputed(TWO), ended(ONE));
    }

    @Test
    void whatWaitsToBeToldAgainIsToldInTheNewForm() {
        listeners.add(TicketEvent.class, failing(new IllegalStateException("Not yet.")));
        committed(disputed(ONE));

        rewritten(ONE);
        broken = false;
        after(Duration.ofMinutes(1));

        assertThat(heard).containsExactly(new HoldEnded(ONE, START));
    }

    @Test
    void whatIsInHandIsToldInTheNewFormToWhoeverHasNotHeardItYet() {
        listeners.add(TicketEvent.class, event -> rewritten(ONE));
        listeners.add(TicketEvent.class, heard::add);
        listeners.add(TicketEvent.class, failing(new IllegalStateException("Not yet.")));

        committed(disputed(ONE));
        broken = false;
        after(Duration.ofMinutes(1));

        assertThat(heard).containsExactly(endedAtStart(), endedAtStart());
    }

    private static HoldEnded endedAtStart() {
        return new HoldEnded(ONE, START);
    }

    /** Somebody erases and holds what the listener wants; in the end it hears nothing of what was erased. */
    @Test
    void rewritingWaitsForNoListener() throws InterruptedException {
        Object locked = new Object();
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch rewritten = new CountDownLatch(1);
        listeners.add(TicketEvent.class, event -> {
            telling.countDown();
            synchronized (locked) { // as a change of a ticket is
                heard.add(event);
            }
        });
        listeners.enqueue(List.of(disputed(TWO), disputed(ONE)));
        Thread teller = new Thread(listeners::tell);
        synchronized (locked) {
            teller.start();
            telling.await();
            Thread eraser = new Thread(() -> {
                rewritten(ONE);
                rewritten.countDown();
            });
            eraser.start();
            assertThat(rewritten.await(20, TimeUnit.SECONDS)).isTrue();
        }
        teller.join();

        assertThat(heard).containsExactly(disputed(TWO), ended(ONE));
        assertThat(logged).isEmpty();
    }
}

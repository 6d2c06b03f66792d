package dev.heed;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works for one desk, round after round, on threads of the desk's own or of many desks. One thing at a time: whatever is asked for
 * meanwhile has its turn when that has ended, behind those of others who wait. Thread-safe.
 */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService threads;
    private final BooleanSupplier round;
    private final BooleanSupplier sending;
    private final long intervalNanos;
    private boolean closed;
    private boolean roundAsked;
    private boolean sendingAsked;

    /** Who is at work. */
    @Nullable
    private Thread thread;

    /**
     * Begins at once.
     *
     * @param round part of a round, or all of it; whether there is more to do now
     * @param sending the same of what is to be sent
     * @param interval from the end of a round to the next one
     */
    Worker(ScheduledExecutorService threads, BooleanSupplier round, BooleanSupplier sending, Duration interval) {
        this.threads = threads;
        this.round = round;
        this.sending = sending;
        this.intervalNanos = interval.toNanos();
        roundAsked = true;
        haveATurn(0);
    }

    /** Sends soon, once, however often it is asked for until then. */
    synchronized void sendSoon() {
        if (!sendingAsked && !closed) {
            sendingAsked = true;
            if (thread == null && !roundAsked) {
                haveATurn(0);
            }
        }
    }

    private void haveATurn(long nanos) {
        try {
            var unused = threads.schedule(nanos == 0 ? this::turn : this::roundAgain, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The threads of a desk were closed before the desk.");
        }
    }

    private synchronized void roundAgain() {
        roundAsked = true;
        if (thread == null) {
            haveATurn(0);
        }
    }

    /** A round sends as well, so that what was to be sent soon is sent by it. */
    private void turn() {
        boolean isRound;
        synchronized (this) {
            if (closed || thread != null || !(roundAsked || sendingAsked)) {
                return;
            }
            thread = Thread.currentThread();
            isRound = roundAsked;
            roundAsked = false;
            sendingAsked = false;
        }
        boolean more = safely(isRound ? round : sending);
        synchronized (this) {
            thread = null;
            notifyAll();
            roundAsked |= more && isRound;
            sendingAsked |= more && !isRound;
            if (isRound && !more) {
                haveATurn(intervalNanos);
            }
            if (roundAsked || sendingAsked) {
                haveATurn(0);
            }
        }
    }

    private static boolean safely(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (Throwable e) { // what is thrown here would end it for good
            log.error("A round of the desk failed; the next one follows.", e);
            return false;
        }
    }

    /** Lets what is under way finish, for at most half a minute; the one that calls this ends by itself. */
    @Override
    public synchronized void close() {
        closed = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (thread != null && thread != Thread.currentThread()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    thread.interrupt();
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

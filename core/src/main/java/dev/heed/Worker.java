package dev.heed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the desk's own that works round after round. */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService executor;
    private volatile @Nullable Thread thread;

    Worker(String name, Runnable round, Duration interval) {
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread next = new Thread(task, name);
            next.setDaemon(true);
            thread = next;
            return next;
        });
        var unused =
                executor.scheduleWithFixedDelay(() -> safely(round), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs something soon, once, however often it is asked for until then. */
    void soon(AtomicBoolean asked, Runnable work) {
        if (asked.compareAndSet(false, true)) {
            try {
                executor.execute(() -> {
                    asked.set(false);
                    safely(work);
                });
            } catch (RejectedExecutionException e) {
                asked.set(false); // it is being closed; the next one to start does it
            }
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // an executor that sees one never runs the task again
            log.error("A round of the desk failed; the next one follows.", e);
        }
    }

    /** Lets the round that is under way finish, for at most half a minute; the one that calls this ends by itself. */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

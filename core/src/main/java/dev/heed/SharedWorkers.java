package dev.heed;

import dev.heed.error.InvalidInputException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that work for many desks, such as those of a platform with a desk for each shop. A desk has one of them at a time, and
 * after a part of its work it goes to the end of the line, so that a shop with ten thousand tickets due keeps no other
 * waiting for longer than it takes to look at some of them. Thread-safe.
 *
 * <pre>{@code
 * SharedWorkers workers = SharedWorkers.of(4);
 * desks.forEach(desk -> desk.start(workers));
 * }</pre>
 */
public final class SharedWorkers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SharedWorkers.class);
    private static final int PATIENCE_SECONDS = 30;

    private final ScheduledThreadPoolExecutor executor;
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();

    private SharedWorkers(int threads, String name) {
        executor = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            started.add(thread);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * So many threads, which keep no program from ending.
     *
     * @throws InvalidInputException if it is none
     */
    public static SharedWorkers of(int threads) {
        if (threads < 1) {
            throw new InvalidInputException(
                    "Desks were to be worked for by " + threads + " threads.", "Name one at least, such as 4.");
        }
        return new SharedWorkers(threads, "heed-shared");
    }

    /** One for a single desk. */
    static SharedWorkers alone(String name) {
        return new SharedWorkers(1, name);
    }

    /** @throws IllegalStateException if they were closed */
    ScheduledExecutorService executor() {
        if (executor.isShutdown()) {
            throw new IllegalStateException(
                    "The threads are closed. Close the desks before them, and start others on new ones.");
        }
        return executor;
    }

    /**
     * Ends the threads; close the desks before. What is under way is waited for, half a minute at most, but not by the thread
     * that does it.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (started.contains(Thread.currentThread())) {
            return;
        }
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A desk is still at work on threads that were closed.");
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.heed.benchmarks;

import dev.heed.sla.deadline.Deadlines;
import io.netty.util.HashedWheelTimer;
import io.netty.util.TimerTask;
import java.lang.management.ManagementFactory;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Something that holds deadlines and says when they have passed; each is a number of nanoseconds from the start and a key. */
interface DeadlineContender {
    void schedule(long ahead, int key);

    /** The thread's CPU time of firing as many random deadlines as are held, in nanoseconds; none is held afterwards. */
    long fire(int count) throws InterruptedException;

    /** The same for firing so many of those held, each of which schedules another, up to so many nanoseconds later than itself. */
    default long fireAndSchedule(int count, long most) {
        throw new UnsupportedOperationException("This one goes by the clock of the machine.");
    }

    /** Asks when the next one is due. */
    default void askNext() {
        throw new UnsupportedOperationException("This one does not tell.");
    }

    /** Waits until what was scheduled is where it belongs. */
    default void settle() throws InterruptedException {}

    /** Lets go of threads. */
    default void stop() {}

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Ours, each deadline checked: not early, not out of order, none lost. */
    final class Ours implements DeadlineContender {
        private static final long START = 1_795_392_000_000_000_000L; // 2026-11-23, in nanoseconds since 1970

        private final Deadlines deadlines = new Deadlines();
        private long last = Long.MIN_VALUE;
        private long keys;
        private long fired;

        Ours() {
            deadlines.fireUntil(START, this::check);
        }

        @Override
        public void schedule(long ahead, int key) {
            deadlines.schedule(START + ahead, key);
            keys += key;
        }

        @Override
        public void askNext() {
            if (deadlines.nextDue().isEmpty()) {
                throw new IllegalStateException("There is none.");
            }
        }

        private void check(long due, long key) {
            if (due < last) {
                throw new IllegalStateException("Out of order: " + due + " after " + last + ".");
            }
            last = due;
            keys -= key;
        }

        @Override
        public long fire(int count) {
            long begin = cpuTime();
            long all = deadlines.fireUntil(Long.MAX_VALUE, this::check);
            long took = cpuTime() - begin;
            if (all != count || keys != 0) {
                throw new IllegalStateException(all + " fired instead of " + count + ".");
            }
            return took;
        }

        @Override
        public long fireAndSchedule(int count, long most) {
            SplittableRandom random = new SplittableRandom(count);
            long step = most / 10_000;
            long begin = cpuTime();
            for (long now = START; fired < count; now += step) {
                long limit = now;
                fired += deadlines.fireUntil(now, (due, key) -> {
                    check(due, key);
                    if (due > limit) {
                        throw new IllegalStateException("Early: " + due + " at " + limit + ".");
                    }
                    keys += key;
                    deadlines.schedule(due + random.nextLong(most), key);
                });
            }
            return (cpuTime() - begin) * count / fired;
        }
    }

    /** A binary heap of objects. */
    final class Heap implements DeadlineContender {
        private final PriorityQueue<Entry> queue = new PriorityQueue<>();
        private long keys;

        private record Entry(long due, int key) implements Comparable<Entry> {
            @Override
            public int compareTo(Entry other) {
                return Long.compare(due, other.due);
            }
        }

        @Override
        public void schedule(long ahead, int key) {
            queue.add(new Entry(ahead, key));
            keys += key;
        }

        @Override
        public long fire(int count) {
            long begin = cpuTime();
            for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
                keys -= entry.key;
            }
            long took = cpuTime() - begin;
            if (keys != 0) {
                throw new IllegalStateException("Some of " + count + " were lost.");
            }
            return took;
        }

        @Override
        public long fireAndSchedule(int count, long most) {
            SplittableRandom random = new SplittableRandom(count);
            long begin = cpuTime();
            for (int i = 0; i < count; i++) {
                Entry entry = queue.remove();
                queue.add(new Entry(entry.due + random.nextLong(most), entry.key));
            }
            return cpuTime() - begin;
        }
    }

    /** The JDK's executor with one thread. Fires by the clock of the machine: a second is enough for all to be due. */
    final class Executor implements DeadlineContender {
        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        private final AtomicInteger fired = new AtomicInteger();

        @Override
        public void schedule(long ahead, int key) {
            Future<?> unused = executor.schedule(() -> {}, ahead, TimeUnit.NANOSECONDS);
        }

        @Override
        public long fire(int count) throws InterruptedException {
            executor.getQueue().clear();
            CountDownLatch due = new CountDownLatch(1);
            AtomicLong begin = new AtomicLong();
            AtomicLong end = new AtomicLong();
            executor.execute(() -> {
                try {
                    due.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                begin.set(cpuTime());
            });
            SplittableRandom random = new SplittableRandom(count);
            CountDownLatch all = new CountDownLatch(1);
            Runnable task = () -> {
                if (fired.incrementAndGet() == count) {
                    end.set(cpuTime());
                    all.countDown();
                }
            };
            for (int i = 0; i < count; i++) {
                Future<?> unused =
                        executor.schedule(task, random.nextLong(TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
            }
            Thread.sleep(1_100);
            due.countDown();
            all.await();
            return end.get() - begin.get();
        }

        @Override
        public void stop() {
            executor.shutdownNow();
        }
    }

    /** Netty's wheel as it is made by default, with 512 ticks of 100 ms; fires by the clock of the machine and in no order. */
    final class Wheel implements DeadlineContender {
        private static final long FIRST = TimeUnit.SECONDS.toNanos(6);
        private static final long SPREAD = TimeUnit.SECONDS.toNanos(5);

        private final AtomicLong worker = new AtomicLong();
        private HashedWheelTimer timer = newTimer();
        private final AtomicInteger fired = new AtomicInteger();

        private HashedWheelTimer newTimer() {
            return new HashedWheelTimer(task -> {
                Thread thread = new Thread(task, "wheel");
                worker.set(thread.getId());
                return thread;
            });
        }

        @Override
        public void schedule(long ahead, int key) {
            timer.newTimeout(timeout -> {}, ahead, TimeUnit.NANOSECONDS);
        }

        @Override
        public void settle() throws InterruptedException {
            Thread.sleep(2_500); // the worker takes 100,000 over with each tick
        }

        @Override
        public long fire(int count) throws InterruptedException {
            stop();
            timer = newTimer();
            SplittableRandom random = new SplittableRandom(count);
            AtomicLong end = new AtomicLong();
            CountDownLatch all = new CountDownLatch(1);
            TimerTask task = timeout -> {
                if (fired.incrementAndGet() == count) {
                    end.set(cpuTime());
                    all.countDown();
                }
            };
            for (int i = 0; i < count; i++) {
                timer.newTimeout(task, FIRST + random.nextLong(SPREAD), TimeUnit.NANOSECONDS);
            }
            settle();
            long begin = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.get());
            if (fired.get() != 0) {
                throw new IllegalStateException("The machine is too slow for measuring: some have fired already.");
            }
            all.await();
            return end.get() - begin;
        }

        @Override
        public void stop() {
            timer.stop();
        }
    }
}

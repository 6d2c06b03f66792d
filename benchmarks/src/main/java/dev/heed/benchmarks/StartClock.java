package dev.heed.benchmarks;

import java.lang.management.ManagementFactory;

/** Measures from the first line of main, and from the start of the virtual machine. */
final class StartClock {
    private final long mainNanos = System.nanoTime();

    /** Prints two figures in microseconds, and something of the work so that it cannot be left out. */
    void print(int work) {
        long sinceMain = (System.nanoTime() - mainNanos) / 1_000;
        long sinceStart = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                * 1_000;
        System.out.println(sinceMain + " " + sinceStart + " " + work);
    }
}

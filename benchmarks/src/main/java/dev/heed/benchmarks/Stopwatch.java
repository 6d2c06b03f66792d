package dev.heed.benchmarks;

import java.lang.management.ManagementFactory;

/** Time and processor time, of this process and of the database, from its making on. */
final class Stopwatch {
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;

    private final double server = RealPostgres.cpuSeconds();
    private final double own = cpuSeconds();
    private final long begin = System.nanoTime();

    /**
     * What so many operations took.
     *
     * @param serverMicros of processor time of the database for each
     * @param ownMicros of processor time of this process for each
     */
    record Figures(double perSecond, double serverMicros, double ownMicros) {
        @Override
        public String toString() {
            return Math.round(perSecond) + " a second, " + Math.round(serverMicros) + " + " + Math.round(ownMicros)
                    + " us of processor time (server + client)";
        }
    }

    Figures stop(long operations) {
        double seconds = (System.nanoTime() - begin) / NANOS;
        return new Figures(
                operations / seconds,
                (RealPostgres.cpuSeconds() - server) * MICROS / operations,
                (cpuSeconds() - own) * MICROS / operations);
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / NANOS;
    }
}

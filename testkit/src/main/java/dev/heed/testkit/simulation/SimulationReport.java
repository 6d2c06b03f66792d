package dev.heed.testkit.simulation;

/**
 * What was simulated; of several seeds, added up.
 *
 * @param seeds how many seeds
 * @param operations what customers, agents, desks and the outside did
 * @param commits units of work that were written
 * @param faults errors, lost answers and crashes that were injected
 * @param nested operations of other nodes that came in between
 * @param tickets how many were opened
 * @param traceHash a hash of everything that happened: the same seed has the same in every process
 */
public record SimulationReport(
        long seeds, long operations, long commits, long faults, long nested, long tickets, long traceHash) {
    static final SimulationReport NOTHING = new SimulationReport(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public SimulationReport plus(SimulationReport other) {
        return new SimulationReport(
                seeds + other.seeds,
                operations + other.operations,
                commits + other.commits,
                faults + other.faults,
                nested + other.nested,
                tickets + other.tickets,
                traceHash * 31 + other.traceHash);
    }
}

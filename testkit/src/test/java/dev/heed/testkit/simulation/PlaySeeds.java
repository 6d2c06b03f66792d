package dev.heed.testkit.simulation;

/** Plays seeds in a process of its own: the first, and how many. */
final class PlaySeeds {
    private PlaySeeds() {}

    public static void main(String[] args) {
        System.out.println(Simulation.inMemory().seeds(Long.parseLong(args[0]), Long.parseLong(args[1])));
    }
}

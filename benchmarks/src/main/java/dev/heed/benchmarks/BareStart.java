package dev.heed.benchmarks;

/** Does nothing in a fresh process: the physical limit of every start-up. */
final class BareStart {
    private BareStart() {}

    public static void main(String[] args) {
        new StartClock().print(0);
    }
}

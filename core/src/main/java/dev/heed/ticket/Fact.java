package dev.heed.ticket;

import dev.heed.message.FactKey;
import java.time.Instant;

/**
 * Something that the shop knows about a matter.
 *
 * @param kind what it is
 * @param key under which name
 * @param value the data, what was tried, or what was found; not blank
 * @param source who said so
 * @param at when it was noted
 * @param state whether it holds
 */
public record Fact(FactKind kind, FactKey key, String value, FactSource source, Instant at, FactState state) {
    /** Of a value, and of the reason why it does not hold any more; in chars. */
    public static final int LONGEST_VALUE = 5_000;

    private static final String LOOK_UP = "look-up-";

    Fact with(FactState other) {
        return new Fact(kind, key, value, source, at, other);
    }

    Fact with(FactSource other) {
        return new Fact(kind, key, value, other, at, state);
    }

    boolean is(FactKind otherKind, FactKey otherKey) {
        return kind == otherKind && key.equals(otherKey);
    }

    /** Whether somebody has looked something up, in the shop or elsewhere. */
    public boolean isLookUp() {
        return kind == FactKind.EVIDENCE && key.value().startsWith(LOOK_UP) && source instanceof FactSource.ByAgent;
    }

    /** Under which name it is noted that somebody has looked somewhere. */
    static FactKey lookUpIn(String where) {
        return FactKey.of(LOOK_UP + FactKey.of(where).value());
    }

    /** Without the words and the name, which somebody may have chosen freely: this is what ends up in logs. */
    @Override
    public String toString() {
        return kind + " at " + at + " " + state;
    }
}

package dev.heed.hours;

/**
 * Which instant is meant where the same working time has passed at many: at a closing, at the next opening, and at all instants
 * in between.
 */
public enum Boundary {
    /** The first of them: the closing. Work that fills a day is due when the day ends. */
    EARLIEST,
    /** The last of them: the next opening. */
    LATEST
}

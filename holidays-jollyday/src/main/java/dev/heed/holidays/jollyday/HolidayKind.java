package dev.heed.holidays.jollyday;

/** What kind of day it is by Jollyday's lists. */
public enum HolidayKind {
    /** By law a day off. */
    PUBLIC,
    /** Banks are closed, and others where it is the custom. */
    BANK,
    /** A day that is marked, and on which people work. */
    OBSERVANCE
}

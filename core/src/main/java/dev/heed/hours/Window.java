package dev.heed.hours;

import java.time.LocalTime;

/**
 * Opening hours or a break in local time, half-open, in seconds since the midnight with which their date begins.
 *
 * @param from below 86,400
 * @param until above {@code from}, at most a day later; above 86,400 it is on the next date
 */
record Window(int from, int until) {
    static final int DAY = 86_400;

    /** From one time to another; to a time that is not later on the next date, to the same a whole day. */
    static Window of(LocalTime from, LocalTime until) {
        int begin = from.toSecondOfDay();
        int end = until.toSecondOfDay();
        return new Window(begin, end > begin ? end : end + DAY);
    }

    boolean isPastMidnight() {
        return until > DAY;
    }

    /** What of it is on the date on which it begins. */
    Window today() {
        return isPastMidnight() ? new Window(from, DAY) : this;
    }

    /** What of it is on the next date. */
    Window tomorrow() {
        return new Window(0, until - DAY);
    }

    /** For people: {@code 22:00-06:00}, midnight at the end as 24:00. */
    @Override
    public String toString() {
        return time(from) + "-" + (until == DAY ? "24:00" : time(until % DAY));
    }

    private static String time(int second) {
        return LocalTime.ofSecondOfDay(second).toString();
    }
}

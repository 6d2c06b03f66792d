package dev.heed.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Instants in their JSON form, RFC 3339 in UTC. A history is mostly these: the years of four digits are read and written by
 * hand, the rest by the JDK, and both say the same. Stateless.
 */
final class InstantText {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}|[+-]\\d{4,10})-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int WHOLE = PATTERN.length();
    private static final int NANO_DIGITS = 9;
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400;

    private InstantText() {}

    /**
     * The instant of a text such as {@code 2026-11-21T09:00:00.5Z}.
     *
     * @throws DateTimeException if there is no such day or time
     * @throws IllegalArgumentException if it has another form
     */
    static Instant parse(String text) {
        if (isPlain(text)) {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            if (hour < 24 && minute < 60 && second < 60) {
                LocalDate day = LocalDate.of(year, month, number(text, 8, 10));
                long seconds = ((day.toEpochDay() * 24 + hour) * 60 + minute) * 60 + second;
                return Instant.ofEpochSecond(seconds, nanos(text));
            }
        }
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("No instant in UTC.");
        }
        return Instant.parse(text);
    }

    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        if (last < WHOLE || last == WHOLE + 1 || last > WHOLE + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < WHOLE; i++) {
            char expected = PATTERN.charAt(i);
            if (expected == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        if (last > WHOLE && text.charAt(WHOLE) != '.') {
            return false;
        }
        for (int i = WHOLE + 1; i < last; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text) {
        int last = text.length() - 1;
        if (last == WHOLE) {
            return 0;
        }
        int nanos = number(text, WHOLE + 1, last);
        for (int digits = last - WHOLE - 1; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** As {@link Instant#toString}: to the second, milli-, micro- or nanosecond. */
    static String format(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST || seconds >= LAST) {
            return instant.toString();
        }
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        int ofDay = (int) Math.floorMod(seconds, 86_400L);
        StringBuilder text = new StringBuilder(30);
        digits(text, day.getYear(), 1000).append('-');
        digits(text, day.getMonthValue(), 10).append('-');
        digits(text, day.getDayOfMonth(), 10).append('T');
        digits(text, ofDay / 3600, 10).append(':');
        digits(text, ofDay / 60 % 60, 10).append(':');
        digits(text, ofDay % 60, 10);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(text, nanos / 1_000_000, 100);
        } else if (nanos % 1000 == 0) {
            digits(text, nanos / 1000, 100_000);
        } else {
            digits(text, nanos, 100_000_000);
        }
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }
}

package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From one local time to another, as it stands in a document: {@code 09:00-17:00}.
 *
 * @param until midnight for the end of the date
 */
record TimeWindow(LocalTime from, LocalTime until) {
    private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?";
    private static final Pattern TIME_FORM = Pattern.compile(TIME);
    private static final Pattern FORM = Pattern.compile("(" + TIME + ")-(" + TIME + "|24:00)");
    private static final String WANTED = "a window such as '09:00-17:00'";
    private static final String END_OF_DATE = "24:00";

    /** The windows of a list. */
    static List<TimeWindow> list(ConfigNode node, ConfigReading reading) {
        return reading.list(node, one -> reading.value(one, WANTED, TimeWindow::parse));
    }

    /** The breaks of a list, each of which takes some time. */
    static List<TimeWindow> breaks(ConfigNode node, ConfigReading reading) {
        return reading.list(
                node,
                one -> reading.value(one, WANTED, TimeWindow::parse).filter(window -> {
                    boolean some = window.takesTime();
                    if (!some) {
                        reading.wrong(one, "the break ends when it begins.", "Let it end later, or leave it out.");
                    }
                    return some;
                }));
    }

    private boolean takesTime() {
        return !from.equals(until) || from.equals(LocalTime.MIDNIGHT);
    }

    private static TimeWindow parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException();
        }
        return new TimeWindow(LocalTime.parse(parts.group(1)), end(parts.group(2)));
    }

    /** A time of day. */
    static Optional<LocalTime> time(ConfigNode node, ConfigReading reading) {
        return reading.value(node, "a time such as '09:00'", TimeWindow::parseTime);
    }

    /** A time of day, or the end of the date as midnight. */
    static Optional<LocalTime> endTime(ConfigNode node, ConfigReading reading) {
        return reading.value(node, "a time such as '17:00', '24:00' for the end of the date", TimeWindow::end);
    }

    private static LocalTime end(String text) {
        return text.equals(END_OF_DATE) ? LocalTime.MIDNIGHT : parseTime(text);
    }

    private static LocalTime parseTime(String text) {
        if (!TIME_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return LocalTime.parse(text);
    }
}

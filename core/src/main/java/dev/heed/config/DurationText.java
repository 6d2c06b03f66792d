package dev.heed.config;

import dev.heed.error.InvalidInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long something lasts: {@code 1h 30min}, {@code 45min}, {@code 90s}, {@code PT8H30M}. */
final class DurationText {
    static final String WANTED = "a time such as '8h', '1h 30min', '45min' or 'PT8H30M'";

    private static final Pattern SHORT =
            Pattern.compile("(?=\\d)(?:(\\d{1,9})h)?(?: ?(\\d{1,9})min)?(?: ?(\\d{1,9})s)?");
    private static final Pattern ISO = Pattern.compile("PT(?=\\d)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?");
    private static final Pattern DAYS = Pattern.compile(
            "\\s*P?\\s*\\d+(\\.\\d+)?\\s*(d|day|days|w|week|weeks)\\b.*|P\\d+[DW].*", Pattern.CASE_INSENSITIVE);

    private DurationText() {}

    /**
     * How long it is.
     *
     * @throws InvalidInputException if it has another form
     */
    static Duration parse(String text) {
        Matcher parts = text.startsWith("P") ? ISO.matcher(text) : SHORT.matcher(text);
        if (text.length() <= 64 && parts.matches()) {
            return Duration.ofHours(number(parts.group(1)))
                    .plusMinutes(number(parts.group(2)))
                    .plusSeconds(number(parts.group(3)));
        }
        String shown = "'" + Quote.of(text) + "'";
        if (text.length() <= 64 && DAYS.matcher(text).matches()) {
            throw new InvalidInputException(
                    shown + " is counted in days.",
                    "Write hours: a working day has as many as its calendar gives it, 8h for one from 09:00 to 17:00.");
        }
        if (text.startsWith("-") || text.startsWith("PT-")) {
            throw new InvalidInputException(shown + " is negative.", "Write " + WANTED + ", without a sign.");
        }
        throw new InvalidInputException(
                shown + " is not " + WANTED + ".", "Write hours as h, minutes as min, seconds as s.");
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}

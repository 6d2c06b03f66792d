package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates of RFC 5322 section 3.3, read leniently (section 4.3: obsolete zones, short years) and written strictly. */
final class MailDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONE_HOURS = Map.of(
            "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7, "cet", 1, "cest",
            2);
    private static final Splitter TOKENS =
            Splitter.on(CharMatcher.whitespace().or(CharMatcher.anyOf(",()"))).omitEmptyStrings();
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final int OLDEST_YEAR = 1982;
    private static final int LATEST_YEAR = 2199;
    private static final int MAX_LENGTH = 200;

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private Optional<LocalTime> time = Optional.empty();
    private Optional<ZoneOffset> offset = Optional.empty();

    private MailDates() {}

    /** Empty when the text is no date or lies before the first mails or centuries ahead. No zone means UTC. */
    static Optional<Instant> parse(String body) {
        if (body.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            MailDates date = new MailDates();
            TOKENS.split(body.toLowerCase(Locale.ROOT)).forEach(date::read);
            return date.instant();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For example {@code Sat, 21 Nov 2026 21:40:16 +0100}. */
    static String format(Instant instant, ZoneOffset offset) {
        return WRITTEN.format(instant.atOffset(offset));
    }

    private Optional<Instant> instant() {
        if (day < 0 || month < 0 || year < OLDEST_YEAR || year > LATEST_YEAR) {
            return Optional.empty();
        }
        LocalTime at = time.orElse(LocalTime.MIDNIGHT);
        return Optional.of(LocalDate.of(year, month, day).atTime(at).toInstant(offset.orElse(ZoneOffset.UTC)));
    }

    private void read(String token) {
        int named = token.length() < 3 ? -1 : MONTHS.indexOf(token.substring(0, 3));
        if (token.indexOf(':') > 0 && Character.isDigit(token.charAt(0)) && token.indexOf('t') < 0) {
            readTime(token);
        } else if (token.indexOf('-') > 0 || token.indexOf('/') > 0) {
            readNumericDate(token);
        } else if (token.startsWith("+") || token.startsWith("-")) {
            readOffset(token);
        } else if (named >= 0 && month < 0) {
            month = named + 1;
        } else if (Character.isDigit(token.charAt(0))) {
            readNumber(token);
        } else {
            readZone(token);
        }
    }

    private void readNumber(String token) {
        Optional<Integer> number = number(token);
        if (number.isEmpty()) {
            return;
        }
        if (day < 0 && number.get() <= 31) {
            day = number.get();
        } else if (year < 0) {
            year = fullYear(token, number.get());
        }
    }

    private static int fullYear(String token, int number) {
        if (token.length() >= 4) {
            return number;
        }
        return number < 50 ? 2000 + number : 1900 + number;
    }

    /** {@code 2026-11-21}, {@code 2026-11-21T21:40:16Z} or {@code 21-Nov-2026}. */
    private void readNumericDate(String token) {
        int t = token.indexOf('t');
        boolean iso = t > 0 && token.indexOf(':') > t;
        List<String> parts = Splitter.on(CharMatcher.anyOf("-/")).splitToList(iso ? token.substring(0, t) : token);
        if (parts.size() != 3) {
            readZone(token);
            return;
        }
        boolean yearFirst = parts.get(0).length() == 4;
        year = number(parts.get(yearFirst ? 0 : 2))
                .map(n -> fullYear(parts.get(yearFirst ? 0 : 2), n))
                .orElse(-1);
        day = number(parts.get(yearFirst ? 2 : 0)).orElse(-1);
        String name = parts.get(1);
        int named = name.length() < 3 ? -1 : MONTHS.indexOf(name.substring(0, 3));
        month = named < 0 ? number(name).orElse(-1) : named + 1;
        if (iso) {
            readTime(token.substring(t + 1));
        }
    }

    /** {@code 21:40}, {@code 21:40:16.123}, with {@code z} or {@code +01:00} directly behind. */
    private void readTime(String token) {
        int zone = CharMatcher.anyOf("z+-").indexIn(token);
        String clock = zone < 0 ? token : token.substring(0, zone);
        List<String> parts = Splitter.on(CharMatcher.anyOf(":.")).splitToList(clock);
        if (parts.size() < 2) {
            throw new DateTimeException("an hour without minutes");
        }
        int second = parts.size() < 3 ? 0 : number(parts.get(2)).orElse(0);
        time = Optional.of(LocalTime.of(
                number(parts.get(0)).orElse(-1), number(parts.get(1)).orElse(-1), Math.min(second, 59)));
        if (zone >= 0 && token.charAt(zone) != 'z') {
            readOffset(token.substring(zone));
        }
    }

    private void readOffset(String token) {
        String digits = CharMatcher.inRange('0', '9').retainFrom(token);
        if (offset.isPresent() || digits.length() != 4) {
            return;
        }
        int minutes = Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2));
        if (minutes <= 18 * 60) {
            offset = Optional.of(ZoneOffset.ofTotalSeconds((token.startsWith("-") ? -60 : 60) * minutes));
        }
    }

    /** {@code est}, {@code gmt+0200}; unknown names and military letters mean UTC (RFC 5322 section 4.3). */
    private void readZone(String token) {
        int sign = CharMatcher.anyOf("+-").indexIn(token);
        if (sign > 0) {
            readOffset(token.substring(sign));
        } else if (offset.isEmpty() && ZONE_HOURS.containsKey(token)) {
            offset = Optional.of(ZoneOffset.ofHours(ZONE_HOURS.get(token)));
        }
    }

    private static Optional<Integer> number(String digits) {
        return Optional.ofNullable(Ints.tryParse(digits));
    }
}

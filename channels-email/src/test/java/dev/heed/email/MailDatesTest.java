package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 21 Nov 2026 21:40:16 +0100 | 2026-11-21T20:40:16Z",
                "21 Nov 2026 21:40 -0500 | 2026-11-22T02:40:00Z",
                "Sat, 21 Nov 26 21:40:16 GMT | 2026-11-21T21:40:16Z",
                "Sat, 21 Nov 99 21:40:16 EST | 1999-11-22T02:40:16Z",
                "Sat, 21 Nov 2026 21:40:16 (CEST) | 2026-11-21T19:40:16Z",
                "Sat, 21 Nov 2026 21:40:16 +0100 (CET) | 2026-11-21T20:40:16Z",
                "Sat,21 November 2026 21:40:16 GMT+02:00 | 2026-11-21T19:40:16Z",
                "Sat Nov 21 21:40:16 2026 | 2026-11-21T21:40:16Z",
                "Sat Nov 21 21:40:16 PST 2026 | 2026-11-22T05:40:16Z",
                "21-Nov-2026 21:40:16 +0000 | 2026-11-21T21:40:16Z",
                "2026-11-21T21:40:16Z | 2026-11-21T21:40:16Z",
                "2026-11-21T21:40:16.123+01:00 | 2026-11-21T20:40:16Z",
                "2026-11-21 21:40:16 -0100 | 2026-11-21T22:40:16Z",
                "Sat, 21 Nov 2026 23:59:60 A | 2026-11-21T23:59:59Z",
                "Sat, 21 Nov 2026 21:40:16-0100 | 2026-11-21T22:40:16Z",
            })
    void readsDatesOfAllTimes(String body, Instant date) {
        assertThat(MailDates.parse(body)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Whenever",
                "99 Nov 2026",
                "21 Nov 1970 21:40:16 +0000",
                "21 Nov 9999 10:00:00",
                "99:99:99",
                "-",
                "2026",
                "Sat, 21 Nov 2026 21+01:00",
                "2026-11-21Tz:"
            })
    void takesNothingForADateThatIsNone(String body) {
        assertThat(MailDates.parse(body)).isEmpty();
    }

    @Test
    void writesADateThatItReads() {
        Instant date = Instant.parse("2026-11-05T20:40:16Z");

        assertThat(MailDates.format(date, ZoneOffset.ofHoursMinutes(-3, -30)))
                .isEqualTo("Thu, 5 Nov 2026 17:10:16 -0330");
        assertThat(MailDates.parse(MailDates.format(date, ZoneOffset.ofHoursMinutes(-3, -30))))
                .contains(date);
    }
}

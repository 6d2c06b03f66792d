package dev.heed.holidays.ical;

import static dev.heed.holidays.ical.Feeds.BERLIN;
import static dev.heed.holidays.ical.Feeds.berlin;
import static dev.heed.holidays.ical.Feeds.calendar;
import static dev.heed.holidays.ical.Feeds.event;
import static dev.heed.holidays.ical.Feeds.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a feed: what is read whatever it looks like, and what is refused with its line. */
class FeedFormTest {
    private static final String HOLIDAY = event("SUMMARY:Tag der Arbeit", "DTSTART;VALUE=DATE:20260501");

    @Test
    void linesMayEndInAnyWay() {
        String feed = calendar(HOLIDAY);

        for (String form : new String[] {feed, feed.replace("\r\n", "\n"), feed.replace("\r\n", "\r"), feed.strip()}) {
            assertThat(told(ICalHolidays.read("Acme", form, BERLIN), 2026))
                    .containsExactly("2026-05-01 Tag der Arbeit");
        }
    }

    @Test
    void foldedLinesAreUnfolded() {
        assertThat(told(
                        berlin(event(
                                "SUMMARY:Tag \r\n der\r\n\t Ar\r\n beit", "DTSTART;VALUE=\r\n DATE:202605\r\n 01")),
                        2026))
                .containsExactly("2026-05-01 Tag der Arbeit");
    }

    @Test
    void aNameIsOneLineOfPlainText() {
        assertThat(told(
                        berlin(event(
                                "SUMMARY;LANGUAGE=en:  New Year\\, at last\\n(all\\; of us)\\\\ ",
                                "DTSTART;VALUE=DATE:20260101")),
                        2026))
                .containsExactly("2026-01-01 New Year, at last (all; of us)\\");
    }

    @Test
    void anEntryWithoutANameIsNamedAsTheCalendar() {
        assertThat(told(berlin(event("DTSTART;VALUE=DATE:20260101")), 2026)).containsExactly("2026-01-01 Acme");
        assertThat(told(berlin(event("SUMMARY: \\n ", "DTSTART;VALUE=DATE:20260101")), 2026))
                .containsExactly("2026-01-01 Acme");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = berlin(event("SUMMARY:x" + "😀".repeat(500), "DTSTART;VALUE=DATE:20260101"))
                .in(2026)
                .get(0)
                .name();

        assertThat(name).startsWith("x😀").endsWith("😀…").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void severalCalendarsInOneFeedAreOne() {
        String feed = calendar(HOLIDAY) + "\r\n" + calendar(event("SUMMARY:Eve", "DTSTART;VALUE=DATE:20261224"));

        assertThat(told(ICalHolidays.read("Acme", feed, BERLIN), 2026))
                .containsExactly("2026-05-01 Tag der Arbeit", "2026-12-24 Eve");
    }

    @Test
    void aCalendarWithoutEntriesHasNoHolidays() {
        assertThat(ICalHolidays.read("Acme", calendar("X-WR-CALNAME:Empty"), BERLIN)
                        .in(2026))
                .isEmpty();
    }

    @Test
    void alarmsTasksAndUnknownPropertiesAreNotLookedAt() {
        assertThat(told(
                        berlin(
                                event(
                                        "SUMMARY:Eve",
                                        "DTSTART;VALUE=DATE:20261224",
                                        "X-ACME;FOO=\"a:b;c\":whatever",
                                        "ATTENDEE;RSVP=TRUE:mailto:ana@example.com",
                                        "BEGIN:VALARM",
                                        "TRIGGER:-P1D",
                                        "DURATION:PT5M",
                                        "SUMMARY:Alarm",
                                        "END:VALARM"),
                                "BEGIN:VTODO",
                                "DTSTART;VALUE=DATE:20260301",
                                "END:VTODO"),
                        2026))
                .containsExactly("2026-12-24 Eve");
    }

    @Test
    void bytesAreReadAsUtf8WithAndWithoutAMark() throws IOException {
        String feed = calendar(event("SUMMARY:Mariä Himmelfahrt", "DTSTART;VALUE=DATE:20260815"));

        for (String start : new String[] {"", "\uFEFF"}) {
            InputStream bytes = new ByteArrayInputStream((start + feed).getBytes(StandardCharsets.UTF_8));
            assertThat(told(ICalHolidays.read("Acme", bytes, BERLIN), 2026))
                    .containsExactly("2026-08-15 Mariä Himmelfahrt");
        }
        assertThat(told(ICalHolidays.read("Acme", new StringReader(feed), BERLIN), 2026))
                .containsExactly("2026-08-15 Mariä Himmelfahrt");
    }

    @Test
    void bytesInAnotherCharsetAreRefused() {
        byte[] latin = calendar(event("SUMMARY:Mariä", "DTSTART:20260815")).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ICalHolidays.read("Acme", new ByteArrayInputStream(latin), BERLIN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not in UTF-8")
                .hasMessageContaining("with a Reader");
    }

    @Test
    void aCalendarNeedsAName() {
        assertThatThrownBy(() -> ICalHolidays.read(" ", calendar(HOLIDAY), BERLIN))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                       | The feed has no line BEGIN:VCALENDAR",
                "<!DOCTYPE html><html>                                    | Line 1",
                "BEGIN:VEVENT~END:VEVENT                                  | Line 1 of the feed: VEVENT stands outside",
                "BEGIN:VCALENDAR                                          | Line 1 of the feed: VCALENDAR begins here and never ends",
                "BEGIN:VCALENDAR~BEGIN:VEVENT~DTSTART:20260101            | Line 2 of the feed: VEVENT begins here and never ends",
                "BEGIN:VCALENDAR~BEGIN:VEVENT~END:VCALENDAR               | Line 3 of the feed: END:VCALENDAR comes before the VEVENT of line 2",
                "BEGIN:VCALENDAR~END:VEVENT~END:VCALENDAR                 | Line 2",
                "BEGIN:VCALENDAR~nonsense~END:VCALENDAR                   | Line 2 of the feed: \"nonsense\"",
                "BEGIN:VCALENDAR~VERSION:1.0~END:VCALENDAR                | Line 2 of the feed: this is version 1.0",
                "BEGIN:VCALENDAR~VERSION:3.0~END:VCALENDAR                | Line 2 of the feed: this is version 3.0",
                "BEGIN:VCALENDAR~END:VCALENDAR~SUMMARY:x                  | Line 3 of the feed: SUMMARY:x stands outside",
            })
    void aFeedThatIsNoneIsRefusedWithItsLine(String lines, String message) {
        String feed = lines.replace("~", "\r\n");

        assertThatThrownBy(() -> ICalHolidays.read("Acme", feed, BERLIN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Remedy: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUMMARY:x",
                "DTSTART:tomorrow",
                "DTSTART:20260231",
                "DTSTART:20260101T250000",
                "DTSTART:20260101T1200",
                "DTSTART:00000101",
                "DTSTART:20260101Z",
                "DTSTART;TZID=Middle/Earth:20260101T120000",
                "DTSTART:20260105~DTEND:20260104",
                "DTSTART:20260105~DTEND:20260105T120000Z",
                "DTSTART:20260105T120000Z~DTEND:20260105T110000Z",
                "DTSTART:20260105~DTEND:20280105",
                "DTSTART:20260105~DTEND:20260106~DURATION:P1D",
                "DTSTART:20260105~DURATION:-P1D",
                "DTSTART:20260105~DURATION:P",
                "DTSTART:20260105~DURATION:PT",
                "DTSTART:20260105~DURATION:P1",
                "DTSTART:20260105~DURATION:PT1H",
                "DTSTART:20260105~DURATION:P99999W",
                "DTSTART:20260105~DTSTART:20260106",
                "DTSTART:20260105~RDATE:x",
                "DTSTART:20260105~RDATE:20260106,",
                "DTSTART:20260105~EXDATE:x",
                "DTSTART:20260105~EXRULE:FREQ=YEARLY",
                "DTSTART:20260105~RECURRENCE-ID:20260105",
                "DTSTART:20260105~UID:a~RECURRENCE-ID;RANGE=THISANDFUTURE:20260105",
                "DTSTART:20260105~UID:a~SEQUENCE:x"
            })
    void anEntryThatIsNotUnderstoodIsRefusedWithItsLine(String lines) {
        assertThatThrownBy(() -> berlin(event(lines.replace("~", "\r\n"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageMatching("(?s)Line ([4-9]|10) of the feed: .* Remedy: .*");
    }

    @Test
    void everyEntryThatIsNotUnderstoodIsNamedAtOnce() {
        assertThatThrownBy(() -> berlin(event("DTSTART:x"), HOLIDAY, event("DTSTART:20260101", "DURATION:y")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("Line 6 of the feed: DTSTART:x")
                .hasMessageContaining("Line 16 of the feed: DURATION:y");
    }

    @Test
    void aZoneThatIsDescribedBadlyIsRefused() {
        String phase = "BEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0100\r\n";
        String end = "\r\nEND:STANDARD";

        for (String fault : new String[] {
            "X-A:b",
            phase + "X-A:b" + end,
            phase + "TZOFFSETTO:east" + end,
            phase + "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY" + end
        }) {
            assertThatThrownBy(() -> berlin(
                            "BEGIN:VTIMEZONE\r\nTZID:Ours\r\n" + fault + "\r\nEND:VTIMEZONE",
                            event("DTSTART;TZID=Ours:20260101T120000")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("of the feed");
        }
    }

    @Test
    @Timeout(60)
    void whatIsLargerThanAFeedMayBeIsRefused() {
        String many = HOLIDAY.concat("\r\n").repeat(ICalHolidays.MOST_ENTRIES);
        assertThat(ICalHolidays.read("Acme", calendar(many.strip()), BERLIN).in(2026))
                .hasSize(ICalHolidays.MOST_ENTRIES);

        assertRefused(calendar(many + HOLIDAY), "more than 10000 entries");
        assertRefused(calendar("X-A:" + "x".repeat(ICalHolidays.LONGEST_FEED)), "more than 4194304 characters");
        assertRefused(calendar("BEGIN:A\r\n".repeat(50) + "X:y"), "nested more than 10 deep");
        assertRefused(
                calendar(event("DTSTART:20260101", "DURATION:P366D")
                        .concat("\r\n")
                        .repeat(300)
                        .strip()),
                "together last longer than 100000 days");
        assertRefused(
                calendar(event("DTSTART:20260101", "RRULE:FREQ=YEARLY")
                        .concat("\r\n")
                        .repeat(ICalHolidays.MOST_RECURRING + 1)
                        .strip()),
                "more than 1000 entries come back");
    }

    @Test
    @Timeout(60)
    void listsAndZonesThatAreTooLongAreRefused() {
        String dates = "20260102,".repeat(ICalHolidays.MOST_SINGLE_DATES) + "20260103";
        assertRefused(calendar(event("DTSTART:20260101", "RDATE:" + dates)), "more than 10000 single dates");
        assertRefused(calendar(event("DTSTART:20260101", "EXDATE:" + dates)), "more than 10000 single dates");
        assertRefused(
                calendar(event(
                        "DTSTART:20260101",
                        "RRULE:FREQ=YEARLY\r\n".repeat(1_001).strip())),
                "more than 1000 entries come back");
        String phase = String.join(
                "\r\n",
                "BEGIN:STANDARD",
                "DTSTART:20000101T000000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY",
                "END:STANDARD",
                "");
        assertRefused(
                calendar(
                        "BEGIN:VTIMEZONE\r\nTZID:Ours\r\n" + phase.repeat(201) + "END:VTIMEZONE",
                        event("DTSTART;TZID=Ours:20260101T120000")),
                "more than 200 changes");
        assertRefused(
                calendar(event("DTSTART;TZID=" + "/a".repeat(1_000_000) + ":20260101T120000")), "there is no zone");
    }

    @Test
    void aStreamWithoutAnEndIsNotReadWithoutAnEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> ICalHolidays.read("Acme", endless, BERLIN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than 4194304 characters");
    }

    private static void assertRefused(String feed, String message) {
        assertThatThrownBy(() -> ICalHolidays.read("Acme", feed, BERLIN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }
}

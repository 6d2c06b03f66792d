package dev.heed.holidays.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What docs/holidays.md shows of feeds, done. */
class FeedDocumentTest {
    @Test
    void aShopReadsItsFeed() {
        String feed = Feeds.calendar(Feeds.event("SUMMARY:Stocktaking", "DTSTART;VALUE=DATE:20260330"));

        ICalHolidays closings = ICalHolidays.read("Acme, Berlin", feed, ZoneId.of("Europe/Berlin"));

        assertThat(closings.in(2026)).hasSize(1);
    }
}

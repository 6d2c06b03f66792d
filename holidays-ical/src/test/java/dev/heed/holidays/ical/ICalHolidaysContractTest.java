package dev.heed.holidays.ical;

import dev.heed.hours.HolidayCalendar;
import dev.heed.testkit.contract.HolidayCalendarContract;

class ICalHolidaysContractTest extends HolidayCalendarContract {
    @Override
    protected HolidayCalendar newCalendar() {
        return Feeds.berlin(
                Feeds.event("SUMMARY:Inventory", "DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103"),
                Feeds.event("SUMMARY:Leap day", "DTSTART;VALUE=DATE:19960229", "RRULE:FREQ=YEARLY"),
                Feeds.event(
                        "SUMMARY:Thanksgiving",
                        "DTSTART;VALUE=DATE:20051124",
                        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
                Feeds.event(
                        "SUMMARY:New Year's Eve", "DTSTART:20001231T130000Z", "DURATION:PT14H", "RRULE:FREQ=YEARLY"));
    }
}

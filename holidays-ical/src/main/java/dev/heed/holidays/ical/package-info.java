/** For shops that keep their holidays in a calendar: what an iCalendar feed says, as {@code HolidayCalendar}. */
@NullMarked
package dev.heed.holidays.ical;

import org.jspecify.annotations.NullMarked;

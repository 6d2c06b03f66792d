/** Holidays that a shop reads from iCalendar feeds. */
module dev.heed.holidays.ical {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires net.sf.biweekly;
    requires vinnie; // which reads the lines of a feed for biweekly

    exports dev.heed.holidays.ical;
}

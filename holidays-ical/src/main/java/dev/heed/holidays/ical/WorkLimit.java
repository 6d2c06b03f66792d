package dev.heed.holidays.ical;

/** How many dates are looked at while one feed is read, so that no feed keeps anybody busy for long. Not thread-safe. */
final class WorkLimit {
    private static final long MOST_DATES = 10_000_000;

    private long left = MOST_DATES;
    private int singleDates = ICalHolidays.MOST_SINGLE_DATES;

    /**
     * Notes a single date of a list.
     *
     * @throws dev.heed.error.ConfigurationException if there were too many
     */
    void single(FeedProperty date) {
        if (--singleDates < 0) {
            throw FeedFault.in(
                    date,
                    "is one of more than " + ICalHolidays.MOST_SINGLE_DATES + " single dates.",
                    "Write them as rules, and leave out past years.");
        }
    }

    /**
     * Notes what is looked at.
     *
     * @throws dev.heed.error.ConfigurationException if it was too much
     */
    void look(long dates, FeedProperty rule) {
        left -= dates;
        if (left < 0) {
            throw FeedFault.in(
                    rule, "takes too long to count.", "Let the rule end with UNTIL instead of COUNT, or not at all.");
        }
    }
}

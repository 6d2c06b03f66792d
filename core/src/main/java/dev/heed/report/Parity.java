package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * P21: whether those who have bought are answered as soon as those who might. Compares the first replies that were met or missed
 * in a period; one that still goes on counts with the time until now. Immutable and thread-safe.
 *
 * <p>The verdict goes by working time. Where sales and support work in other hours, look at the wall times, too.
 *
 * @param period what it is about
 * @param atLeast how many of each there have to be before anything is said of them
 * @param support working times of all kinds of tickets but enquiries of sales
 * @param sales working times of enquiries of sales
 * @param supportWallTimes as {@code support}, on the clock on the wall
 * @param salesWallTimes as {@code sales}, on the clock on the wall
 */
public record Parity(
        ReportPeriod period, int atLeast, Times support, Times sales, Times supportWallTimes, Times salesWallTimes) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if {@code atLeast} is below one
     */
    public Parity {
        requireNonNull(period, "period");
        requireNonNull(support, "support");
        requireNonNull(sales, "sales");
        requireNonNull(supportWallTimes, "supportWallTimes");
        requireNonNull(salesWallTimes, "salesWallTimes");
        if (atLeast < 1) {
            throw new InvalidInputException(
                    "Something would be said of " + atLeast + " first replies.", "Ask for one at least.");
        }
    }

    /**
     * Compares these tickets; each is read once, and its durations are kept.
     *
     * @throws InvalidInputException if {@code atLeast} is below one
     */
    public static Parity of(Stream<TicketFigures> tickets, ReportPeriod period, int atLeast) {
        List<FirstReply> support = new ArrayList<>();
        List<FirstReply> sales = new ArrayList<>();
        tickets.forEachOrdered(ticket -> FirstReply.of(ticket, period)
                .ifPresent((ticket.subject().kind() == TicketKind.SALES_ENQUIRY ? sales : support)::add));
        return new Parity(
                period, atLeast, workingTimes(support), workingTimes(sales), wallTimes(support), wallTimes(sales));
    }

    private static Times workingTimes(List<FirstReply> replies) {
        return Times.of(replies.stream().map(FirstReply::workingTime).toList());
    }

    private static Times wallTimes(List<FirstReply> replies) {
        return Times.of(replies.stream().map(FirstReply::wallTime).toList());
    }

    /** The alarm: whether the median of support is longer than that of sales, in working time; never of too few. */
    public boolean isSupportSlower() {
        return isLonger(support, sales);
    }

    /** The same by wall time. */
    public boolean isSupportSlowerInWallTime() {
        return isLonger(supportWallTimes, salesWallTimes);
    }

    private boolean isLonger(Times one, Times other) {
        Duration first = one.median().orElse(Duration.ZERO);
        Duration second = other.median().orElse(Duration.ZERO);
        return Math.min(one.count(), other.count()) >= atLeast && first.compareTo(second) > 0;
    }

    /** By how much working time the median of support is longer than that of sales, negative if shorter; empty if one is empty. */
    public Optional<Duration> difference() {
        return support.median().flatMap(one -> sales.median().map(one::minus));
    }
}

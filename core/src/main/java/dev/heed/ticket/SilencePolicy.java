package dev.heed.ticket;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.util.List;

/**
 * P26: silence counts as agreement only after the customer was asked, and told the closing date.
 *
 * @param reminders how many reminders are sent, at least one
 * @param remindAfter business days between a person's last word and the first reminder, and between two; at least one
 * @param closeAfter business days between the last reminder and the closing, at least one
 */
public record SilencePolicy(int reminders, int remindAfter, int closeAfter) {
    private static final int MOST = 366;

    /**
     * Checks what it is given.
     *
     * @throws ConfigurationException if one of them is below 1 or above 366
     */
    public SilencePolicy {
        if (Math.min(reminders, Math.min(remindAfter, closeAfter)) < 1
                || Math.max(reminders, Math.max(remindAfter, closeAfter)) > MOST) {
            throw new ConfigurationException(List.of(Problem.of(
                    "Silence is to count after " + reminders + " reminders, " + remindAfter + " and " + closeAfter
                            + " business days.",
                    "Ask at least once, and wait at least one business day, before silence counts; a year is the"
                            + " most.")));
        }
    }
}

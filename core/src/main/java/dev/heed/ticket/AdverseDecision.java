package dev.heed.ticket;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import java.util.List;
import java.util.Optional;

/**
 * P68: a decision against the customer, such as a refused refund or a suspended account. Whoever signs the message stands
 * for it. Both parts are shown to the customer.
 *
 * @param reason why it was decided so
 * @param appeal how, and with whom, the customer can have it looked at again
 */
public record AdverseDecision(String reason, String appeal) {
    /**
     * Checks what it is given.
     *
     * @throws RefusedException with {@code ADVERSE_WITHOUT_REASON} if one of them is blank
     */
    public AdverseDecision {
        if (reason.isBlank() || appeal.isBlank()) {
            throw new RefusedException(List.of(new Finding(
                    PracticeCode.ADVERSE_WITHOUT_REASON,
                    "A decision against the customer has no " + (reason.isBlank() ? "reason" : "way of appeal") + ".",
                    Optional.empty(),
                    "Say why it was decided, and how the customer can have it looked at again.")));
        }
    }

    @Override
    public String toString() {
        return "AdverseDecision";
    }
}

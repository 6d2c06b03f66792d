package dev.heed.ticket;

import dev.heed.promise.Promise;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a customer can expect an answer by a person.
 *
 * @param at the latest instant
 * @param basis how it was reckoned, for example {@code 8 h in Mon-Fri 09:00-17:00}
 * @param zone the zone in which the customer is told
 */
public record ExpectedReply(Instant at, String basis, ZoneId zone) {
    /** What a promise of kind {@code REPLY} tells. */
    static ExpectedReply of(Promise reply) {
        return new ExpectedReply(reply.due(), reply.text(), reply.zone());
    }
}

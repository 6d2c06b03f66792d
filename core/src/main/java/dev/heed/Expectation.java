package dev.heed;

import dev.heed.ticket.ExpectedReply;
import java.time.Instant;
import java.util.Optional;

/**
 * When whoever writes now has an answer, for a contact page or beside a form: {@link Helpdesk#expectation}.
 *
 * @param reply until when, as an acknowledgement would promise it
 * @param soonest when at the soonest, where that is foreseen
 * @param text the same in the language and zone of the reader: {@code tomorrow, Tuesday, by 10:00 (Berlin)}
 */
public record Expectation(ExpectedReply reply, Optional<Instant> soonest, String text) {}

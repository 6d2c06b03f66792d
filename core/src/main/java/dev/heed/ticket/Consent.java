package dev.heed.ticket;

import dev.heed.message.FactKey;
import java.time.Instant;

/**
 * That the customer agrees to a step that destroys something. For this step and this ticket, until it is done or the
 * customer thinks otherwise.
 *
 * @param step the id of the step
 * @param source how the customer said so
 * @param at when it was noted
 */
public record Consent(FactKey step, FactSource source, Instant at) {}

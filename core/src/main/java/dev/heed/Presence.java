package dev.heed;

import dev.heed.people.AgentId;
import java.time.Instant;

/**
 * Somebody looks at a ticket right now.
 *
 * @param agent who
 * @param since since when, without a pause longer than {@link PresenceDesk#VIEWING}
 * @param typing whether an answer is being written
 */
public record Presence(AgentId agent, Instant since, boolean typing) {}

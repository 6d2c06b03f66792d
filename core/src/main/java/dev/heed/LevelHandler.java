package dev.heed;

import dev.heed.sla.SlaLevel;
import dev.heed.ticket.ServiceEvent.LevelReached;

/**
 * Does what a level of the service levels wants: tells somebody, pages somebody. Called after the event is kept, for each
 * event once, those of one ticket in their order; after a failure again in later rounds, and not at all if the process ends in
 * between. Ticket, target, cycle and level together name it, for whoever wants to do it once only.
 */
@FunctionalInterface
public interface LevelHandler {
    /** Does it. */
    void onLevel(LevelReached event, SlaLevel level);
}

package dev.heed.sla;

import java.time.Duration;

/**
 * What holds for one target of a ticket.
 *
 * @param within for the priority of the ticket
 */
record Aim(SlaPolicy policy, SlaGoal goal, Duration within) {}

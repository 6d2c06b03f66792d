package dev.heed;

import dev.heed.people.AgentId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.TicketId;
import java.time.Instant;

/**
 * A draft that waits for a colleague to read it.
 *
 * @param ticket where it is to be sent
 * @param draft what is to be read
 * @param by whose answer it is
 * @param until by when, so that the customer is answered in time
 */
public record Review(TicketId ticket, ReplyDraft draft, AgentId by, Instant until) {}

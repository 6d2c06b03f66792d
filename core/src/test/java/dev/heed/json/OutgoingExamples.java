package dev.heed.json;

import static dev.heed.json.EventExamples.ANSWER;
import static dev.heed.json.EventExamples.AT;
import static dev.heed.json.EventExamples.MARIA;
import static dev.heed.json.EventExamples.TICKET;

import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.SendOrder.InSpite;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of each type about answers that wait to be sent, the same as in the golden files. */
final class OutgoingExamples {
    private static final DraftId DRAFT = new DraftId("d-1");
    private static final AgentId JANA = AgentId.of("jana");
    private static final Instant LATER = Instant.parse("2026-06-08T09:00:00Z");

    private OutgoingExamples() {}

    static List<TicketEvent> all() {
        Optional<MessageId> seen = Optional.of(new MessageId("m-1"));
        List<InSpite> inSpite = List.of(new InSpite(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Ben is ill."));
        return List.of(
                new SendOrdered(TICKET, AT, DRAFT, 3, MARIA, LATER, IfCustomerWrites.SEND_ANYWAY, seen, inSpite),
                new SentAsOrdered(TICKET, AT, DRAFT, ANSWER),
                new SendCancelled(TICKET, AT, DRAFT, SendCancelled.Why.CUSTOMER_WROTE),
                new SendRefused(TICKET, AT, DRAFT, SendRefused.Obstacle.HOUSE_RULE, List.of(PracticeCode.STALE_REPLY)),
                new ReviewRequested(TICKET, AT, DRAFT, 3, MARIA, LATER, seen, inSpite),
                new ReviewApproved(TICKET, AT, DRAFT, JANA, ANSWER),
                new ReviewReturned(TICKET, AT, DRAFT, JANA, "Say when the cap comes."),
                new ReviewTimedOut(TICKET, AT, DRAFT, Optional.of(ANSWER)));
    }
}

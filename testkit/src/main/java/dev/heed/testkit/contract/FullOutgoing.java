package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.FullLife.TICKET;
import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that can become of an answer that waits to be sent; at the end one waits for its time, and one for a colleague. */
final class FullOutgoing {
    private FullOutgoing() {}

    static List<TicketEvent> events(Instant at) {
        Instant later = at.plus(Duration.ofDays(40));
        MessageId message = new MessageId("full-6");
        List<InSpite> inSpite = List.of(new InSpite(PracticeCode.STALE_REPLY, "She knows." + FullMessages.WORDS));
        return List.of(
                ordered(at, "d-1", later, inSpite),
                new SentAsOrdered(TICKET, at, new DraftId("d-1"), message),
                ordered(at, "d-2", later, List.of()),
                new SendCancelled(TICKET, at, new DraftId("d-2"), SendCancelled.Why.BY_AGENT),
                ordered(at, "d-3", later, List.of()),
                new SendRefused(
                        TICKET,
                        at,
                        new DraftId("d-3"),
                        SendRefused.Obstacle.HOUSE_RULE,
                        List.of(PracticeCode.STALE_REPLY, PracticeCode.OPEN_PROMISE)),
                requested(at, "d-4", later),
                new ReviewReturned(TICKET, at, new DraftId("d-4"), BEN, "Say when." + FullMessages.WORDS),
                requested(at, "d-4", later),
                new ReviewApproved(TICKET, at, new DraftId("d-4"), BEN, message),
                requested(at, "d-5", later),
                new ReviewTimedOut(TICKET, at, new DraftId("d-5"), Optional.of(message)),
                requested(at, "d-6", later),
                new ReviewTimedOut(TICKET, at, new DraftId("d-6"), Optional.empty()),
                ordered(at, "d-7 größer", later, inSpite));
    }

    private static SendOrdered ordered(Instant at, String draft, Instant sendAt, List<InSpite> inSpite) {
        Optional<MessageId> seen = Optional.of(new MessageId("full-6"));
        return new SendOrdered(
                TICKET, at, new DraftId(draft), 7, MARIA, sendAt, IfCustomerWrites.SEND_ANYWAY, seen, inSpite);
    }

    private static ReviewRequested requested(Instant at, String draft, Instant until) {
        return new ReviewRequested(TICKET, at, new DraftId(draft), 2, MARIA, until, Optional.empty(), List.of());
    }
}

package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.FullLife.TICKET;
import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.ticket.OnReply;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Put off, once more, and shown again. */
final class FullSnoozes {
    private FullSnoozes() {}

    static List<TicketEvent> events(Instant at) {
        return List.of(
                off(at, OnReply.BREAK_ON_REPLY, "Ask again." + FullMessages.WORDS),
                off(at, OnReply.SURVIVE_REPLY, ""),
                new SnoozeEnded(TICKET, at, SnoozeEnded.Why.AGENT, MARIA, Optional.of(BEN)));
    }

    private static Snoozed off(Instant at, OnReply onReply, String memo) {
        return new Snoozed(TICKET, at, at.plus(Duration.ofDays(30)), MARIA, onReply, memo);
    }
}

package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.FullLife.TICKET;
import static dev.heed.testkit.contract.FullMessages.WORDS;
import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.Customer;
import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalRequested;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.Consent;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.FactState;
import dev.heed.ticket.Known;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ListeningEvent.StepDone;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was understood of the ticket to which everything happens. */
final class FullListening {
    private static final FactKey ORDER = FactKey.of("order-number");
    private static final FactKey RESTART = FactKey.of("restart-router");

    private FullListening() {}

    static List<TicketEvent> events(Instant at, Customer customer) {
        List<FactSource> sources = List.of(
                new FactSource.Quoted(new MessageId("full-1"), WORDS, Optional.of(MARIA), Optional.empty()),
                new FactSource.Quoted(
                        new MessageId("full-1"), WORDS, Optional.empty(), Optional.of(new TicketId(new UUID(5, 4)))),
                new FactSource.OnThePhone(BEN),
                new FactSource.InAForm(customer.id()),
                new FactSource.ByAgent(MARIA),
                new FactSource.InAForm(customer.id(), List.of(new TicketId(new UUID(5, 4)))));
        List<TicketEvent> events = new ArrayList<>();
        for (FactSource source : sources) {
            String value = WORDS + events.size();
            events.add(new FactNoted(TICKET, at, FactKind.PROVIDED, ORDER, value, source));
        }
        events.add(new FactNoted(TICKET, at, FactKind.TRIED, RESTART, WORDS, sources.get(2)));
        events.add(new FactOutdated(TICKET, at, FactKind.TRIED, RESTART, Optional.of(BEN), "a new router" + WORDS));
        events.add(new FactNoted(TICKET, at, FactKind.EVIDENCE, ORDER, WORDS, sources.get(4)));
        events.add(new FactOutdated(
                TICKET, at, FactKind.EVIDENCE, ORDER, Optional.empty(), WORDS, Optional.of(sources.get(0))));
        events.add(
                new StatementSent(TICKET, at, Optional.of(new MessageId("full-6")), MARIA, "a size too small" + WORDS));
        events.add(new StatementConfirmed(TICKET, at, sources.get(0)));
        events.add(new RootCauseFound(TICKET, at, RootCause.of("warehouse/wrong-item"), BEN));
        events.add(new StatementCorrected(TICKET, at, sources.get(3), Optional.of(new MessageId("full-1"))));
        events.add(new StatementSent(TICKET, at, Optional.empty(), BEN, "a size too large" + WORDS));
        events.add(new StatementConfirmed(TICKET, at, sources.get(2)));
        events.add(new RootCauseFound(TICKET, at, RootCause.UNKNOWN, BEN));
        events.add(new ConsentGiven(TICKET, at, RESTART, sources.get(0)));
        events.add(new ConsentWithdrawn(TICKET, at, RESTART, sources.get(3)));
        events.add(new StepDone(TICKET, at, RESTART, MARIA));
        events.add(new ConsentGiven(TICKET, at, RESTART, sources.get(2)));
        events.add(new PrioritySet(TICKET, at, Priority.URGENT, MARIA, Optional.empty()));
        events.add(new PrioritySet(TICKET, at, Priority.HIGH, BEN, Optional.of("the wedding is over" + WORDS)));
        events.add(new MoodSet(TICKET, at, Mood.ANGRY, MARIA, Optional.empty()));
        events.add(new MoodSet(TICKET, at, Mood.WORRIED, BEN, Optional.of("she laughed" + WORDS)));
        events.add(new UnderstandingTakenOver(
                TICKET, at, new TicketId(new UUID(5, 4)), Optional.of(BEN), known(at, sources)));
        events.addAll(approvals(at));
        return events;
    }

    private static Known known(Instant at, List<FactSource> sources) {
        FactKey serial = FactKey.of("serial-number");
        return new Known(
                List.of(
                        new Fact(FactKind.PROVIDED, serial, WORDS, sources.get(1), at, FactState.CURRENT),
                        new Fact(FactKind.PROVIDED, ORDER, WORDS, sources.get(5), at, FactState.OUTDATED)),
                Optional.of(new ProblemStatement(
                        "another size" + WORDS,
                        Optional.of(new MessageId("full-6")),
                        BEN,
                        at,
                        ProblemStatement.State.CONFIRMED,
                        Optional.of(sources.get(1)),
                        Optional.of(new TicketId(new UUID(5, 4))))),
                Optional.of(at),
                Optional.of(RootCause.of("warehouse/wrong-item")),
                Optional.of(Priority.URGENT),
                Optional.of(Mood.ANGRY),
                List.of(new Consent(RESTART, sources.get(1), at)),
                Optional.of(TicketKind.TECHNICAL));
    }

    private static List<TicketEvent> approvals(Instant at) {
        ApprovalSubject subject = ApprovalSubject.destructiveStep(RESTART);
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            Optional<Instant> until = i % 2 == 0 ? Optional.of(at.plusSeconds(i)) : Optional.empty();
            events.add(new ApprovalRequested(
                    TICKET, at, new ApprovalId(i), subject, MARIA, "no other way" + WORDS, until));
        }
        events.add(new ApprovalReminded(TICKET, at, new ApprovalId(1), 1, Optional.of(MARIA)));
        events.add(new ApprovalDecided(TICKET, at, new ApprovalId(1), true, BEN, "I have looked" + WORDS, false));
        events.add(new ApprovalUsed(TICKET, at, new ApprovalId(1), MARIA));
        events.add(new ApprovalDecided(TICKET, at, new ApprovalId(2), false, MARIA, "no" + WORDS, true));
        events.add(new ApprovalWithdrawn(TICKET, at, new ApprovalId(3), Optional.of(MARIA), "not needed" + WORDS));
        events.add(new ApprovalExpired(TICKET, at, new ApprovalId(4)));
        events.add(new ApprovalDecided(TICKET, at, new ApprovalId(5), true, BEN, "yes", false));
        events.add(new ApprovalReminded(TICKET, at, new ApprovalId(6), 2, Optional.empty()));
        return events;
    }
}

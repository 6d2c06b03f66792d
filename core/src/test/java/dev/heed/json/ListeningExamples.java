package dev.heed.json;

import static dev.heed.json.EventExamples.AT;
import static dev.heed.json.EventExamples.MARIA;
import static dev.heed.json.EventExamples.TICKET;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
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
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was understood and approved, as in the golden files. */
final class ListeningExamples {
    private static final FactKey WIPE = FactKey.of("wipe-disk");
    private static final ApprovalId FIRST = new ApprovalId(1);

    private ListeningExamples() {}

    static List<TicketEvent> all() {
        return List.of(
                new FactNoted(TICKET, AT, FactKind.PROVIDED, FactKey.of("order-number"), "4711", quoted()),
                new FactOutdated(
                        TICKET,
                        AT,
                        FactKind.TRIED,
                        FactKey.of("clean-lens"),
                        Optional.of(MARIA),
                        "There is a new lens."),
                new UnderstandingTakenOver(TICKET, AT, EventExamples.OTHER, Optional.of(MARIA), known()),
                new StatementSent(
                        TICKET, AT, Optional.of(EventExamples.ANSWER), MARIA, "The cap does not fit the lens."),
                new StatementConfirmed(TICKET, AT, new FactSource.InAForm(EventExamples.CUSTOMER)),
                new StatementCorrected(TICKET, AT, quoted(), Optional.of(new MessageId("m-1"))),
                new RootCauseFound(TICKET, AT, RootCause.of("product/incompatible"), MARIA),
                new ConsentGiven(TICKET, AT, WIPE, new FactSource.InAForm(EventExamples.CUSTOMER)),
                new ConsentWithdrawn(TICKET, AT, WIPE, quoted()),
                new StepDone(TICKET, AT, WIPE, MARIA),
                new PrioritySet(TICKET, AT, Priority.HIGH, MARIA, Optional.of("The wedding is on Saturday.")),
                new MoodSet(TICKET, AT, Mood.WORRIED, MARIA, Optional.empty()),
                new ApprovalRequested(
                        TICKET,
                        AT,
                        FIRST,
                        ApprovalSubject.destructiveStep(WIPE),
                        MARIA,
                        "The disk is full of errors.",
                        Optional.of(Instant.parse("2026-06-10T07:00:00Z"))),
                new ApprovalDecided(
                        TICKET, AT, FIRST, true, AgentId.of("jana"), "There is a copy of everything.", false),
                new ApprovalWithdrawn(TICKET, AT, FIRST, Optional.of(MARIA), "Another step has helped."),
                new ApprovalExpired(TICKET, AT, FIRST),
                new ApprovalReminded(TICKET, AT, FIRST, 1, Optional.of(MARIA)),
                new ApprovalUsed(TICKET, AT, FIRST, MARIA));
    }

    private static Known known() {
        FactSource source = new FactSource.Quoted(
                new MessageId("m-1"), "order 4711", Optional.empty(), Optional.of(EventExamples.OTHER));
        return new Known(
                List.of(new Fact(FactKind.PROVIDED, FactKey.of("order-number"), "4711", source, AT, FactState.CURRENT)),
                Optional.of(new ProblemStatement(
                        "The cap does not fit the lens.",
                        Optional.of(EventExamples.ANSWER),
                        MARIA,
                        AT,
                        ProblemStatement.State.CONFIRMED,
                        Optional.of(new FactSource.InAForm(EventExamples.CUSTOMER, List.of(EventExamples.OTHER))),
                        Optional.of(EventExamples.OTHER))),
                Optional.of(AT),
                Optional.of(RootCause.of("product/incompatible")),
                Optional.of(Priority.HIGH),
                Optional.of(Mood.WORRIED),
                List.of(new Consent(WIPE, source, AT)),
                Optional.of(TicketKind.TECHNICAL));
    }

    private static FactSource quoted() {
        return new FactSource.Quoted(
                new MessageId("m-1"), "der Deckel ist kaputt", Optional.of(MARIA), Optional.empty());
    }
}

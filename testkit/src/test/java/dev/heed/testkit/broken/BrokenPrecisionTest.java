package dev.heed.testkit.broken;

import dev.heed.message.Message;
import dev.heed.people.Absence;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that keep instants roughly, and the sentences of the contract that say so. */
class BrokenPrecisionTest {
    private static Instant cut(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant roundedUp(Instant at) {
        return at.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant toMicroseconds(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void cuttingTheInstantsOfEventsToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(BrokenPrecisionTest::roughly))
                .isCaughtBy("whatHappenedKeepsItsMicroseconds");
    }

    private static TicketEvent roughly(TicketEvent event) {
        if (event instanceof TicketOpened e) {
            return new TicketOpened(
                    e.ticket(),
                    cut(e.at()),
                    e.number(),
                    e.customer(),
                    e.address(),
                    e.channel(),
                    e.subject(),
                    e.follows());
        }
        return event instanceof AcknowledgementWithheld e
                ? new AcknowledgementWithheld(e.ticket(), cut(e.at()), e.reason())
                : event;
    }

    @Test
    void cuttingTheInstantsOfMessagesToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> Retold.event(event, BrokenPrecisionTest::roughlyWritten)))
                .isCaughtBy("whatHappenedKeepsItsMicroseconds");
    }

    private static Message roughlyWritten(Message message) {
        return Retold.message(message, cut(message.at()), message.text()).build();
    }

    @Test
    void cuttingWhenSomethingUnreadableCameToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        super.keepUnreadable(new UnreadableInbound(
                                inbound.key(), cut(inbound.receivedAt()), inbound.problem(), inbound.raw()));
                    }
                })
                .isCaughtBy("whatHappenedKeepsItsMicroseconds");
    }

    @Test
    void cuttingWhenATicketIsDueToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .eachChange(change -> new UnitOfWork.Change(
                                        change.ticket(),
                                        change.events(),
                                        change.expectedVersion(),
                                        change.wakeAt().map(BrokenPrecisionTest::cut)))
                                .build());
                    }
                })
                .isCaughtBy("whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void cuttingAbsencesToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Absence> absences() {
                        return super.absences().stream()
                                .map(absence -> new Absence(
                                        absence.agent(), absence.deputy(), cut(absence.from()), cut(absence.until())))
                                .toList();
                    }
                })
                .isCaughtBy("absencesComeBackWholeAndInTheirOrder");
    }

    @Test
    void cuttingWhenWorkIsDueToMillisecondsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .outgoing(unit.newOutbox().stream()
                                        .map(entry -> OutboxEntry.waiting(
                                                entry.id(), entry.ticket(), entry.message(), cut(entry.due())))
                                        .toList())
                                .build());
                    }
                })
                .isCaughtBy("whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void roundingTheEndOfALeaseUpIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        Duration longer = Duration.between(now, roundedUp(now.plus(lease)));
                        return super.claimOutbox(now, longer, limit);
                    }
                })
                .isCaughtBy("whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void cuttingToMicrosecondsIsAllowed() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> list(TicketQuery query, int limit) {
                        return super.list(
                                query instanceof TicketQuery.Due due
                                        ? new TicketQuery.Due(toMicroseconds(due.now()))
                                        : query,
                                limit);
                    }

                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(toMicroseconds(now), lease, limit);
                    }

                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        super.keepUnreadable(new UnreadableInbound(
                                inbound.key(), toMicroseconds(inbound.receivedAt()), inbound.problem(), inbound.raw()));
                    }
                })
                .holds();
    }
}

package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.error.NotFoundException;
import dev.heed.people.Absence;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop of one person, who never waits for a colleague there is not, and whose tickets are of somebody who is there. */
class SingleAgentScenarioTest {
    private final TicketStore store = new ForwardingStore() {
        @Override
        public void close() {} // two desks use it, one after the other
    };

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.store(store));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    @Test
    void sheCanDoEverythingUntilTheCustomerIsContent() {
        heed.maria().classify(ticket, TicketKind.COMPLAINT, "She is angry.");
        heed.maria().classify(ticket, TicketKind.QUESTION, "She is not.");
        heed.maria().call(ticket, CallIntake.of("Ana", "030 1234"));
        heed.maria().endCall(ticket, new CallOutcome.WarmTransfer(MARIA.id(), "I go on myself."));
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void sheCannotNameADeputyWhoIsNotThere() {
        Absence absence =
                new Absence(MARIA.id(), AgentId.of("nobody"), story.in(Duration.ZERO), story.in(Duration.ofDays(1)));
        assertThatThrownBy(() -> heed.desk().backoffice().recordAbsence(absence))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatWasOfAColleagueWhoIsGoneIsHersBeforeAnythingBreaks() {
        try (Helpdesk before = deskWithBen()) {
            before.as(Story.BEN).take(ticket);
        }
        story.passesSlowly(Duration.ofHours(7));
        assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
        assertThat(story.ticket(ticket)).isNotOverdue().hasOpenPromise(PromiseKind.REPLY);
    }

    @Test
    void anAbsenceThatNamedAColleagueWhoIsGoneMovesNothing() {
        try (Helpdesk before = deskWithBen()) {
            before.backoffice()
                    .recordAbsence(new Absence(
                            MARIA.id(), Story.BEN.id(), story.in(Duration.ZERO), story.in(Duration.ofDays(9))));
        }
        heed.maria().take(ticket);
        story.passesSlowly(Duration.ofHours(7));
        assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
        assertThat(heed.maria().handOver(ticket, MARIA.id(), "I go on myself.")).isOwnedBy(MARIA);
    }

    private Helpdesk deskWithBen() {
        return Helpdesk.builder(dev.heed.people.Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(MARIA)
                .agent(Story.BEN)
                .channel(FakeChannel.named("fake"))
                .store(store)
                .clock(heed.clock())
                .build();
    }
}

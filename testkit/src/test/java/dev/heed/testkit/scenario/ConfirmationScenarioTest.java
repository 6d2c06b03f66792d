package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer who has confirmed waits for the last promise, and for nothing that comes up since. */
class ConfirmationScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);

    private Promise confirmedBut(TicketId ticket, PromiseKind kind, Duration time) {
        Promise promise = story.promised(ticket, kind, story.in(time));
        story.ana().confirmSolved(ticket);
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
        return promise;
    }

    @Test
    void closesWhenTheLetterThatKeepsTheLastPromiseHasLeft() {
        TicketId ticket = story.written("Where?");
        Promise promise = confirmedBut(ticket, PromiseKind.FIND_OUT, Duration.ofHours(50));
        Ticket after = story.answered(ticket, Commitments.none().keep(promise.id()));
        assertThat(after.status()).isNotEqualTo(TicketStatus.CLOSED);
        story.run();
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void isForNothingIfThatLetterIsRefused() {
        TicketId ticket = story.written("Where?");
        Promise promise = confirmedBut(ticket, PromiseKind.FIND_OUT, Duration.ofHours(50));
        heed.gateway().next(new SendOutcome.Rejected("550"));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passesSlowly(Duration.ofHours(60));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void isForNothingIfThatLetterComesBackAfterTheClosing() {
        TicketId ticket = story.written("Where?");
        Promise promise = confirmedBut(ticket, PromiseKind.FIND_OUT, Duration.ofHours(50));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.comesBack(heed.channel().lastSent());
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.OPEN);
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void closesNothingOverALetterInAQueue() {
        TicketId ticket = story.written("Where?");
        Promise promise = confirmedBut(ticket, PromiseKind.FIND_OUT, Duration.ofHours(5));
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passesSlowly(Duration.ofHours(10));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void isOfOneMatterAndEndsWhereAnotherGoesOn() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise deed = confirmedBut(ticket, PromiseKind.ACTION, Duration.ofHours(50));
        TicketId other = story.written("My invoice is wrong.");
        story.answered(other, Commitments.none());
        heed.maria().mergeInto(other, ticket, "the same order");
        heed.maria().keepPromise(ticket, deed.id(), "Sent.");
        story.run();
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void endsWhenALetterOfADuplicateTurnsOutNotToHaveArrived() {
        TicketId ticket = story.written("Where is my parcel?");
        TicketId other = story.written("My invoice is wrong.");
        Promise told = story.promised(other, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        story.answered(other, Commitments.none().keep(told.id()));
        OutboundMessage letter = heed.channel().lastSent();
        Promise deed = story.promised(ticket, PromiseKind.ACTION, story.in(Duration.ofHours(90)));
        heed.maria().mergeInto(other, ticket, "the same order");
        story.ana().confirmSolved(ticket);
        story.comesBack(letter);
        heed.maria().keepPromise(ticket, deed.id(), "Sent.");
        assertThat(story.ticket(ticket).openPromises())
                .extracting(Promise::kind)
                .containsExactlyInAnyOrder(PromiseKind.FIND_OUT, PromiseKind.REPLY);
        assertThat(story.ticket(ticket).confirmed()).isFalse();
    }

    @Test
    void thatABrokenPromiseHasEndedLeavesTheDisagreementAsItWas() {
        TicketId ticket = story.written("Where?");
        story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
        story.ana().disagree(ticket, "It is not here.");
        Promise promise = confirmedBut(ticket, PromiseKind.ACTION, Duration.ofHours(5));
        assertThat(story.ticket(ticket).disputed()).isFalse();
        story.comes(promise.due());
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none().apologise());
        story.passesSlowly(Duration.ofDays(25));
        assertThat(story.ticket(ticket).disputed()).isTrue();
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
    }
}

package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer has not read keeps no promise and puts none off. */
class PromisesOfLostLettersScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);

    private boolean someFindOutIsOwedOrBroken(TicketId ticket) {
        return story.ticket(ticket).promises().stream()
                .filter(one -> one.kind() == PromiseKind.FIND_OUT)
                .anyMatch(one -> one.state() == PromiseState.OPEN || one.state() == PromiseState.BROKEN);
    }

    @Test
    void aPromiseIsNotPutOffByALetterThatWasRefused() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550 no such user"));
        story.answered(ticket, Commitments.none().renegotiate(promise.id(), story.in(Duration.ofDays(300))));
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none()); // says nothing about the promise, and arrives
        story.passesSlowly(Duration.ofDays(5));

        // Ana has read "by 14:00 today" and nothing else. The house believes in December and raises no alarm.
        assertThat(heed.channel().sent())
                .noneMatch(sent -> sent.content().text().contains("December"));
        assertThat(story.alarms()).isNotEmpty();
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aPromiseIsNotPutOffByALetterThatCameBack() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        story.answered(ticket, Commitments.none().renegotiate(promise.id(), story.in(Duration.ofDays(300))));
        OutboundMessage putOff = heed.channel().lastSent();
        story.comesBack(putOff);
        story.answered(ticket, Commitments.none());
        story.passesSlowly(Duration.ofDays(1));

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void whatWasFoundOutIsNotToldByALetterThatWasRefused() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550 no such user"));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.answered(ticket, Commitments.none());
        story.passesSlowly(Duration.ofDays(14));

        assertThat(someFindOutIsOwedOrBroken(ticket)).isTrue();
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whatWasFoundOutIsNotToldByALetterThatCameBack() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        OutboundMessage lost = heed.channel().lastSent();
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none());
        story.comesBack(lost);
        story.answered(ticket, Commitments.none());
        story.passesSlowly(Duration.ofDays(14));

        assertThat(someFindOutIsOwedOrBroken(ticket)).isTrue();
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void aReplySaysSoWhenThePromiseItWantsToKeepIsNotOpenAnyMore() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise old = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        story.answered(ticket, Commitments.none().renegotiate(old.id(), story.in(Duration.ofHours(9))));

        assertThatThrownBy(() -> story.answered(ticket, Commitments.none().keep(old.id())))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whatWasPromisedIsNotKeptByALetterThatWaitsInAQueueWhenItIsDue() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        story.passes(Duration.ofHours(4));
        heed.channel().goDown(ChannelUnavailableException.Kind.UNREACHABLE);
        story.answered(ticket, Commitments.none().keep(promise.id()));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.KEPT);

        story.passesSlowly(Duration.ofHours(2));

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
        assertThat(story.alarms()).contains(OwnershipEvent.Why.PROMISE_BROKEN);
        assertThat(story.ticket(ticket).openPromises())
                .extracting(Promise::kind)
                .containsExactly(PromiseKind.APOLOGY);
    }

    @Test
    void whoWasPromisedAnAnswerDoesNotWaitUnnoticedForALetterInAQueue() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise reply = story.ticket(ticket).promises().get(0);
        heed.channel().goDown(ChannelUnavailableException.Kind.UNREACHABLE);
        story.answered(ticket, Commitments.none());
        story.comes(reply.due().plusSeconds(1));

        assertThat(story.stateOf(ticket, reply)).isEqualTo(PromiseState.BROKEN);
        assertThat(story.ticket(ticket).overdue()).isTrue();

        heed.channel().comeBack();
        story.passes(Duration.ofHours(4));

        assertThat(story.ticket(ticket).overdue()).isFalse();
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.PENDING);
        assertThat(story.ticket(ticket).openPromises())
                .extracting(Promise::kind)
                .containsExactly(PromiseKind.APOLOGY);
    }

    @Test
    void aLetterBehindAnotherThatWaitsHasKeptNothing() {
        TicketId ticket = story.written("Where?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(3)));
        heed.channel().goDown(ChannelUnavailableException.Kind.UNREACHABLE);
        story.answered(ticket, Commitments.none());
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passesSlowly(Duration.ofHours(4));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void anAnswerBehindAnAcknowledgementThatWaitsHasKeptNothing() {
        heed.channel().receive(Story.ANA, "Where?");
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(30))));
        heed.run();
        TicketId ticket = heed.onlyTicket().id();
        Promise reply = story.ticket(ticket).promises().get(0);
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none());
        story.comes(reply.due().plusSeconds(1));
        assertThat(heed.channel().sent()).isEmpty();
        assertThat(story.stateOf(ticket, reply)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aLetterBehindADeadLetterThatIsSentAgainAndWaitsHasKeptNothing() {
        TicketId ticket = story.written("Where?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550"));
        story.answered(ticket, Commitments.none());
        heed.desk()
                .backoffice()
                .redrive(heed.desk().backoffice().deadLetters().get(0).id());
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        story.run();
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passesSlowly(Duration.ofHours(8));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aDeadLetterThatNamesATimeWhichNobodyKeepsIsNotSentAgain() {
        TicketId ticket = story.written("Where?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        heed.gateway().next(new SendOutcome.Rejected("550"));
        story.answered(ticket, Commitments.none().renegotiate(promise.id(), story.in(Duration.ofDays(200))));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        UUID dead = heed.desk().backoffice().deadLetters().get(0).id();
        assertThatThrownBy(() -> heed.desk().backoffice().redrive(dead))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nobody keeps");
    }

    @Test
    void aPromiseThatALostLetterPutOffIsNotKeptByOneThatWaits() {
        TicketId ticket = story.written("Where?");
        Promise first = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway()
                .next(new SendOutcome.Rejected("550"))
                .next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        Reply words = Reply.text("It takes a while.", Signature.of(DeskExtension.MARIA));
        Story.reading(heed.maria(), ticket)
                .reply(ticket, words, Commitments.none().renegotiate(first.id(), story.in(Duration.ofHours(100))));
        List<Promise> all = story.ticket(ticket).promises();
        PromiseId second = all.get(all.size() - 1).id();
        Story.reading(heed.maria(), ticket)
                .reply(ticket, words, Commitments.none().keep(second));
        story.passesSlowly(Duration.ofHours(6));
        assertThat(story.stateOf(ticket, first)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void whoWritesAgainWaitsSinceTheFirstTimeIfTheAnswerBetweenCameBack() {
        TicketId ticket = story.written("Where?");
        Promise reply = story.ticket(ticket).promises().get(0);
        story.passes(Duration.ofHours(1));
        story.answered(ticket, Commitments.none());
        OutboundMessage answer = heed.channel().lastSent();
        story.passes(Duration.ofHours(2));
        story.ana().write(ticket, "Hello? Is anybody there?");
        story.comesBack(answer);
        assertThat(story.ticket(ticket).openPromises()).extracting(Promise::id).containsExactly(reply.id());
        story.comes(reply.due().plusSeconds(1));
        assertThat(story.stateOf(ticket, reply)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void whoWritesAgainWaitsSinceTheFirstTimeIfTheAnswerBetweenWaitsInAQueue() {
        TicketId ticket = story.written("Where?");
        Promise reply = story.ticket(ticket).promises().get(0);
        story.passes(Duration.ofHours(1));
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        story.answered(ticket, Commitments.none());
        story.ana().write(ticket, "Hello? Is anybody there?");
        story.comes(reply.due().plusSeconds(1));
        assertThat(story.stateOf(ticket, reply)).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aLetterThatGetsThroughInTimeHasKeptWhatItKeeps() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.channel().goDown(ChannelUnavailableException.Kind.UNREACHABLE);
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passesSlowly(Duration.ofHours(2));
        heed.channel().comeBack();
        story.passesSlowly(Duration.ofHours(9));

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.KEPT);
        assertThat(story.alarms()).isEmpty();
    }

    @Test
    void aDeadLetterThatIsSentAfterAllKeepsWhatIsStillOpen() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550 no such user"));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.OPEN);

        heed.desk()
                .backoffice()
                .redrive(heed.desk().backoffice().deadLetters().get(0).id());
        story.run();

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.KEPT);
        assertThat(story.ticket(ticket).openPromises()).isEmpty();
    }

    @Test
    void aDeadLetterThatIsSentAfterAllMovesNoCallWhoseTimeHasPassedWhileBothTalk() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.CALLBACK, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550 no such user"));
        story.answered(ticket, Commitments.none().renegotiate(promise.id(), story.in(Duration.ofHours(9))));
        story.passes(Duration.ofHours(4));
        heed.maria().call(ticket, CallIntake.of("Ana", "030 1234"));
        story.passes(Duration.ofMinutes(90));

        heed.desk()
                .backoffice()
                .redrive(heed.desk().backoffice().deadLetters().get(0).id());
        story.run();

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.OPEN);
        heed.maria().endCall(ticket, new CallOutcome.CustomerEnded());
        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void aCallThatWasDueBeforeTheOneThatGoesOnIsBrokenWhenTheLetterThatPutItOffComesBack() {
        TicketId ticket = story.written("Where is my parcel?");
        Promise promise = story.promised(ticket, PromiseKind.CALLBACK, story.in(Duration.ofHours(5)));
        story.answered(ticket, Commitments.none().renegotiate(promise.id(), story.in(Duration.ofHours(9))));
        OutboundMessage lost = heed.channel().lastSent();
        story.passes(Duration.ofHours(6));
        heed.maria().call(ticket, CallIntake.of("Ana", "030 1234"));
        story.comesBack(lost);
        story.run();

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.BROKEN);
    }
}

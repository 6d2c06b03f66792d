package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.SnoozeDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.privacy.ExportAudience;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded.Why;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is put off is in nobody's way, comes back in time, and whoever put it off hears of it. */
class SnoozeScenarioTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
        story.passes(Duration.ofMinutes(5));
    }

    private SnoozeDesk snoozes() {
        return heed.maria().snoozes();
    }

    private void answeredAndPutOff(OnReply onReply) {
        story.answered(ticket, Commitments.none());
        snoozes().snooze(ticket, story.in(TWO_DAYS), onReply, "Ask the carrier.");
    }

    private List<TicketId> queue() {
        return heed.maria().queue(9).stream().map(Ticket::id).toList();
    }

    private List<TicketId> owned() {
        return heed.maria().owned(9).stream().map(Ticket::id).toList();
    }

    private SnoozeEnded ended() {
        List<SnoozeEnded> all = story.events(SnoozeEnded.class);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void whatWaitsForAnAnswerIsInNoQueueForAWhile() {
        assertThat(queue()).containsExactly(ticket);
        snoozes().snooze(ticket, story.in(Duration.ofHours(2)));

        assertThat(queue()).isEmpty();
        assertThat(owned()).isEmpty();
        assertThat(snoozes().mine(9)).extracting(Ticket::id).containsExactly(ticket);
        assertThat(story.ben().snoozes().mine(9)).isEmpty();
        assertThat(story.ben().snoozes().all(9)).extracting(Ticket::id).containsExactly(ticket);
        assertThat(heed.maria().getTicket(ticket).owner()).contains(MARIA.id());

        story.passes(Duration.ofHours(2));
        assertThat(queue()).containsExactly(ticket);
        assertThat(owned()).containsExactly(ticket);
        assertThat(snoozes().all(9)).isEmpty();
        assertThat(ended().why()).isEqualTo(Why.TIME);
        assertThat(ended().agent()).isEqualTo(MARIA.id());
    }

    @Test
    void itIsBackBeforeTheAnswerIsDueHoweverLongItWasPutOff() {
        var latest = snoozes().latest(ticket).orElseThrow();
        assertThatThrownBy(() -> snoozes().snooze(ticket, latest.plusSeconds(1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("OPEN_PROMISE")
                .hasMessageContaining(latest.toString());
        assertThat(queue()).containsExactly(ticket);

        snoozes().snooze(ticket, latest);
        story.comes(latest);
        assertThat(queue()).containsExactly(ticket);
        assertThat(story.ticket(ticket).overdue()).isFalse();
    }

    @Test
    void theCustomerWritesAndItIsBack() {
        answeredAndPutOff(OnReply.BREAK_ON_REPLY);
        story.ana().write(ticket, "Still nothing.");

        assertThat(queue()).containsExactly(ticket);
        assertThat(ended().why()).isEqualTo(Why.REPLY);
    }

    @Test
    void theCustomerFillsInAFormAndItIsBackIfAReplyWouldBringIt() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        story.ana().provide(ticket, "order-number", "4711");
        assertThat(queue()).doesNotContain(ticket);

        snoozes().snooze(ticket, snoozes().latest(ticket).orElseThrow(), OnReply.BREAK_ON_REPLY, "Ask the carrier.");
        story.ana().provide(ticket, "order-number", "4712");
        assertThat(queue()).containsExactly(ticket);
        assertThat(ended().why()).isEqualTo(Why.REPLY);
    }

    @Test
    void theCustomerWritesAndIsAnsweredInTimeAllTheSame() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        heed.channel().receive(Story.ANA, "By the way.");
        story.ana().write(ticket, "Still nothing.");
        assertThat(queue()).doesNotContain(ticket);

        story.comes(snoozes().latest(ticket).orElseThrow());
        assertThat(queue()).contains(ticket);
        assertThat(story.ticket(ticket).overdue()).isFalse();
        assertThat(ended().why()).isEqualTo(Why.DUE);
    }

    @Test
    void whatIsPromisedMeanwhileBringsItBack() {
        answeredAndPutOff(OnReply.BREAK_ON_REPLY);
        story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        assertThat(snoozes().mine(9)).hasSize(1);

        story.passes(Duration.ofHours(4));
        assertThat(snoozes().mine(9)).isEmpty();
        assertThat(owned()).containsExactly(ticket);
        assertThat(ended().why()).isEqualTo(Why.DUE);
    }

    @Test
    void theDeputySeesIt() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        story.isAway(MARIA, Story.BEN, Duration.ofDays(3));
        story.run();

        assertThat(story.ben().owned(9)).extracting(Ticket::id).containsExactly(ticket);
        assertThat(ended().why()).isEqualTo(Why.OTHER_OWNER);
        assertThat(ended().agent()).isEqualTo(MARIA.id());
    }

    @Test
    void aColleagueCanHaveItBackAndNotPutItOff() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        SnoozeDesk bens = story.ben().snoozes();
        assertThatThrownBy(() -> bens.snooze(ticket, story.in(TWO_DAYS))).isInstanceOf(InvalidInputException.class);

        assertThat(bens.unsnooze(ticket).snooze()).isEmpty();
        assertThat(ended().by()).contains(Story.BEN.id());
        assertThat(bens.unsnooze(ticket).snooze()).isEmpty();
        assertThat(story.events(SnoozeEnded.class)).hasSize(1);
    }

    @Test
    void silenceGoesOnBehindIt() {
        story.answered(ticket, Commitments.none());
        snoozes().snooze(ticket, story.in(Duration.ofDays(60)));
        story.passesSlowly(Duration.ofDays(20));

        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ended().why()).isEqualTo(Why.CLOSED);
    }

    @Test
    void whatToDoNextIsToTakeItUpAgain() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        story.ana().disagree(ticket, "It is not.");
        story.answered(ticket, Commitments.none());
        snoozes().snooze(ticket, story.in(TWO_DAYS));

        assertThat(heed.maria().nextAction(ticket).orElseThrow().kind()).isEqualTo(NextAction.Kind.TAKE_UP_AGAIN);
    }

    @Test
    void mergingShowsBothAndUnmergingHidesNone() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        TicketId other = story.written("Another question.");
        story.answered(other, Commitments.none());
        snoozes().snooze(other, story.in(TWO_DAYS));

        heed.maria().mergeInto(other, ticket, "The same.");
        assertThat(story.events(SnoozeEnded.class))
                .extracting(SnoozeEnded::why)
                .containsExactly(Why.MERGED, Why.MERGED);
        heed.maria().structure().unmerge(other, "Not the same.");
        assertThat(snoozes().all(9)).isEmpty();
        assertThat(owned()).containsExactlyInAnyOrder(ticket, other);
    }

    @Test
    void whatIsDeletedIsBackWithoutASnooze() {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        story.olga().structure().delete(ticket, "A test.");
        assertThat(snoozes().all(9)).isEmpty();
        assertThat(ended().why()).isEqualTo(Why.DELETED);

        story.olga().structure().restore(ticket);
        assertThat(owned()).containsExactly(ticket);
    }

    @Test
    void noCustomerReadsTheMemoAndWhoIsForgottenLeavesNone() throws IOException {
        answeredAndPutOff(OnReply.SURVIVE_REPLY);
        var customer = story.ticket(ticket).customer();
        var privacy = heed.desk().backoffice().privacy();

        assertThat(story.events(Snoozed.class).get(0)).asString().doesNotContain("carrier");
        assertThat(story.ticket(ticket).snooze().orElseThrow()).asString().doesNotContain("carrier");
        assertThat(story.ana().getTicket(ticket).toString()).doesNotContain("carrier");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        privacy.export(customer, ExportAudience.CUSTOMER, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Where is my parcel?")
                .doesNotContain("carrier");
        privacy.erase(customer, "She asked for it.");
        assertThat(heed.maria().history(ticket))
                .filteredOn(Snoozed.class::isInstance)
                .extracting(event -> ((Snoozed) event).memo())
                .containsExactly("[erased]");
        assertThat(snoozes().all(9)).isEmpty();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> snoozes().snooze(ticket, story.in(Duration.ZERO)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> snoozes().snooze(ticket, story.in(Duration.ofDays(400))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> snoozes().snooze(new TicketId(new UUID(1, 1)), story.in(TWO_DAYS)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> snoozes().mine(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> snoozes().latest(new TicketId(new UUID(1, 1)))).isInstanceOf(NotFoundException.class);
        assertThat(story.ticket(ticket).snooze()).isEmpty();
    }
}

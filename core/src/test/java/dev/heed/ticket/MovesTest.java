package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.Streams;
import dev.heed.error.HeedException;
import dev.heed.error.IllegalTransitionException;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.Lifecycle.Mover;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status, and every move. */
class MovesTest {
    private static final Instant HOLD = TicketStory.START.plus(Duration.ofHours(2));

    /** What each move makes of NEW, OPEN, PENDING, ON_HOLD, SOLVED and CLOSED; a dash where it is not possible. */
    private static final List<String> TABLE = List.of(
            "CUSTOMER_WRITES         | NEW     OPEN    OPEN    OPEN    OPEN    OPEN",
            "CUSTOMER_CONFIRMS       | -       CLOSED  CLOSED  CLOSED  CLOSED  CLOSED",
            "AGENT_ANSWERS           | PENDING PENDING PENDING PENDING PENDING CLOSED",
            "AGENT_PROPOSES_SOLUTION | SOLVED  SOLVED  SOLVED  SOLVED  SOLVED  -",
            "AGENT_HOLDS             | ON_HOLD ON_HOLD ON_HOLD ON_HOLD -       -",
            "AGENT_EXEMPTS           | CLOSED  CLOSED  CLOSED  CLOSED  CLOSED  -",
            "HOLD_ENDS               | -       -       -       OPEN    -       -",
            "ANSWER_IS_LOST          | -       OPEN    OPEN    OPEN    OPEN    OPEN",
            "SILENCE_ELAPSES         | -       -       CLOSED  -       CLOSED  -");

    static Stream<Arguments> everyStatusAndMove() {
        return TABLE.stream().flatMap(row -> {
            List<String> cells = Splitter.onPattern("[ |]+").splitToList(row);
            return Streams.zip(
                    Stream.of(TicketStatus.values()),
                    cells.stream().skip(1),
                    (from, to) -> Arguments.of(from, Move.valueOf(cells.get(0)), to));
        });
    }

    @ParameterizedTest(name = "{1} makes {0} {2}")
    @MethodSource("everyStatusAndMove")
    void isDeclaredInTheTable(TicketStatus from, Move move, String to) {
        assertThat(Lifecycle.after(from, move).map(Enum::name).orElse("-")).isEqualTo(to);
        assertThat(Lifecycle.from(from).contains(move)).isEqualTo(!to.equals("-"));
    }

    @ParameterizedTest(name = "{1} makes {0} {2}")
    @MethodSource("everyStatusAndMove")
    void isWhatCommandsDo(TicketStatus from, Move move, String to) {
        boolean confirmed =
                from == TicketStatus.CLOSED && move != Move.ANSWER_IS_LOST; // which takes back silence alone
        TicketStory story = from != TicketStatus.CLOSED || confirmed ? in(from) : silent(in(TicketStatus.SOLVED));
        assertThat(story.ticket().status()).isEqualTo(from);
        try {
            made(story, move);
        } catch (HeedException refused) {
            assertThat(to).as("%s", refused.getMessage()).isEqualTo("-");
        }
        assertThat(story.ticket().status()).hasToString(to.equals("-") ? from.name() : to);
    }

    @Test
    void areAllInTheTable() {
        assertThat(everyStatusAndMove().map(row -> row.get()[1]).distinct())
                .containsExactlyInAnyOrder((Object[]) Move.values());
    }

    @Test
    void ofAnAgentCloseOnlyByExemption() {
        assertThat(EnumSet.allOf(Move.class).stream()
                        .filter(move -> move.mover() == Mover.AGENT)
                        .filter(move -> EnumSet.complementOf(EnumSet.of(TicketStatus.CLOSED)).stream()
                                .map(from -> Lifecycle.after(from, move))
                                .anyMatch(Optional.of(TicketStatus.CLOSED)::equals)))
                .containsExactly(Move.AGENT_EXEMPTS);
    }

    @Test
    void thatAreNotPossibleNameThoseThatAre() {
        TicketStory closed = in(TicketStatus.CLOSED);
        assertThatThrownBy(() -> closed.isHeldUntil(closed.now().plus(Duration.ofDays(1))))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("Ticket 1001 is CLOSED")
                .hasMessageContaining(Lifecycle.from(TicketStatus.CLOSED).toString());
    }

    /** As it is reached in life; wherever it can be, after an answer. */
    private static TicketStory in(TicketStatus status) {
        TicketStory story = TicketStory.owned();
        return switch (status) {
            case NEW -> story;
            case OPEN -> story.agentAnswers().isHeldUntil(HOLD).wakesAt(HOLD);
            case PENDING -> story.agentAnswers();
            case ON_HOLD -> story.agentAnswers().isHeldUntil(HOLD);
            case SOLVED -> story.agentProposesSolution();
            case CLOSED -> story.agentProposesSolution().customerConfirms();
        };
    }

    private static TicketStory made(TicketStory story, Move move) {
        Supplier<TicketStory> step = switch (move) {
            case CUSTOMER_WRITES -> story::customerWrites;
            case CUSTOMER_CONFIRMS -> story::customerConfirms;
            case AGENT_ANSWERS -> story::agentAnswers;
            case AGENT_PROPOSES_SOLUTION -> story::agentProposesSolution;
            case AGENT_HOLDS -> () -> story.isHeldUntil(story.now().plusSeconds(120));
            case AGENT_EXEMPTS -> () -> exempted(story);
            case HOLD_ENDS -> () -> story.wakesAt(latest(story.now(), HOLD));
            case ANSWER_IS_LOST -> () -> lost(story);
            case SILENCE_ELAPSES -> () -> silent(story);
        };
        return step.get();
    }

    /** Closed again it is not: the closing it has is the closing it keeps. */
    private static TicketStory exempted(TicketStory story) {
        Optional<Closing> before = story.ticket().closing();
        story.isExempted(Exemption.DUPLICATE);
        before.ifPresent(closing -> assertThat(story.ticket().closing()).contains(closing));
        return story;
    }

    private static TicketStory lost(TicketStory story) {
        return story.ticket()
                .lastAnswer()
                .map(answer -> story.then(new DeliveryCommand.RecordFailure(answer, "mailbox full")))
                .orElse(story);
    }

    /** Whoever can be asked is asked, and says nothing for weeks; what was promised is not due yet. */
    private static TicketStory silent(TicketStory story) {
        for (int reminder = 0; reminder < 2; reminder++) {
            Instant next = story.ticket().wakeAt(TicketStory.POLICY).orElse(story.now());
            if (story.ticket()
                    .closingDateToAnnounce(new Context(next, TicketStory.POLICY))
                    .isPresent()) {
                story.customerIsReminded().lastMessageIsDelivered();
            }
        }
        return story.ticket().status() == TicketStatus.ON_HOLD
                ? story
                : story.wakesAt(story.now().plus(Duration.ofDays(21)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

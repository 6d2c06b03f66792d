package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.HeedException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Author;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who can close a ticket, and who cannot. */
class LifecycleTest {
    private static final int LONGEST_SEQUENCE = 3;

    /** One reminder, and the customer has three business days: within reach of the longest sequence. */
    private static final TicketPolicy POLICY = TicketPolicy.builder(TicketStory.HOURS)
            .silence(new SilencePolicy(1, 1, 3))
            .build();

    private static final List<List<Function<Ticket, TicketCommand>>> COMMANDS_OF_THE_SHOP = IntStream.range(
                    0, LONGEST_SEQUENCE)
            .mapToObj(step -> commandsOfTheShop(timeOf(step)))
            .toList();

    private final TicketStory story = TicketStory.opened();

    /** Everything but what the customer does, and but the exemptions: all that agents, bots, channels and time can do. */
    @Nested
    class WhoeverIsNotTheCustomer {
        private final Set<Class<?>> closings = new HashSet<>();
        private int visited;

        @Test
        void closesATicketByNoSequenceOfCommandsButByLettingSilencePassAfterAReminderThatArrived() {
            for (Ticket start : oneTicketInEachStatus(POLICY).values()) {
                if (start.status() != TicketStatus.CLOSED) {
                    visit(start, 0, false);
                }
            }
            assertThat(closings).containsExactly(Closing.Silence.class);
            assertThat(visited).as("tickets looked at").isGreaterThan(5 * 14 * 14 * 14);
        }

        private void visit(Ticket ticket, int step, boolean asked) {
            visited++;
            if (ticket.status() == TicketStatus.CLOSED) {
                assertThat(asked).as("asked before %s", ticket).isTrue();
                closings.add(ticket.closing().orElseThrow().getClass());
            } else if (step < LONGEST_SEQUENCE) {
                visit(ticket, step + 1, asked); // instead of all that change nothing
                for (Function<Ticket, TicketCommand> command : COMMANDS_OF_THE_SHOP.get(step)) {
                    List<TicketEvent> events = decided(ticket, command.apply(ticket), timeOf(step));
                    if (!events.isEmpty()) {
                        visit(
                                ticket.apply(events),
                                step + 1,
                                asked || events.stream().anyMatch(this::deliversAReminder));
                    }
                }
            }
        }

        private boolean deliversAReminder(TicketEvent event) {
            return event instanceof ConversationEvent.Delivered delivered
                    && delivered.message().value().startsWith("reminder");
        }

        private List<TicketEvent> decided(Ticket ticket, TicketCommand command, Instant now) {
            try {
                return ticket.decide(command, new Context(now, POLICY)).events();
            } catch (HeedException refused) {
                return List.of();
            }
        }
    }

    /** A week apart: whatever time can do, it has done by then. */
    private static Instant timeOf(int step) {
        return TicketStory.START.plus(Duration.ofDays(7L * (step + 1)));
    }

    private static List<Function<Ticket, TicketCommand>> commandsOfTheShop(Instant now) {
        List<Function<Ticket, TicketCommand>> commands = new ArrayList<>();
        List.of(
                        TicketStory.answer(now, Commitments.none()),
                        TicketStory.answer(now, Commitments.none().solve(Resolution.FIXED)),
                        TicketStory.answer(
                                now, Commitments.none().promise(PromiseKind.ACTION, "Sent.", now.plusSeconds(60))),
                        TicketStory.answer(now, Commitments.none().apologise()),
                        new ConversationCommand.BotMessage(
                                TicketStory.automatic("bot", now, new Author.ByBot("Tracker", Optional.empty()))),
                        new ConversationCommand.Acknowledge(
                                TicketStory.automatic("ack", now, new Author.BySystem(Optional.empty()))),
                        new NoteCommand.AddNote(TicketStory.note(now)),
                        new OwnershipCommand.HandOver(TicketStory.JANA, "Takes it over.", "Nothing was tried yet."),
                        TicketStory.hold(now.plusSeconds(60)),
                        new PromiseCommand.KeepPromise(new PromiseId(2), "Sent it."),
                        new CallCommand.StartCall(TicketStory.MARIA, CallIntake.numberRefused("Anna")),
                        new CallCommand.EndCall(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED)),
                        new CallCommand.EndCall(TicketStory.MARIA, new CallOutcome.Dropped()),
                        new LifecycleCommand.Absorb(
                                TicketStory.OTHER,
                                Optional.of(TicketStory.expectedFrom(now)),
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new DeliveryCommand.RecordUnreachable("No address."),
                        new TimeCommand.Wake(TicketStory.OWNER, true),
                        TicketStory.remind(now, now.plus(Duration.ofDays(10))),
                        TicketStory.receive(now, true))
                .forEach(command -> commands.add(ticket -> command));
        commands.add(ticket -> new DeliveryCommand.RecordDelivery(lastMessage(ticket), Optional.empty()));
        commands.add(ticket -> new DeliveryCommand.RecordFailure(lastMessage(ticket), "mailbox full"));
        commands.add(ticket -> new DeliveryCommand.RecordBounce(lastMessage(ticket), "no such mailbox"));
        return commands;
    }

    private static MessageId lastMessage(Ticket ticket) {
        return ticket.messages().get(ticket.messages().size() - 1).id();
    }

    /** Each status, reached as it is reached in life. */
    private static Map<TicketStatus, Ticket> oneTicketInEachStatus(TicketPolicy policy) {
        Map<TicketStatus, Ticket> tickets = new EnumMap<>(TicketStatus.class);
        List.of(
                        TicketStory.owned(policy),
                        TicketStory.owned(policy).agentAnswers().customerWrites(),
                        TicketStory.owned(policy).agentAnswers(),
                        TicketStory.owned(policy).agentAnswers().isHeldUntil(TicketStory.START.plusSeconds(900)),
                        TicketStory.owned(policy).agentProposesSolution(),
                        TicketStory.owned(policy).agentProposesSolution().customerConfirms())
                .forEach(told -> tickets.put(told.ticket().status(), told.ticket()));
        assertThat(tickets).containsOnlyKeys(TicketStatus.values());
        return tickets;
    }

    @Nested
    class TheCustomer {
        @Test
        void closesWhatWasAnswered() {
            assertThat(story.agentAnswers().customerConfirms().ticket().status())
                    .isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void closesWhatIsHeldForSolved() {
            assertThat(story.agentProposesSolution().customerConfirms().ticket().status())
                    .isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void confirmsTwiceAsOnce() {
            Ticket closed = story.agentProposesSolution().customerConfirms().ticket();
            assertThat(story.customerConfirms().ticket()).isEqualTo(closed);
        }

        @Test
        void cannotCloseWhatNobodyAnswered() {
            assertNoFinalMessage();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.NEW);
        }

        @Test
        void cannotCloseWhenTheLastWordIsTheirOwn() {
            story.agentAnswers().customerWrites();
            assertNoFinalMessage();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        }

        @Test
        void cannotCloseAfterABotHadTheLastWord() {
            story.agentAnswers().customerWrites().botWrites();
            assertNoFinalMessage();
        }

        private void assertNoFinalMessage() {
            assertThatThrownBy(story::customerConfirms)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo(PracticeCode.NO_FINAL_MESSAGE))
                    .hasMessageContaining("Ticket 1001")
                    .hasMessageContaining("Let a person answer");
        }
    }
}

package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that is tried on a ticket, allowed or not, some time after what was tried before.
 *
 * @param choice says which message, promise or time is meant
 */
record Attempt(Deed deed, Duration pause, int choice) {
    private static final CustomFields FIELDS = CustomFields.of(List.of(CustomField.number("weight", "Weight")));

    /** What can be tried. */
    enum Deed {
        CUSTOMER_WRITES(6),
        CUSTOMER_DISPUTES(1),
        AUTO_RESPONDER_WRITES(2),
        ACKNOWLEDGE(2),
        AGENT_ANSWERS(4),
        AGENT_PROPOSES_SOLUTION(5),
        AGENT_PROMISES(3),
        AGENT_KEEPS_AND_APOLOGISES(4),
        AGENT_RENEGOTIATES(2),
        BOT_WRITES(2),
        AGENT_NOTES(8),
        REMIND(8),
        TAKE(1),
        ROUTE(1),
        HAND_OVER(2),
        DEPUTISE(1),
        CLASSIFY(1),
        HOLD(3),
        PUT_OFF(6),
        SHOW_AGAIN(1),
        KEEP_PROMISE(2),
        RELEASE_PROMISE(1),
        CONFIRM(3),
        EXEMPT(1),
        ABSORB(1),
        START_CALL(2),
        END_CALL(4),
        WAKE(14),
        DELIVER(5),
        DELIVER_LAST(5),
        DELAY(2),
        FAIL(2),
        BOUNCE(2),
        UNREACHABLE(1),
        OWED_ELSEWHERE(1),
        REDRIVE(1),
        TAG(1),
        SET_FIELD(1),
        REFER(1);

        private final int frequency;

        Deed(int frequency) {
            this.frequency = frequency;
        }
    }

    /** Any attempt: often at the same instant as the one before, sometimes after weeks, rarely after a year. */
    static Arbitrary<Attempt> any() {
        Arbitrary<Deed> deeds = Arbitraries.frequency(Arrays.stream(Deed.values())
                .map(deed -> Tuple.of(deed.frequency, deed))
                .toList());
        Arbitrary<Duration> pauses = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Duration.ZERO)),
                Tuple.of(10, Arbitraries.integers().between(1, 600).map(Duration::ofMinutes)),
                Tuple.of(5, Arbitraries.integers().between(10, 80).map(Duration::ofHours)),
                Tuple.of(2, Arbitraries.integers().between(1, 5).map(weeks -> Duration.ofDays(7L * weeks))),
                Tuple.of(1, Arbitraries.integers().between(1, 1000).map(Duration::ofDays)));
        return Combinators.combine(deeds, pauses, Arbitraries.integers().between(0, 59))
                .as(Attempt::new);
    }

    TicketCommand on(Ticket ticket, Instant now) {
        Author person = new Author.ByAgent(agent());
        Author program = new Author.BySystem(Optional.empty());
        return switch (deed) {
            case CUSTOMER_WRITES -> new ConversationCommand.Receive(inbound(ticket, now, false), expected(now), false);
            case CUSTOMER_DISPUTES -> new ConversationCommand.Receive(inbound(ticket, now, false), expected(now), true);
            case AUTO_RESPONDER_WRITES ->
                new ConversationCommand.Receive(inbound(ticket, now, true), expected(now), false);
            case ACKNOWLEDGE -> new ConversationCommand.Acknowledge(message(ticket, now, program, Direction.OUTBOUND));
            case AGENT_ANSWERS,
                    AGENT_PROPOSES_SOLUTION,
                    AGENT_PROMISES,
                    AGENT_KEEPS_AND_APOLOGISES,
                    AGENT_RENEGOTIATES ->
                new ConversationCommand.Answer(
                        message(ticket, now, person, Direction.OUTBOUND), commitments(ticket, now));
            case BOT_WRITES ->
                new ConversationCommand.BotMessage(
                        message(ticket, now, new Author.ByBot("Tracker", Optional.empty()), Direction.OUTBOUND));
            case AGENT_NOTES -> NoteAttempts.on(ticket, now, agent(), choice);
            case REMIND ->
                new TimeCommand.Remind(
                        message(ticket, now, program, Direction.OUTBOUND),
                        ticket.closingDateToAnnounce(new Context(now, TicketStory.POLICY))
                                .orElse(now));
            case DELIVER -> new DeliveryCommand.RecordDelivery(someMessage(ticket), Optional.empty());
            case DELIVER_LAST -> new DeliveryCommand.RecordDelivery(lastMessage(ticket), Optional.empty());
            case DELAY -> new DeliveryCommand.RecordDelay(someMessage(ticket), "server unreachable");
            case FAIL -> new DeliveryCommand.RecordFailure(someMessage(ticket), "mailbox full");
            case BOUNCE -> new DeliveryCommand.RecordBounce(someMessage(ticket), "no such mailbox");
            case UNREACHABLE -> new DeliveryCommand.RecordUnreachable("No address.");
            case OWED_ELSEWHERE ->
                new DeliveryCommand.RecordOwedElsewhere(
                        TicketStory.OTHER,
                        Optional.of(expected(now)).filter(any -> choice % 2 == 0),
                        owedElsewhere(now));
            case REDRIVE -> new DeliveryCommand.RecordRedrive(someMessage(ticket));
            default -> withoutWords(ticket, now);
        };
    }

    private TicketCommand withoutWords(Ticket ticket, Instant now) {
        return switch (deed) {
            case TAKE -> {
                TicketCommand take = new OwnershipCommand.Take(agent(), "Is free.");
                yield choice % 4 > 0
                        ? take
                        : new TicketCommand.Overrule(
                                take, PracticeCode.HANDOVER_WITHOUT_SUMMARY, agent(), "She is ill.");
            }
            case ROUTE -> new OwnershipCommand.Route(agent(), "Was asked for.");
            case HAND_OVER ->
                new OwnershipCommand.HandOver(agent(), "Knows more.", choice == 0 ? " " : "A new one is sent.");
            case DEPUTISE -> new OwnershipCommand.Deputise(agent(), TicketStory.OWNER);
            case CLASSIFY ->
                new LifecycleCommand.Classify(oneOf(TicketKind.values()), agent(), choice > 30, "Says so.");
            case HOLD -> TicketStory.hold(later(now));
            case PUT_OFF -> putOff(now);
            case SHOW_AGAIN -> new SnoozeCommand.ShowAgain(agent());
            case KEEP_PROMISE -> new PromiseCommand.KeepPromise(somePromise(ticket), "Sent it.");
            case RELEASE_PROMISE ->
                new PromiseCommand.ReleasePromise(
                        somePromise(ticket), choice == 0 ? CustomerId.of("c-43") : TicketStory.CUSTOMER);
            case CONFIRM -> new LifecycleCommand.Confirm(TicketStory.CUSTOMER);
            case EXEMPT -> TicketStory.exempt(oneOf(Exemption.values()));
            case ABSORB ->
                new LifecycleCommand.Absorb(
                        TicketStory.OTHER,
                        Optional.of(expected(now)).filter(any -> choice % 3 > 0),
                        choice % 7 == 0,
                        choice % 2 == 0,
                        Optional.of(new MessageId("elsewhere-" + choice)).filter(any -> choice % 5 > 0),
                        Optional.empty());
            case START_CALL ->
                new CallCommand.StartCall(
                        agent(),
                        choice % 2 == 0 ? CallIntake.of("Anna", "030 1234") : CallIntake.numberRefused("Anna"));
            case END_CALL -> new CallCommand.EndCall(agent(), outcome(now));
            case WAKE -> new TimeCommand.Wake(TicketStory.OWNER, choice % 4 > 0);
            case TAG, SET_FIELD, REFER -> filing();
            default -> throw new IllegalStateException(deed.toString());
        };
    }

    private SnoozeCommand putOff(Instant now) {
        Instant until = choice == 59 ? now.plus(Duration.ofDays(400)) : later(now);
        String memo = choice == 58 ? "x".repeat(Snooze.LONGEST_MEMO + 1) : "Ask again.";
        return new SnoozeCommand.PutOff(until, agent(), oneOf(OnReply.values()), memo);
    }

    private FilingCommand filing() {
        Optional<AgentId> by = Optional.of(agent());
        FieldKey field = choice % 3 == 0 ? FieldKey.of("never-declared") : FieldKey.of("weight");
        List<Tag> tags = List.of(Tag.of("tag " + choice % 4), Tag.of("tag 5"));
        List<Reference> orders = List.of(Reference.order("A-" + choice % 4));
        return switch (deed) {
            case TAG ->
                choice % 2 == 0
                        ? new FilingCommand.AddTags(tags, by)
                        : new FilingCommand.RemoveTags(tags.subList(0, 1), by);
            case REFER ->
                choice % 2 == 0
                        ? new FilingCommand.AddReferences(orders, by)
                        : new FilingCommand.RemoveReferences(orders, by);
            default ->
                choice % 4 == 1
                        ? new FilingCommand.ClearFields(List.of(field), FIELDS, by)
                        : new FilingCommand.SetFields(
                                List.of(new FilingCommand.FieldChange(field, FieldValue.of(choice))), FIELDS, by);
        };
    }

    private List<Promise> owedElsewhere(Instant now) {
        List<PromiseKind> kinds =
                List.of(PromiseKind.FIND_OUT, PromiseKind.APOLOGY).subList(choice % 3 / 2, 2);
        Instant due = choice % 5 == 0 ? now.minusSeconds(60) : later(now);
        return kinds.stream()
                .map(kind -> new Promise(
                        new PromiseId(1),
                        kind,
                        "We tell you.",
                        Optional.empty(),
                        now.minusSeconds(3600),
                        due,
                        ZoneOffset.UTC,
                        PromiseState.KEPT))
                .toList();
    }

    private Commitments commitments(Ticket ticket, Instant now) {
        return switch (deed) {
            case AGENT_PROPOSES_SOLUTION -> Commitments.none().solve(oneOf(Resolution.values()));
            case AGENT_PROMISES ->
                Commitments.none()
                        .promise(
                                choice % 2 == 0 ? PromiseKind.ACTION : PromiseKind.FIND_OUT,
                                "We look after it.",
                                later(now));
            case AGENT_KEEPS_AND_APOLOGISES ->
                Commitments.none().keep(someMovable(ticket)).apologise();
            case AGENT_RENEGOTIATES -> Commitments.none().renegotiate(someMovable(ticket), later(now));
            default -> Commitments.none();
        };
    }

    private CallOutcome outcome(Instant now) {
        return switch (choice % 5) {
            case 0 -> new CallOutcome.Solved(Resolution.FIXED);
            case 1 -> new CallOutcome.CallbackPromised("Whether it arrived.", later(now));
            case 2 -> new CallOutcome.WarmTransfer(agent(), "A new one is sent.");
            case 3 -> new CallOutcome.CustomerEnded();
            default -> new CallOutcome.Dropped();
        };
    }

    /** Mostly one that an agent has made and that is open. */
    private PromiseId someMovable(Ticket ticket) {
        return ticket.openPromises().stream()
                .filter(promise -> promise.kind().madeByAgents() && choice > 5)
                .map(Promise::id)
                .findFirst()
                .orElse(somePromise(ticket));
    }

    private <T> T oneOf(T[] all) {
        return all[choice % all.length];
    }

    private AgentId agent() {
        return choice < 30 ? TicketStory.MARIA : TicketStory.JANA;
    }

    /** Mostly ahead. */
    private Instant later(Instant now) {
        return now.plus(Duration.ofMinutes(45L * choice));
    }

    private ExpectedReply expected(Instant now) {
        return new ExpectedReply(now.plus(Duration.ofMinutes(30L * choice)), "in a while", TicketStory.ZONE);
    }

    private MessageId someMessage(Ticket ticket) {
        return ticket.messages()
                .get(Math.max(0, ticket.messages().size() - 1 - choice % 5))
                .id();
    }

    private static MessageId lastMessage(Ticket ticket) {
        return ticket.messages().get(ticket.messages().size() - 1).id();
    }

    /** One of the latest, or one that does not exist. */
    private PromiseId somePromise(Ticket ticket) {
        return new PromiseId(Math.max(1, ticket.promises().size() + 1 - choice % 5));
    }

    private static Message inbound(Ticket ticket, Instant now, boolean automatic) {
        return builder(ticket, now, new Author.ByCustomer(TicketStory.CUSTOMER), Direction.INBOUND)
                .automatic(automatic)
                .build();
    }

    private static Message message(Ticket ticket, Instant now, Author author, Direction direction) {
        Message.Builder builder = builder(ticket, now, author, direction);
        return author instanceof Author.ByAgent && direction == Direction.OUTBOUND
                ? builder.signature(Signature.of("Maria Keller").withEmployeeId("E-1001"))
                        .build()
                : builder.build();
    }

    private static Message.Builder builder(Ticket ticket, Instant now, Author author, Direction direction) {
        MessageId id = new MessageId("m" + ticket.messages().size());
        return Message.builder(id, author, direction, now, "About the lens cap.");
    }
}

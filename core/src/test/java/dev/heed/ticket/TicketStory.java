package dev.heed.ticket;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells what happens to one ticket, step by step, and keeps its history. Each step is a minute after the one before, and
 * after each {@link TicketInvariants} hold.
 */
final class TicketStory {
    /** A Monday, when the shop opens. */
    static final Instant START = Instant.parse("2026-06-08T07:00:00Z");

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final CustomerId CUSTOMER = CustomerId.of("c-42");
    static final AgentId MARIA = AgentId.of("maria");
    static final AgentId JANA = AgentId.of("jana");
    static final AgentId OWNER = AgentId.of("owner");
    static final TicketId OTHER = new TicketId(new UUID(7, 2));
    static final Duration TARGET = Duration.ofHours(8);
    static final BusinessHours HOURS = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), ZONE);
    static final TicketPolicy POLICY = TicketPolicy.builder(HOURS)
            .consultExpertAfter(Duration.ofHours(20))
            .rephraseBeforeSolving(false) // DiagnosisTest is about that
            .findCauseBeforeSolving(false)
            .build();
    private static final Duration STEP = Duration.ofMinutes(1);

    private final TicketInvariants invariants;
    private final TicketPolicy policy;
    private List<TicketEvent> latest = List.of();
    private Ticket ticket;
    private Instant now = START;

    private TicketStory(TicketPolicy policy) {
        this.policy = policy;
        Ticket.Step step = Ticket.open(openWith(inbound(START, false)), new Context(START, policy));
        invariants = new TicketInvariants(step);
        ticket = step.ticket();
    }

    /** A customer has just come with something new. */
    static TicketStory opened() {
        return new TicketStory(POLICY);
    }

    static TicketStory opened(TicketPolicy policy) {
        return new TicketStory(policy);
    }

    /** A customer has come with something new, and Maria has taken it. */
    static TicketStory owned() {
        return owned(POLICY);
    }

    static TicketStory owned(TicketPolicy policy) {
        return opened(policy).isTakenBy(MARIA);
    }

    static LifecycleCommand.Open openWith(Message message) {
        return new LifecycleCommand.Open(
                new TicketId(new UUID(7, 1)),
                1001,
                CUSTOMER,
                Optional.of(EmailAddress.of("anna@customer.example")),
                ChannelId.of("email"),
                "Broken lens cap",
                Optional.empty(),
                message,
                expectedFrom(START));
    }

    Ticket ticket() {
        return ticket;
    }

    List<TicketEvent> history() {
        return invariants.history();
    }

    /** The events of the latest step. */
    List<TicketEvent> latest() {
        return latest;
    }

    Instant now() {
        return now;
    }

    TicketPolicy policy() {
        return policy;
    }

    /** Lets time pass before the next step. */
    TicketStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Makes the next step happen at this very instant. */
    TicketStory at(Instant instant) {
        now = instant.minus(STEP);
        return this;
    }

    /** Decides and applies a command, a minute later. */
    TicketStory then(TicketCommand command) {
        Instant next = now.plus(STEP);
        Context context = new Context(next, policy);
        Ticket.Step step = ticket.decide(command, context);
        latest = step.events();
        invariants.check(ticket, command, step, context);
        ticket = step.ticket();
        now = next;
        return this;
    }

    TicketStory customerWrites() {
        return then(receive(now.plus(STEP), false));
    }

    TicketStory customerDisputes() {
        Instant at = now.plus(STEP);
        return then(new ConversationCommand.Receive(inbound(at, false), expectedFrom(at), true));
    }

    TicketStory autoResponderWrites() {
        return then(receive(now.plus(STEP), true));
    }

    TicketStory customerConfirms() {
        return then(new LifecycleCommand.Confirm(CUSTOMER));
    }

    TicketStory isAcknowledged() {
        return then(new ConversationCommand.Acknowledge(
                automatic("ack", now.plus(STEP), new Author.BySystem(Optional.of(MARIA)))));
    }

    TicketStory botWrites() {
        return then(new ConversationCommand.BotMessage(
                automatic("bot", now.plus(STEP), new Author.ByBot("Parcel tracker", Optional.of(MARIA)))));
    }

    TicketStory agentNotes() {
        return then(new NoteCommand.AddNote(note(now.plus(STEP))));
    }

    TicketStory agentAnswers() {
        return agentAnswers(Commitments.none());
    }

    TicketStory agentAnswers(Commitments commitments) {
        return then(answer(now.plus(STEP), commitments));
    }

    TicketStory agentProposesSolution() {
        return agentAnswers(Commitments.none().solve(Resolution.FIXED));
    }

    TicketStory agentPromises(PromiseKind kind, Instant due) {
        return agentAnswers(Commitments.none().promise(kind, "We look after it.", due));
    }

    TicketStory isTakenBy(AgentId agent) {
        return then(new OwnershipCommand.Take(agent, "Is free."));
    }

    TicketStory isHandedOverTo(AgentId agent) {
        return then(new OwnershipCommand.HandOver(agent, "Knows lenses.", "The cap is broken; a new one was ordered."));
    }

    TicketStory isHeldUntil(Instant until) {
        return then(hold(until));
    }

    TicketStory isClassifiedAs(TicketKind kind) {
        return then(new LifecycleCommand.Classify(kind, MARIA, false, "Says so."));
    }

    TicketStory isExempted(Exemption exemption) {
        return then(exempt(exemption));
    }

    TicketStory wakes() {
        return then(new TimeCommand.Wake(OWNER, true));
    }

    TicketStory wakesAt(Instant instant) {
        return at(instant).wakes();
    }

    /** Time comes to the next appointment. */
    TicketStory wakesWhenDue() {
        return wakesAt(wakeAt());
    }

    Instant wakeAt() {
        return ticket.wakeAt(policy).orElseThrow();
    }

    /** The customer is asked, at the next appointment; its message is the last of the ticket. */
    TicketStory customerIsReminded() {
        Instant at = wakeAt();
        Instant closesAt = ticket.closingDateToAnnounce(new Context(at, policy)).orElseThrow();
        at(at).then(remind(at, closesAt));
        return this;
    }

    TicketStory lastMessageIsDelivered() {
        return then(new DeliveryCommand.RecordDelivery(lastMessage(), Optional.empty()));
    }

    TicketStory lastMessageFails() {
        return then(new DeliveryCommand.RecordFailure(lastMessage(), "mailbox full"));
    }

    TicketStory lastMessageBounces() {
        return then(new DeliveryCommand.RecordBounce(lastMessage(), "no such mailbox"));
    }

    TicketStory callStarts(AgentId by) {
        return then(new CallCommand.StartCall(by, CallIntake.of("Anna", "030 1234")));
    }

    TicketStory callEnds(AgentId by, CallOutcome outcome) {
        return then(new CallCommand.EndCall(by, outcome));
    }

    MessageId lastMessage() {
        return ticket.messages().get(ticket.messages().size() - 1).id();
    }

    Promise lastPromise() {
        return ticket.promises().get(ticket.promises().size() - 1);
    }

    static ConversationCommand.Receive receive(Instant at, boolean automatic) {
        return new ConversationCommand.Receive(inbound(at, automatic), expectedFrom(at), false);
    }

    static ConversationCommand.Answer answer(Instant at, Commitments commitments) {
        return new ConversationCommand.Answer(byAgent(at, Direction.OUTBOUND), commitments);
    }

    static TimeCommand.Remind remind(Instant at, Instant closesAt) {
        return new TimeCommand.Remind(automatic("reminder", at, new Author.BySystem(Optional.of(MARIA))), closesAt);
    }

    static LifecycleCommand.Hold hold(Instant until) {
        return new LifecycleCommand.Hold(
                until, MARIA, "Waits for the maker.", Optional.empty(), Optional.of("Was told on the phone."));
    }

    static LifecycleCommand.Exempt exempt(Exemption exemption) {
        return new LifecycleCommand.Exempt(
                exemption, MARIA, "Says so.", exemption == Exemption.DUPLICATE ? Optional.of(OTHER) : Optional.empty());
    }

    static ExpectedReply expectedFrom(Instant at) {
        return new ExpectedReply(at.plus(TARGET), "8 h, day and night", ZONE);
    }

    static Message inbound(Instant at, boolean automatic) {
        return Message.builder(id("in", at), new Author.ByCustomer(CUSTOMER), Direction.INBOUND, at, "It is broken.")
                .automatic(automatic)
                .build();
    }

    static Message byAgent(Instant at, Direction direction) {
        return Message.builder(id("agent", at), new Author.ByAgent(MARIA), direction, at, "I send you a new one.")
                .signature(Signature.of("Maria Keller").withEmployeeId("E-1001"))
                .build();
    }

    static Note note(Instant at) {
        return Note.of(new NoteId("note-" + at), new Author.ByAgent(MARIA), at, "Ask the warehouse.");
    }

    static Message automatic(String who, Instant at, Author author) {
        return Message.builder(id(who, at), author, Direction.OUTBOUND, at, "Your message has arrived.")
                .build();
    }

    private static MessageId id(String who, Instant at) {
        return new MessageId(who + "-" + at);
    }
}

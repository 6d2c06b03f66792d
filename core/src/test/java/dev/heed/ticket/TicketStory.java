package dev.heed.ticket;

import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells what happens to one ticket, step by step, and keeps its history. Each step is a minute after the one before. */
final class TicketStory {
    static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final CustomerId CUSTOMER = CustomerId.of("c-42");
    static final AgentId MARIA = AgentId.of("maria");
    static final AgentId JANA = AgentId.of("jana");
    static final Duration TARGET = Duration.ofHours(8);

    private final List<TicketEvent> history = new ArrayList<>();
    private Ticket ticket;
    private Instant now = START;

    private TicketStory() {
        history.addAll(Ticket.open(openWith(inbound(START, false)), START));
        ticket = Ticket.replay(history);
    }

    /** A customer has just come with something new. */
    static TicketStory opened() {
        return new TicketStory();
    }

    static TicketCommand.Open openWith(Message message) {
        return new TicketCommand.Open(
                new TicketId(new UUID(7, 1)),
                1001,
                CUSTOMER,
                Optional.of(EmailAddress.of("anna@customer.example")),
                ChannelId.of("email"),
                "Broken lens cap",
                message,
                expectedFrom(START));
    }

    Ticket ticket() {
        return ticket;
    }

    List<TicketEvent> history() {
        return List.copyOf(history);
    }

    Instant now() {
        return now;
    }

    /** Lets time pass before the next step. */
    TicketStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Decides and applies a command, a minute later. */
    TicketStory then(TicketCommand command) {
        now = now.plusSeconds(60);
        List<TicketEvent> events = ticket.decide(command, now);
        history.addAll(events);
        ticket = ticket.apply(events);
        return this;
    }

    TicketStory customerWrites() {
        return then(receive(now.plusSeconds(60), false));
    }

    TicketStory autoResponderWrites() {
        return then(receive(now.plusSeconds(60), true));
    }

    TicketStory isAcknowledged() {
        return then(new TicketCommand.Acknowledge(automatic(now, new Author.BySystem(Optional.of(MARIA)))));
    }

    TicketStory botWrites() {
        return then(
                new TicketCommand.BotMessage(automatic(now, new Author.ByBot("Parcel tracker", Optional.of(MARIA)))));
    }

    TicketStory agentNotes() {
        return then(new TicketCommand.AddNote(byAgent(now, Direction.INTERNAL)));
    }

    TicketStory agentAnswers() {
        return then(new TicketCommand.Answer(byAgent(now, Direction.OUTBOUND), false));
    }

    TicketStory agentProposesSolution() {
        return then(new TicketCommand.Answer(byAgent(now, Direction.OUTBOUND), true));
    }

    TicketStory isAssignedTo(AgentId agent) {
        return then(new TicketCommand.Assign(agent, "Takes it over."));
    }

    TicketStory expectationIsChecked() {
        return then(new TicketCommand.CheckExpectation());
    }

    TicketStory customerConfirms() {
        return then(new TicketCommand.Confirm(CUSTOMER));
    }

    static TicketCommand.Receive receive(Instant at, boolean automatic) {
        return new TicketCommand.Receive(inbound(at, automatic), expectedFrom(at));
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

    static Message automatic(Instant at, Author author) {
        return Message.builder(id("auto", at), author, Direction.OUTBOUND, at, "Your message has arrived.")
                .build();
    }

    private static MessageId id(String who, Instant at) {
        return new MessageId(who + "-" + at);
    }
}

package dev.heed.sla;

import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.Tier;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.Moment;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.Priority;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.ServiceEvent;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of a ticket, told in a few words. Times are local in Berlin. */
final class Life {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ChannelId EMAIL = new ChannelId("email");
    static final AgentId MARIA = AgentId.of("maria");
    static final TicketId TICKET = new TicketId(new UUID(7, 1));
    static final TicketId OTHER = new TicketId(new UUID(7, 2));
    private static final CustomerId ANA = CustomerId.of("c-1");

    private final List<TicketEvent> events = new ArrayList<>();
    private final List<MessageId> written = new ArrayList<>();
    private int messages;
    private @Nullable MessageId lastAnswer;
    private int promises;

    private Life() {}

    /** Opened by the customer, who waits. */
    static Life begins(String at) {
        return opened(at).writes(at, "Where is my parcel?");
    }

    /** Opened without a message of the customer. */
    static Life opened(String at) {
        return new Life()
                .with(new LifecycleEvent.TicketOpened(
                        TICKET, at(at), 1, ANA, Optional.empty(), EMAIL, "", Optional.empty()));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    Life with(TicketEvent event) {
        events.add(event);
        return this;
    }

    private MessageId nextId() {
        return new MessageId("m-" + ++messages);
    }

    MessageId lastMessage() {
        return new MessageId("m-" + messages);
    }

    private Message inbound(Instant at, String text) {
        return Message.builder(nextId(), new Author.ByCustomer(ANA), Direction.INBOUND, at, text)
                .build();
    }

    private Message outbound(Instant at, Author author, String text) {
        Message message =
                Message.builder(nextId(), author, Direction.OUTBOUND, at, text).build();
        written.add(message.id());
        return message;
    }

    Life writes(String at, String text) {
        return with(new ConversationEvent.MessageReceived(TICKET, at(at), inbound(at(at), text)));
    }

    Life writesAutomatically(String at) {
        Message message = Message.builder(
                        nextId(), new Author.ByCustomer(ANA), Direction.INBOUND, at(at), "Out of office.")
                .automatic(true)
                .build();
        return with(new ConversationEvent.MessageReceived(TICKET, at(at), message));
    }

    Life answers(String at, String text) {
        lastAnswer = new MessageId("m-" + (messages + 1));
        return with(new ConversationEvent.Answered(
                TICKET, at(at), outbound(at(at), new Author.ByAgent(MARIA), text), Optional.empty()));
    }

    Life solves(String at) {
        return with(new ConversationEvent.Answered(
                TICKET,
                at(at),
                outbound(at(at), new Author.ByAgent(MARIA), "It is on its way."),
                Optional.of(Resolution.FIXED)));
    }

    Life botWrites(String at, String text) {
        return with(new ConversationEvent.BotWrote(
                TICKET, at(at), outbound(at(at), new Author.ByBot("Bo", Optional.of(MARIA)), text)));
    }

    /** The newest answer comes back, if there is one that has not. */
    Life answerBounces(String at) {
        MessageId lost = lastAnswer;
        lastAnswer = null;
        return lost == null ? this : bounces(at, lost);
    }

    /** Any message comes back that the shop wrote, whether it is known to be lost or not. */
    Life anyBounces(String at, Random random) {
        return written.isEmpty() ? this : bounces(at, written.get(random.nextInt(written.size())));
    }

    Life bounces(String at) {
        return with(new ConversationEvent.Bounced(TICKET, at(at), lastMessage(), "no such user"));
    }

    Life told(String at, String due) {
        return with(new PromiseEvent.PromiseMade(
                TICKET,
                at(at),
                new Promise(
                        new PromiseId(++promises),
                        PromiseKind.REPLY,
                        "8 h",
                        Optional.empty(),
                        at(at),
                        at(due),
                        BERLIN,
                        PromiseState.OPEN)));
    }

    Life bounces(String at, MessageId message) {
        return with(new ConversationEvent.Bounced(TICKET, at(at), message, "no such user"));
    }

    /** Promises to find something out. */
    Life promises(String at, String due) {
        return with(new PromiseEvent.PromiseMade(
                TICKET,
                at(at),
                new Promise(
                        new PromiseId(++promises),
                        PromiseKind.FIND_OUT,
                        "where it is",
                        Optional.of(MARIA),
                        at(at),
                        at(due),
                        BERLIN,
                        PromiseState.OPEN)));
    }

    Life owned(String at) {
        return with(new OwnershipEvent.OwnerAssigned(TICKET, at(at), MARIA, "takes it", Optional.empty()));
    }

    Life priority(String at, Priority priority) {
        return with(new ListeningEvent.PrioritySet(TICKET, at(at), priority, MARIA, Optional.empty()));
    }

    Life raised(String at, Priority priority, String reason) {
        return with(new ListeningEvent.PrioritySet(TICKET, at(at), priority, MARIA, Optional.of(reason)));
    }

    Life kind(String at, TicketKind kind) {
        return with(new LifecycleEvent.KindChanged(TICKET, at(at), kind, MARIA, "sorted"));
    }

    Life tier(String at, String tier) {
        return with(new ServiceEvent.TierSet(TICKET, at(at), Tier.of(tier), Optional.empty(), "bought"));
    }

    Life levels(String at, String version, ChangeMode mode) {
        return with(new ServiceEvent.LevelsApplied(
                TICKET, at(at), Optional.of(version), mode, Optional.of(MARIA), "as planned"));
    }

    Life noLevels(String at) {
        return with(new ServiceEvent.LevelsApplied(
                TICKET, at(at), Optional.empty(), ChangeMode.RECOMPUTE, Optional.of(MARIA), "ended"));
    }

    Life dueSet(String at, SlaTarget target, String due) {
        return with(new ServiceEvent.DueSet(TICKET, at(at), target, at(due), MARIA, "she leaves"));
    }

    Life holds(String at, String until) {
        return with(new LifecycleEvent.Held(
                TICKET, at(at), at(until), MARIA, "carrier", Optional.empty(), Optional.of("no words")));
    }

    Life holdEnds(String at) {
        return with(new LifecycleEvent.HoldEnded(TICKET, at(at)));
    }

    Life confirmed(String at) {
        return with(new LifecycleEvent.CustomerConfirmed(TICKET, at(at), ANA))
                .with(new LifecycleEvent.Closed(TICKET, at(at), new Closing.Confirmed(ANA)));
    }

    Life closesAsDuplicate(String at) {
        return with(new LifecycleEvent.Closed(
                TICKET, at(at), new Closing.Exempt(Exemption.DUPLICATE, MARIA, "the same", Optional.of(OTHER))));
    }

    Life unmerged(String at, boolean waits) {
        return with(new StructureEvent.Unmerged(
                TICKET,
                at(at),
                OTHER,
                MARIA,
                "another matter",
                waits ? TicketStatus.NEW : TicketStatus.PENDING,
                waits,
                false,
                Optional.empty(),
                Optional.empty()));
    }

    Life absorbs(String at, boolean waits, boolean spokenTo) {
        return with(new LifecycleEvent.Absorbed(
                TICKET, at(at), OTHER, waits, spokenTo, Optional.empty(), Optional.empty()));
    }

    /** Split off with a message that was received before. */
    Life splitFrom(String at, String received) {
        with(new StructureEvent.SplitFrom(TICKET, at(at), OTHER, MARIA, "another matter", Optional.empty()));
        return with(new StructureEvent.MessageTakenOver(
                TICKET, at(at), OTHER, inbound(at(received), "And my invoice?"), List.of()));
    }

    /** What waited for an answer goes on in another ticket. */
    Life splitOff(String at) {
        return with(new StructureEvent.SplitOff(
                TICKET, at(at), List.of(lastMessage()), OTHER, MARIA, "another matter", TicketStatus.PENDING, false));
    }

    Life tagged(String at, Tag tag) {
        return with(new FilingEvent.TagsAdded(TICKET, at(at), List.of(tag), Optional.of(MARIA)));
    }

    Life untagged(String at, Tag tag) {
        return with(new FilingEvent.TagsRemoved(TICKET, at(at), List.of(tag), Optional.of(MARIA)));
    }

    /** Goes on after it was solved or closed. */
    Life reopens(String at, TicketStatus from, String text) {
        return with(new LifecycleEvent.Reopened(TICKET, at(at), from)).writes(at, text);
    }

    Life deleted(String at) {
        return with(new StructureEvent.Deleted(TICKET, at(at), MARIA, "by mistake"));
    }

    Life restored(String at) {
        return with(new StructureEvent.Restored(TICKET, at(at), Optional.of(MARIA)));
    }

    Life notes(String at) {
        Note note = Note.of(new NoteId("n-1"), new Author.ByAgent(MARIA), at(at), "Ask the carrier.");
        return with(new NoteEvent.NoteAdded(TICKET, at(at), note));
    }

    Life reached(String at, SlaTarget target, int cycle, String level, String due) {
        return with(new ServiceEvent.LevelReached(TICKET, at(at), target, cycle, level, at(due)));
    }

    List<TicketEvent> events() {
        return List.copyOf(events);
    }

    List<Moment> moments() {
        return ticket().moments();
    }

    Ticket ticket() {
        return Ticket.replay(events);
    }
}

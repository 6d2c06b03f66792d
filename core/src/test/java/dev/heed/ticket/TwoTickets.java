package dev.heed.ticket;

import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.EmailAddress;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two tickets of one customer that are merged and unmerged, each change in one step as a desk makes it. */
final class TwoTickets {
    static final TicketId FIRST = new TicketId(new UUID(7, 1));
    static final TicketId SECOND = new TicketId(new UUID(7, 2));

    /** What of the duplicate's last promises has been asked for. */
    Ticket target;

    Ticket duplicate;
    Instant now = TicketStory.START;
    private int messages;

    TwoTickets() {
        duplicate = open(FIRST, 1001);
        target = open(SECOND, 1002);
    }

    private Ticket open(TicketId id, long number) {
        return Ticket.open(
                        new LifecycleCommand.Open(
                                id,
                                number,
                                TicketStory.CUSTOMER,
                                Optional.of(EmailAddress.of("anna@customer.example")),
                                ChannelId.of("email"),
                                "Broken lens cap",
                                Optional.empty(),
                                inbound(),
                                TicketStory.expectedFrom(now)),
                        context())
                .ticket();
    }

    Context context() {
        return new Context(now, TicketStory.POLICY);
    }

    TwoTickets after(Duration time) {
        now = now.plus(time);
        return this;
    }

    TwoTickets onDuplicate(TicketCommand command) {
        duplicate = duplicate.decide(command, context()).ticket();
        return this;
    }

    TwoTickets onTarget(TicketCommand command) {
        target = target.decide(command, context()).ticket();
        return this;
    }

    TwoTickets merge() {
        Ticket closed = all(
                duplicate,
                NoteCommand.GoOn.with(SECOND, duplicate.openNotes()),
                new LifecycleCommand.Exempt(
                        Exemption.DUPLICATE, TicketStory.MARIA, "The same cap.", Optional.of(SECOND)));
        Ticket absorbing = all(
                target,
                LifecycleCommand.Absorb.of(duplicate),
                NoteCommand.TakeOver.of(duplicate),
                ListeningCommand.TakeOver.of(duplicate, TicketStory.MARIA));
        duplicate = closed;
        target = absorbing;
        return this;
    }

    TwoTickets unmerge() {
        StructureCommand.Unmerge unmerge =
                StructureCommand.Unmerge.from(target, duplicate, TicketStory.MARIA, "Another cap.", context());
        NoteCommand.TakeOver back = NoteCommand.TakeOver.back(duplicate, target);
        Ticket separate = all(duplicate, unmerge, back);
        Ticket released = all(
                target,
                new StructureCommand.Release(FIRST, 1001, TicketStory.MARIA, "Another cap."),
                NoteCommand.GoOn.with(FIRST, back.open()));
        duplicate = separate;
        target = released;
        return this;
    }

    private Ticket all(Ticket ticket, TicketCommand... commands) {
        Ticket changed = ticket;
        for (TicketCommand command : commands) {
            changed = changed.decide(command, context()).ticket();
        }
        return changed;
    }

    ConversationCommand.Receive writes(TicketId... via) {
        return new ConversationCommand.Receive(inbound(), TicketStory.expectedFrom(now), false, List.of(via));
    }

    ConversationCommand.Answer answers(Commitments commitments) {
        return new ConversationCommand.Answer(
                Message.builder(
                                nextId(),
                                new Author.ByAgent(TicketStory.MARIA),
                                Direction.OUTBOUND,
                                now,
                                "I send you a new one.")
                        .signature(Signature.of("Maria Keller").withEmployeeId("E-1001"))
                        .build(),
                commitments);
    }

    Message inbound() {
        return Message.builder(
                        nextId(), new Author.ByCustomer(TicketStory.CUSTOMER), Direction.INBOUND, now, "It is broken.")
                .build();
    }

    private MessageId nextId() {
        return new MessageId("m" + ++messages);
    }

    /** Everything that can be seen but for version, time of the change, and what a merge withdrew again. */
    static List<Object> observable(Ticket ticket) {
        List<Object> all = new ArrayList<>(List.of(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                ticket.customer(),
                ticket.channel(),
                ticket.address(),
                ticket.follows(),
                ticket.status(),
                ticket.kind()));
        all.addAll(List.of(
                ticket.heldUntil(),
                ticket.reopenCount(),
                ticket.messages(),
                ticket.acknowledged(),
                ticket.firstAnsweredAt(),
                ticket.lastAnswer(),
                ticket.unreachable(),
                ticket.owner(),
                ticket.onThePhone(),
                ticket.openPromises()));
        all.addAll(List.of(
                ticket.expected(),
                ticket.overdue(),
                ticket.confirmed(),
                ticket.disputed(),
                ticket.closing(),
                ticket.closedAt(),
                ticket.structure().duplicates(),
                ticket.understanding(),
                ticket.notes(),
                withoutDuplicate(ticket.openNotes())));
        return all;
    }

    /** What is awaited again was awaited elsewhere meanwhile. */
    private static List<Object> withoutDuplicate(List<OpenNote> open) {
        return open.stream()
                .<Object>map(one -> List.of(one.note(), one.asked()))
                .toList();
    }

    /** Those of its promises that are not open, and were there before. */
    static List<Promise> settled(Ticket ticket, int first) {
        return ticket.promises().subList(0, first);
    }

    static boolean waits(Ticket ticket) {
        boolean late = ticket.overdue()
                && ticket.openPromises().stream().anyMatch(promise -> promise.kind() == PromiseKind.APOLOGY);
        return late || ticket.openPromises().stream().anyMatch(promise -> promise.kind() == PromiseKind.REPLY);
    }
}

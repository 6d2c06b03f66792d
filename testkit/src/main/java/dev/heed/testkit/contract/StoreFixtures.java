package dev.heed.testkit.contract;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.sla.ReplyTarget;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Context;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.StructureCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Small true values for the contract of stores. */
final class StoreFixtures {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final ChannelId CHANNEL = ChannelId.of("contract");
    static final ChannelId OTHER_CHANNEL = ChannelId.of("another");
    static final AgentId MARIA = new AgentId("maria");
    static final AgentId BEN = new AgentId("ben");
    static final DepartmentId SHIPPING = new DepartmentId("shipping");
    static final CustomerId UNKNOWN = new CustomerId("c-unknown");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ReplyTarget TARGET = new ReplyTarget(Duration.ofHours(8), BusinessHours.always(ZONE));

    private static final TicketPolicy POLICY =
            TicketPolicy.builder(BusinessHours.always(ZONE)).build();
    private static final long MIDDLE = 1_000_000;

    private int last;
    private int lastTicket;
    private int lastEntry;

    /** Ids rise and fall in turn, so that an order by ids is no order by time, nor is it one backwards. */
    private static long scattered(int number) {
        return MIDDLE + (number % 2 == 0 ? number : -number);
    }

    static Context at(Instant now) {
        return new Context(now, POLICY);
    }

    Customer customer() {
        int number = ++last;
        return Customer.builder("c-" + number)
                .email("customer" + number + "@example.com")
                .build();
    }

    /** A ticket that has just been opened at this instant, not yet stored. */
    List<TicketEvent> opening(Customer customer, long number, Instant at) {
        return opening(customer, number, at, TARGET.expectedFrom(at, ZONE));
    }

    /** Some tickets, each opened a second after the one before. */
    List<List<TicketEvent>> openings(Customer customer, LongSupplier numbers, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> opening(customer, numbers.getAsLong(), NOON.plusSeconds(i)))
                .toList();
    }

    /** A ticket that was opened before this instant, and whose customer has more time than one who comes then. */
    List<TicketEvent> openedBeforeButDueAfter(Customer customer, long number, Instant at) {
        return opening(customer, number, at.minusSeconds(60), TARGET.expectedFrom(at.plusSeconds(60), ZONE));
    }

    /** A ticket that has just been opened here, with this subject and these words. */
    List<TicketEvent> opening(
            Customer customer, long number, Instant at, ChannelId channel, String subject, String words) {
        return opening(number, customer, channel, subject, inbound(customer, at, words), TARGET.expectedFrom(at, ZONE));
    }

    private List<TicketEvent> opening(Customer customer, long number, Instant at, ExpectedReply expected) {
        return opening(number, customer, CHANNEL, "A subject", inbound(customer, at), expected);
    }

    private List<TicketEvent> opening(
            long number,
            Customer customer,
            ChannelId channel,
            String subject,
            Message message,
            ExpectedReply expected) {
        return Ticket.open(
                        new LifecycleCommand.Open(
                                new TicketId(new UUID(7, scattered(++lastTicket))),
                                number,
                                customer.id(),
                                customer.addresses().stream().findFirst(),
                                channel,
                                subject,
                                Optional.empty(),
                                message,
                                expected),
                        at(message.at()))
                .events();
    }

    Message inbound(Customer customer, Instant at) {
        return inbound(customer, at, "Where is my parcel?");
    }

    private Message inbound(Customer customer, Instant at, String words) {
        return Message.builder(
                        new MessageId("m-" + ++last),
                        new Author.ByCustomer(customer.id()),
                        Direction.INBOUND,
                        at,
                        words)
                .build();
    }

    TicketCommand receive(Customer customer, Instant at) {
        return new ConversationCommand.Receive(inbound(customer, at), TARGET.expectedFrom(at, ZONE), false);
    }

    TicketCommand answer(Instant at) {
        Message message = Message.builder(
                        new MessageId("m-" + ++last),
                        new Author.ByAgent(MARIA),
                        Direction.OUTBOUND,
                        at,
                        "It left this morning.")
                .signature(Signature.of("Maria Keller").withEmployeeId("E-1017"))
                .build();
        return new ConversationCommand.Answer(message, Commitments.none());
    }

    TicketCommand note(Instant at) {
        return new NoteCommand.AddNote(
                Note.of(new NoteId("n-" + ++last), new Author.ByAgent(MARIA), at, "Look at it again."));
    }

    /** A department is told something that it has to acknowledge by then. */
    NoteCommand.AddNote told(Instant due) {
        return addressed(new Audience.DepartmentNote(SHIPPING, "A-4711", "Add a card.", due));
    }

    /** Somebody is asked something that is to be answered by then. */
    NoteCommand.AddNote ask(Addressee to, Instant due) {
        return addressed(new Audience.InternalAsk(to, due));
    }

    NoteCommand.AddNote answer(NoteCommand.AddNote ask) {
        return addressed(new Audience.AnswerTo(ask.note().id()));
    }

    private NoteCommand.AddNote addressed(Audience audience) {
        NoteId id = new NoteId("n-" + ++last);
        return new NoteCommand.AddNote(
                Note.of(id, new Author.ByAgent(MARIA), NOON, "Is it blue?").to(audience));
    }

    static TicketCommand take() {
        return new OwnershipCommand.Take(MARIA, "asked for by name");
    }

    static TicketCommand handOver() {
        return new OwnershipCommand.HandOver(BEN, "knows parcels", "It left and did not arrive.");
    }

    static TicketCommand confirm(Customer customer) {
        return new LifecycleCommand.Confirm(customer.id());
    }

    static TicketCommand duplicateOf(Ticket other) {
        return new LifecycleCommand.Exempt(Exemption.DUPLICATE, MARIA, "the same", Optional.of(other.id()));
    }

    static TicketCommand notSpam() {
        return new StructureCommand.TakeBackSpam(MARIA, "somebody did");
    }

    static TicketCommand delete() {
        return new StructureCommand.Delete(MARIA, "a test");
    }

    static TicketCommand restore() {
        return new StructureCommand.Restore(MARIA);
    }

    static TicketCommand exempt() {
        return new LifecycleCommand.Exempt(Exemption.SPAM, MARIA, "an advertisement", Optional.empty());
    }

    static Absence absence(Instant from) {
        return new Absence(MARIA, BEN, from, from.plusSeconds(3600));
    }

    UnitOfWork.Builder unit(List<TicketEvent> opening, Customer customer) {
        return unit(opening, customer, Optional.empty());
    }

    UnitOfWork.Builder unit(List<TicketEvent> opening, Customer customer, Optional<Instant> wakeAt) {
        return UnitOfWork.builder()
                .change(Ticket.replay(opening), opening, 0, wakeAt)
                .customer(customer);
    }

    OutboxEntry outgoing(TicketId ticket, Instant due) {
        OutboundMessage message = new OutboundMessage(
                new MessageId("m-" + ++last),
                CHANNEL,
                EmailAddress.of("customer@example.com"),
                Optional.empty(),
                "Maria Keller, Acme",
                "Re: A subject",
                new OutboundMessage.Content("It left this morning.", Optional.empty(), List.of()),
                List.of(),
                false,
                due,
                ZONE);
        return OutboxEntry.waiting(new UUID(9, scattered(++lastEntry)), ticket, message, due);
    }
}

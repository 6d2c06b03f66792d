package dev.heed.json;

import dev.heed.error.PracticeCode;
import dev.heed.message.Attachment;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.ContentHash;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of each type, the same as in the golden files. They are never changed, only added to. */
final class EventExamples {
    static final TicketId OTHER = new TicketId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    static final TicketId TICKET = new TicketId(UUID.fromString("0f7a1b2c-3d4e-4f50-8a61-72839405a6b7"));
    static final Instant AT = Instant.parse("2026-06-08T07:00:00.123456789Z");
    static final AgentId MARIA = AgentId.of("maria");
    static final AgentId JANA = AgentId.of("jana");
    static final CustomerId CUSTOMER = CustomerId.of("c-42");
    static final PromiseId FIRST = new PromiseId(1);
    static final MessageId ANSWER = new MessageId("m-2");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private EventExamples() {}

    /** By the names of their types. */
    static Map<String, TicketEvent> all() {
        return Stream.of(
                        said(),
                        noted(),
                        arrived(),
                        lived(),
                        owned(),
                        promised(),
                        filed(),
                        related(),
                        OutgoingExamples.all(),
                        ListeningExamples.all(),
                        SnoozeExamples.all(),
                        ServiceExamples.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(event -> EventTypes.heeds().of(event).name(), Function.identity()));
    }

    static TicketEvent of(String type) {
        return Optional.ofNullable(all().get(type)).orElseThrow();
    }

    private static List<TicketEvent> said() {
        return List.of(
                new MessageReceived(TICKET, AT, received()),
                new Acknowledged(
                        TICKET, AT, program("m-1a"), new ExpectedReply(later(9), "8 h in Mon-Fri 09:00-17:00", ZONE)),
                new AcknowledgementWithheld(TICKET, AT, "The customer got three within a day."),
                new Answered(TICKET, AT, answer(), Optional.of(Resolution.REPLACED)),
                new BotWrote(TICKET, AT, bot()),
                new Reminded(TICKET, AT, program("m-3"), 1, later(120)),
                new CallStarted(TICKET, AT, MARIA, CallIntake.of("Anna Müller", "+49 30 123456")),
                new CallEnded(TICKET, AT, MARIA, new CallOutcome.CallbackPromised("Where the parcel is", later(2))));
    }

    private static List<TicketEvent> arrived() {
        return List.of(
                new Delivered(TICKET, AT, ANSWER, Optional.of("m-2@shop.example")),
                new DeliveryDelayed(TICKET, AT, ANSWER, "The channel is unreachable."),
                new DeliveryFailed(TICKET, AT, ANSWER, "The channel was unreachable for two days."),
                new Bounced(TICKET, AT, ANSWER, "The mailbox does not exist (5.1.1)."),
                new Redriven(TICKET, AT, ANSWER),
                new Unreachable(TICKET, AT, "The customer left no address."));
    }

    private static List<TicketEvent> lived() {
        return List.of(
                new TicketOpened(
                        TICKET,
                        AT,
                        1001,
                        CUSTOMER,
                        Optional.of(EmailAddress.of("anna@customer.example")),
                        ChannelId.of("email"),
                        "Broken lens cap",
                        Optional.of(new TicketId(UUID.fromString("11111111-2222-4333-8444-555555555555")))),
                new KindChanged(TICKET, AT, TicketKind.COMPLAINT, MARIA, "It arrived broken."),
                new Held(
                        TICKET,
                        AT,
                        later(48),
                        MARIA,
                        "The manufacturer looks at it.",
                        Optional.of(ANSWER),
                        Optional.empty()),
                new HoldEnded(TICKET, AT),
                new Reopened(TICKET, AT, TicketStatus.SOLVED),
                new Absorbed(
                        TICKET,
                        AT,
                        new TicketId(UUID.fromString("11111111-2222-4333-8444-555555555555")),
                        true,
                        false,
                        Optional.of(new MessageId("m-2")),
                        Optional.of(AT)),
                new Imported(TICKET, AT),
                new Disputed(TICKET, AT),
                new CustomerConfirmed(TICKET, AT, CUSTOMER),
                new Closed(TICKET, AT, new Closing.Confirmed(CUSTOMER)),
                new Erased(TICKET, AT, Optional.of(MARIA)),
                new DecidedAgainst(
                        TICKET,
                        AT,
                        ANSWER,
                        new AdverseDecision("The cap was used for two years.", "Write to jana@shop.example.")),
                new Overridden(TICKET, AT, PracticeCode.OPEN_PROMISE, MARIA, "The customer agreed on the phone."));
    }

    private static List<TicketEvent> owned() {
        return List.of(
                new OwnerAssigned(TICKET, AT, MARIA, "She took it.", Optional.of("The cap is sold out until June.")),
                new OwnerMissing(TICKET, AT),
                new ExpertNeeded(TICKET, AT),
                new Escalated(TICKET, AT, 2, Why.CUSTOMER_UNREACHABLE));
    }

    private static List<TicketEvent> promised() {
        Promise promise = new Promise(
                FIRST,
                PromiseKind.CALLBACK,
                "We call you about the refund.",
                Optional.of(MARIA),
                AT,
                later(24),
                ZONE,
                PromiseState.OPEN);
        return List.of(
                new PromiseMade(TICKET, AT, promise),
                new PromiseKept(TICKET, AT, FIRST, "Maria called.", Optional.empty()),
                new PromiseBroken(TICKET, AT, FIRST),
                new PromiseRenegotiated(TICKET, AT, FIRST, new PromiseId(2), Optional.empty()),
                new PromiseReopened(TICKET, AT, FIRST, Optional.of(ANSWER)),
                new PromiseWithdrawn(TICKET, AT, FIRST, "The customer found the cap."),
                new PromiseTransferred(TICKET, AT, FIRST, AgentId.of("jana")),
                new PromiseReminded(TICKET, AT, FIRST, 80));
    }

    private static List<TicketEvent> filed() {
        FieldKey serial = FieldKey.of("serial-number");
        List<Reference> references =
                List.of(Reference.order("A-1001"), new Reference(ReferenceKind.of("shipment"), "7"));
        return List.of(
                new TagsAdded(TICKET, AT, List.of(Tag.of("lens cap"), Tag.of("größe")), Optional.of(MARIA)),
                new TagsRemoved(TICKET, AT, List.of(Tag.of("lens cap")), Optional.empty()),
                new FieldSet(
                        TICKET,
                        AT,
                        serial,
                        FieldValue.of("SN 4711"),
                        Optional.of(FieldValue.of("SN 4712")),
                        Optional.of(MARIA)),
                new FieldCleared(
                        TICKET, AT, FieldKey.of("weight"), FieldValue.of(new BigDecimal("1.5")), Optional.of(MARIA)),
                new ReferencesAdded(TICKET, AT, references, Optional.of(MARIA)),
                new ReferencesRemoved(TICKET, AT, references, Optional.of(MARIA)));
    }

    private static Instant later(int hours) {
        return Instant.parse("2026-06-08T07:00:00Z").plusSeconds(3600L * hours);
    }

    private static List<TicketEvent> related() {
        TicketId other = new TicketId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
        ExpectedReply told = new ExpectedReply(later(9), "8 h in Mon-Fri 09:00-17:00", ZONE);
        MessageId first = new MessageId("m-1");
        return List.of(
                new Unmerged(
                        TICKET,
                        AT,
                        other,
                        MARIA,
                        "It is another parcel.",
                        TicketStatus.OPEN,
                        true,
                        false,
                        Optional.of(told),
                        Optional.of(AT)),
                new Released(
                        TICKET,
                        AT,
                        other,
                        MARIA,
                        "It is another parcel.",
                        TicketStatus.PENDING,
                        false,
                        false,
                        List.of(first)),
                new MessageTakenOver(TICKET, AT, other, question(), List.of(other)),
                new SplitOff(
                        TICKET,
                        AT,
                        List.of(first),
                        other,
                        MARIA,
                        "The invoice is another matter.",
                        TicketStatus.PENDING,
                        false),
                new SplitFrom(TICKET, AT, other, MARIA, "The invoice is another matter.", Optional.of(told)),
                new Linked(TICKET, AT, other, LinkKind.PARENT_OF, MARIA),
                new Unlinked(TICKET, AT, other, MARIA),
                new NotSpam(TICKET, AT, MARIA, "It is an order.", TicketStatus.NEW, true, false, Optional.of(told)),
                new Deleted(TICKET, AT, MARIA, "Written by ourselves, as a test."),
                new Restored(TICKET, AT, Optional.of(MARIA)));
    }

    private static Message question() {
        return Message.builder(
                        new MessageId("m-6"),
                        new Author.ByCustomer(CUSTOMER),
                        Direction.INBOUND,
                        AT,
                        "Where is my invoice?")
                .build();
    }

    private static Message received() {
        return Message.builder(
                        new MessageId("m-1"),
                        new Author.ByCustomer(CUSTOMER),
                        Direction.INBOUND,
                        AT,
                        "Grüße aus Köln,\nder Deckel ist kaputt. 😞")
                .html(Optional.of("<p>Grüße aus Köln,<br>der Deckel ist kaputt. 😞</p>"))
                .attachments(List.of(
                        file("deckel.txt", "text/plain", "kaputt".getBytes(StandardCharsets.UTF_8)),
                        file("deckel.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})
                                .inline("p1")))
                .reference(Optional.of("1234@customer.example"))
                .remarks(List.of("It was cut at a size limit."))
                .build();
    }

    private static Attachment file(String name, String mediaType, byte[] content) {
        return Attachment.of(name, mediaType, ContentHash.of(content), content.length);
    }

    private static Message answer() {
        return Message.builder(
                        ANSWER,
                        new Author.ByAgent(MARIA),
                        Direction.OUTBOUND,
                        AT,
                        "A new cap is on its way.\n\nMaria Ortiz\nOrder support\n+49 30 1234-17")
                .signature(new Signature(
                        "Maria Ortiz",
                        Optional.of("Order support"),
                        Optional.of("+49 30 1234-17"),
                        Optional.of("E-1017")))
                .build();
    }

    private static Message bot() {
        return Message.builder(
                        new MessageId("m-4"),
                        new Author.ByBot("Parcel tracker", Optional.of(MARIA)),
                        Direction.OUTBOUND,
                        AT,
                        "The parcel is in Köln.")
                .build();
    }

    private static Note note() {
        return Note.of(new NoteId("n-5"), new Author.ByAgent(MARIA), AT, "Is there one left? @jana knows the shelf.")
                .to(new Audience.InternalAsk(DepartmentId.of("warehouse"), later(24)))
                .mentioning(List.of(JANA))
                .with(
                        List.of(file("shelf.txt", "text/plain", "17".getBytes(StandardCharsets.UTF_8))),
                        List.of("It was cut at a size limit."));
    }

    private static List<TicketEvent> noted() {
        TicketId other = new TicketId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
        NoteId note = new NoteId("n-5");
        Audience toShipping = new Audience.DepartmentNote(
                DepartmentId.of("shipping"), "A-4711", "Put a lens cap and a thank-you card in.", later(4));
        return List.of(
                new NoteAdded(TICKET, AT, note()),
                new NoteAcknowledged(TICKET, AT, note, JANA),
                new NoteWithdrawn(TICKET, AT, note, MARIA, "The customer has found it."),
                new NoteReminded(TICKET, AT, note, List.of(DepartmentId.of("warehouse"), JANA), 2),
                new AskedToo(TICKET, AT, note, JANA, "Nobody who was asked is there."),
                new NoteMoved(TICKET, AT, note, other),
                new NoteTakenOver(
                        TICKET,
                        AT,
                        other,
                        Note.of(new NoteId("n-6"), new Author.ByAgent(MARIA), AT, "")
                                .to(toShipping),
                        List.of(DepartmentId.of("shipping"))));
    }

    private static Message program(String id) {
        return Message.builder(
                        new MessageId(id),
                        new Author.BySystem(Optional.of(MARIA)),
                        Direction.OUTBOUND,
                        AT,
                        "Written automatically for Maria Ortiz.")
                .build();
    }
}

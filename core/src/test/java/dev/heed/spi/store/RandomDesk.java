package dev.heed.spi.store;

import dev.heed.error.HeedException;
import dev.heed.hours.BusinessHours;
import dev.heed.json.Redaction;
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
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Context;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.CustomFields;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingCommand;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.SnoozeCommand;
import dev.heed.ticket.StructureCommand;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketPolicy;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Tickets to which anything happens, in a store and beside it in a list. Everything has few values, so that they meet. */
final class RandomDesk {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final TicketPolicy POLICY = TicketPolicy.builder(BusinessHours.always(ZoneOffset.UTC))
            .showAgainBefore(Duration.ofMinutes(1))
            .build();
    private static final List<AgentId> AGENTS = List.of(AgentId.of("maria"), AgentId.of("jana"));
    private static final List<CustomerId> CUSTOMERS = List.of(CustomerId.of("c-1"), CustomerId.of("c-2"));
    private static final List<ChannelId> CHANNELS = List.of(ChannelId.of("email"), ChannelId.of("chat"));
    private static final List<Tag> TAGS = List.of(Tag.of("vip"), Tag.of("lens"), Tag.of("größe"));
    private static final List<Reference> REFERENCES =
            List.of(Reference.order("A-1"), Reference.order("A-2"), Reference.product("A-1"));
    private static final List<String> WORDS = List.of("parcel", "Größe", "broken", "配送", "late", "A-1001");
    private static final FieldKey COLOUR = FieldKey.of("colour");
    private static final FieldKey SIZE = FieldKey.of("size");
    private static final CustomFields FIELDS = CustomFields.of(
            List.of(CustomField.choice("colour", "Colour", "red", "blue"), CustomField.number("size", "Size")));

    final TicketStore store;
    final List<Ticket> tickets = new ArrayList<>();
    private final Random random;
    private Instant now = START;
    private int last;

    RandomDesk(TicketStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private String words() {
        return any(WORDS) + " " + any(WORDS).toLowerCase(Locale.ROOT);
    }

    /** Something happens: a ticket comes, or one changes. */
    void happens() {
        now = now.plus(any(List.of(Duration.ZERO, Duration.ofNanos(300), Duration.ofSeconds(1), Duration.ofHours(5))));
        if (tickets.isEmpty() || oneIn(4)) {
            opens();
        } else if (oneIn(30)) {
            isForgotten(random.nextInt(tickets.size()));
        } else {
            changes(random.nextInt(tickets.size()));
        }
    }

    private void opens() {
        Message message = message(Direction.INBOUND);
        LifecycleCommand.Open open = new LifecycleCommand.Open(
                new TicketId(new UUID(7, random.nextLong())),
                store.nextTicketNumber(),
                any(CUSTOMERS),
                Optional.empty(),
                any(CHANNELS),
                any(WORDS),
                Optional.empty(),
                message,
                expected());
        Ticket.Step step = Ticket.open(open, new Context(now, POLICY));
        keep(step.ticket(), step.events(), 0);
        tickets.add(step.ticket());
    }

    private void isForgotten(int which) {
        Ticket before = tickets.get(which);
        List<TicketEvent> erased = new Redaction(CUSTOMERS.get(0)).of(store.history(before.id()));
        Ticket after = Ticket.replay(erased);
        CommitResult result = store.commit(UnitOfWork.builder()
                .rewrite(after, erased, before.version(), Optional.empty())
                .build());
        if (result != CommitResult.COMMITTED) {
            throw new AssertionError("The store said " + result);
        }
        tickets.set(which, after);
    }

    private void changes(int which) {
        Ticket before = tickets.get(which);
        try {
            Ticket.Step step = before.decide(command(before), new Context(now, POLICY));
            keep(step.ticket(), step.events(), before.version());
            tickets.set(which, step.ticket());
        } catch (HeedException refused) {
            // nothing has happened
        }
    }

    private void keep(Ticket after, List<TicketEvent> events, long version) {
        CommitResult result = store.commit(UnitOfWork.builder()
                .change(after, events, version, Optional.empty())
                .build());
        if (result != CommitResult.COMMITTED) {
            throw new AssertionError("The store said " + result);
        }
    }

    private TicketCommand command(Ticket ticket) {
        Optional<AgentId> by = Optional.of(any(AGENTS));
        return switch (random.nextInt(17)) {
            case 0 -> new OwnershipCommand.Take(any(AGENTS), "Is free.");
            case 1 -> new OwnershipCommand.HandOver(any(AGENTS), "Knows more.", "It is broken.");
            case 2 -> new ConversationCommand.Receive(message(Direction.INBOUND), expected(), false);
            case 3 -> new ConversationCommand.Answer(message(Direction.OUTBOUND), Commitments.none());
            case 4 ->
                new ConversationCommand.Answer(
                        message(Direction.OUTBOUND), Commitments.none().solve(Resolution.FIXED));
            case 5 -> new LifecycleCommand.Confirm(ticket.customer());
            case 6 -> new LifecycleCommand.Classify(any(List.of(TicketKind.values())), by.get(), true, "Says so.");
            case 7 ->
                new LifecycleCommand.Exempt(
                        any(List.of(Exemption.SPAM, Exemption.CUSTOMER_ERASED)),
                        by.get(),
                        "Says so.",
                        Optional.empty());
            case 8 -> new FilingCommand.AddTags(List.of(any(TAGS), any(TAGS)), by);
            case 9 -> new FilingCommand.RemoveTags(List.of(any(TAGS)), by);
            case 10 -> new FilingCommand.AddReferences(List.of(any(REFERENCES)), by);
            case 11 -> new FilingCommand.RemoveReferences(List.of(any(REFERENCES)), by);
            case 12 ->
                oneIn(3)
                        ? new FilingCommand.ClearFields(List.of(COLOUR), FIELDS, by)
                        : new FilingCommand.SetFields(List.of(anyField()), FIELDS, by);
            case 13 ->
                new SnoozeCommand.PutOff(
                        now.plusSeconds(60), any(AGENTS), any(List.of(OnReply.values())), "Ask again.");
            case 14 -> new SnoozeCommand.ShowAgain(by.get());
            case 15 ->
                oneIn(2) ? new StructureCommand.Delete(by.get(), "A test.") : new StructureCommand.Restore(by.get());
            default ->
                new NoteCommand.AddNote(Note.of(new NoteId("n-" + ++last), new Author.ByAgent(by.get()), now, words()));
        };
    }

    private FilingCommand.FieldChange anyField() {
        return oneIn(2)
                ? new FilingCommand.FieldChange(COLOUR, FieldValue.of(any(List.of("red", "blue"))))
                : new FilingCommand.FieldChange(SIZE, FieldValue.of(random.nextInt(2)));
    }

    private Message message(Direction direction) {
        boolean out = direction == Direction.OUTBOUND;
        Author author = out ? new Author.ByAgent(any(AGENTS)) : new Author.ByCustomer(any(CUSTOMERS));
        Message.Builder message = Message.builder(new MessageId("m-" + ++last), author, direction, now, words());
        return out
                ? message.signature(Signature.of("Maria Keller").withEmployeeId("E-1"))
                        .build()
                : message.build();
    }

    private ExpectedReply expected() {
        return new ExpectedReply(now.plus(Duration.ofHours(1 + random.nextInt(3))), "soon", ZoneOffset.UTC);
    }

    /** Something that somebody might look for; often little, so that much is found. */
    TicketSearch search() {
        TicketSearchBuilder search = TicketSearch.builder();
        int filters = random.nextInt(4);
        for (int i = 0; i < filters; i++) {
            ask(search, random.nextInt(17));
        }
        SortBy order = any(List.of(SortBy.values()));
        return (oneIn(2) ? search.orderBy(order) : search.orderByDescending(order)).build();
    }

    private void ask(TicketSearchBuilder search, int what) {
        switch (what) {
            case 0 -> search.status(any(List.of(TicketStatus.values())), any(List.of(TicketStatus.values())));
            case 1 -> search.owner(any(AGENTS));
            case 2 -> search.unowned();
            case 3 -> search.tags(any(TAGS), any(TAGS));
            case 4 -> search.anyTag(any(TAGS), any(TAGS));
            case 5 -> search.kind(any(List.of(TicketKind.values())), any(List.of(TicketKind.values())));
            case 6 -> search.customer(any(CUSTOMERS));
            case 7 -> search.channel(any(CHANNELS));
            case 8 -> search.reference(any(REFERENCES), any(REFERENCES));
            case 9 -> search.field(COLOUR, FieldValue.of(any(List.of("red", "blue"))));
            case 10 -> search.field(SIZE, FieldValue.of(random.nextInt(2)));
            case 11 -> search.words(any(WORDS));
            case 12 -> search.noteWords(words());
            case 13 -> search.opened(range());
            case 14 -> search.changed(range());
            case 15 -> search.putOff(any(List.of(PutOff.values())));
            default -> {
                if (oneIn(2)) {
                    search.due(range());
                } else if (oneIn(2)) {
                    search.withDeleted();
                } else {
                    search.withSpam();
                }
            }
        }
    }

    private TimeRange range() {
        Instant from = START.plus(Duration.ofHours(random.nextInt(40)));
        return switch (random.nextInt(3)) {
            case 0 -> TimeRange.from(from);
            case 1 -> TimeRange.until(from);
            default -> TimeRange.between(from, from.plus(Duration.ofHours(1 + random.nextInt(30))));
        };
    }

    int anyLimit() {
        return 1 + random.nextInt(5);
    }
}

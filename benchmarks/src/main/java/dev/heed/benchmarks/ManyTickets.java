package dev.heed.benchmarks;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Context;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.CustomFields;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingCommand;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A store with many tickets, as a shop with fifty agents has them after some years: half are closed, a fifth wait for an
 * answer, each has one of twenty tags, one in a hundred is a VIP's, each is about an order. The texts have thirty words of
 * twenty thousand, few of them often.
 */
final class ManyTickets {
    static final int AGENTS = 50;
    static final int TAGS = 20;
    static final Tag VIP = Tag.of("vip");
    static final FieldKey COLOUR = FieldKey.of("colour");
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final TicketPolicy POLICY =
            TicketPolicy.builder(BusinessHours.always(ZoneOffset.UTC)).build();
    private static final CustomFields FIELDS =
            CustomFields.of(List.of(CustomField.choice("colour", "Colour", "red", "green", "blue", "black", "white")));
    private static final List<String> COLOURS = List.of("red", "green", "blue", "black", "white");
    private static final int VOCABULARY = 20_000;
    private static final int WORDS = 30;

    private final InMemoryTicketStore store;
    private final Random random = new Random(42);
    private int last;

    ManyTickets(InMemoryTicketStore store) {
        this.store = store;
    }

    static AgentId agent(int number) {
        return AgentId.of("agent-" + number);
    }

    static Tag tag(int number) {
        return Tag.of("topic " + number);
    }

    /** The commonest word is word0. */
    static String word(int rank) {
        return "word" + rank;
    }

    void open(int howMany) {
        for (int i = 0; i < howMany; i++) {
            open();
        }
    }

    private void open() {
        int number = ++last;
        Instant at = START.plusSeconds(number).plusMillis(random.nextInt(1000));
        CustomerId customer = CustomerId.of("c-" + number / 3);
        Ticket.Step step = Ticket.open(
                new LifecycleCommand.Open(
                        new TicketId(new UUID(random.nextLong(), number)),
                        store.nextTicketNumber(),
                        customer,
                        Optional.empty(),
                        ChannelId.of("email"),
                        text(3),
                        Optional.empty(),
                        message("in-" + number, new Author.ByCustomer(customer), at),
                        new ExpectedReply(at.plus(Duration.ofMinutes(random.nextInt(10_000))), "soon", ZoneOffset.UTC)),
                new Context(at, POLICY));
        List<TicketEvent> events = new ArrayList<>(step.events());
        Ticket ticket = step.ticket();
        for (TicketCommand command : life(number, customer, at.plusSeconds(60))) {
            Ticket.Step next = ticket.decide(command, new Context(at.plusSeconds(60 + random.nextInt(3600)), POLICY));
            events.addAll(next.events());
            ticket = next.ticket();
        }
        store.commit(UnitOfWork.builder()
                .change(ticket, events, 0, ticket.wakeAt(POLICY))
                .build());
    }

    private List<TicketCommand> life(int number, CustomerId customer, Instant at) {
        AgentId agent = agent(number % AGENTS);
        Optional<AgentId> by = Optional.of(agent);
        List<TicketCommand> life = new ArrayList<>();
        List<Tag> tags =
                random.nextInt(100) == 0 ? List.of(tag(random.nextInt(TAGS)), VIP) : List.of(tag(random.nextInt(TAGS)));
        life.add(new FilingCommand.AddTags(tags, by));
        life.add(new FilingCommand.AddReferences(List.of(Reference.order("A-" + number)), by));
        if (number % 5 == 0) {
            FieldValue colour = FieldValue.of(COLOURS.get(random.nextInt(COLOURS.size())));
            life.add(new FilingCommand.SetFields(List.of(new FilingCommand.FieldChange(COLOUR, colour)), FIELDS, by));
        }
        int fate = random.nextInt(10);
        if (fate > 0) {
            life.add(new OwnershipCommand.Take(agent, "Is free."));
        }
        if (fate > 1) {
            life.add(new ConversationCommand.Answer(
                    message("out-" + number, new Author.ByAgent(agent), at), Commitments.none()));
        }
        if (fate > 4) {
            life.add(new LifecycleCommand.Confirm(customer));
        }
        return life;
    }

    private Message message(String id, Author author, Instant at) {
        boolean out = author instanceof Author.ByAgent;
        Message.Builder message = Message.builder(
                new MessageId(id), author, out ? Direction.OUTBOUND : Direction.INBOUND, at, text(WORDS));
        return out
                ? message.signature(Signature.of("Maria Keller").withEmployeeId("E-1"))
                        .build()
                : message.build();
    }

    /** The word of rank r is about as frequent as 1 / r. */
    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1;
            text.append(word(rank)).append(' ');
        }
        return text.toString();
    }
}

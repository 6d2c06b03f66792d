package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.message.AttachmentSource;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.Person;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How what a customer writes on the page comes into a ticket. */
final class CustomerWriting {
    private static final int MOST_ATTEMPTS = 50;

    private final Customer customer;
    private final Person person;
    private final Policies policies;
    private final Engine engine;

    CustomerWriting(Customer customer, Person person, Policies policies, Engine engine) {
        this.customer = customer;
        this.person = person;
        this.policies = policies;
        this.engine = engine;
    }

    /**
     * What the customer says besides the words.
     *
     * @param disputes that it is not solved
     * @param corrects that it is another problem
     */
    record Meaning(boolean disputes, boolean corrects) {}

    private record Words(String text, KeptFiles files, Meaning meaning) {}

    /**
     * Gives the ticket in which it stands; the files are read first.
     *
     * @param own the customer's ticket, as it is; throws if it is not the customer's, or not any more
     */
    Ticket write(Supplier<Ticket> own, String text, List<AttachmentSource> files, Meaning meaning) {
        var unused = own.get(); // before anything is read
        try (KeptFiles kept = engine.attachments().take(files)) {
            Ticket after = write(own, new Words(text, kept, meaning));
            kept.written();
            return after;
        }
    }

    private Ticket write(Supplier<Ticket> own, Words words) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) { // it may be merged, closed or erased meanwhile
            TicketId id = own.get().id();
            StoreReads.Way way = engine.wayFrom(id).orElseThrow();
            Ticket ticket = way.end();
            Engine.Outcome outcome = policies.reopens(ticket, engine.now())
                    ? engine.tryChange(ticket, said(ticket, words, way.via()))
                    : follow(ticket, words);
            if (outcome.result() == CommitResult.COMMITTED) {
                return outcome.ticket();
            }
        }
        throw new ConflictException(
                "What was written about ticket " + own.get().id()
                        + " could not be kept, because it changes all the time.",
                "Try again in a moment.");
    }

    private Engine.Plan said(Ticket ticket, Words words, List<TicketId> via) {
        Message message = message(words);
        ExpectedReply expected = policies.expectedReply(customer, ticket.channel(), Optional.of(ticket), message.at());
        List<TicketCommand> commands = new ArrayList<>();
        commands.add(new ConversationCommand.Receive(message, expected, words.meaning.disputes, via));
        commands.addAll(policies.hearing().factsIn(message));
        quotedEmployee(message).ifPresent(commands::add);
        if (words.meaning.corrects) {
            commands.add(byPerson(new ListeningCommand.CorrectStatement(
                    new FactSource.InAForm(customer.id(), via), Optional.of(message.id()))));
        }
        return new Engine.Plan(commands, (after, unit) -> {});
    }

    private Optional<TicketCommand> quotedEmployee(Message message) {
        return new QuotedEmployee(policies.answering().values()).in("", message);
    }

    private Engine.Outcome follow(Ticket closed, Words words) {
        Message message = message(words);
        Optional<Address> own = customer.id().equals(closed.customer()) ? Optional.empty() : Post.own(customer, closed);
        LifecycleCommand.Open open = new LifecycleCommand.Open(
                new TicketId(engine.newId()),
                engine.store().nextTicketNumber(),
                own.isPresent() ? customer.id() : closed.customer(), // or nobody could answer there
                own.or(closed::address),
                closed.channel(),
                closed.subject(),
                Optional.of(closed.id()),
                message,
                policies.expectedReply(customer, closed.channel(), Optional.empty(), message.at()));
        List<TicketCommand> commands = new ArrayList<>();
        commands.add(ListeningCommand.TakeOver.followUp(closed));
        commands.addAll(policies.hearing().factsIn(message));
        quotedEmployee(message).ifPresent(commands::add);
        if (words.meaning.disputes) {
            commands.add(byPerson(new LifecycleCommand.Dispute(customer.id())));
        }
        return engine.open(open, ticket -> new Engine.Plan(commands, (after, unit) -> {}));
    }

    private TicketCommand byPerson(TicketCommand command) {
        return new TicketCommand.ByPerson(person, command);
    }

    private Message message(Words words) {
        return Message.builder(
                        new MessageId(engine.newId().toString()),
                        new Author.ByCustomer(customer.id()),
                        Direction.INBOUND,
                        engine.now(),
                        words.text)
                .attachments(words.files.files())
                .remarks(words.files.remarks())
                .build();
    }
}

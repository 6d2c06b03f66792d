package dev.heed;

import com.google.common.util.concurrent.Striped;
import dev.heed.error.ConflictException;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.store.Acquaintance;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what one channel received: known already? whose? which ticket? */
final class Intake implements Inbox {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_ATTEMPTS = 50;

    private final ChannelId channel;
    private final Policies policies;
    private final Engine engine;
    private final Acknowledgement acknowledgement;
    private final QuotedEmployee quotedEmployee;
    private final Bounces bounces;
    private final Striped<Lock> senders;

    Intake(ChannelId channel, Policies policies, Engine engine, Post post, Striped<Lock> senders) {
        this.channel = channel;
        this.policies = policies;
        this.engine = engine;
        this.acknowledgement = new Acknowledgement(policies, engine, post);
        this.quotedEmployee = new QuotedEmployee(policies.answering().values());
        this.bounces = new Bounces(channel, engine);
        this.senders = senders;
    }

    @Override
    public Receipt receive(InboundMessage inbound) {
        InboundKey key = new InboundKey(channel, inbound.externalId());
        if (!inbound.attachments().isEmpty()) {
            Optional<Receipt> known = known(key); // before its files are read
            if (known.isPresent()) {
                return known.get();
            }
        }
        try (KeptFiles files = engine.attachments().take(inbound.attachments())) {
            Receipt receipt = receive(key, inbound, files);
            files.written();
            return receipt;
        }
    }

    private Optional<Receipt> known(InboundKey key) {
        return engine.store().findAccepted(key).map(ticket -> new Receipt(ticket, Receipt.How.DUPLICATE));
    }

    private Receipt receive(InboundKey key, InboundMessage inbound, KeptFiles files) {
        Lock lock = senders.get(inbound.sender());
        lock.lock(); // messages of one sender do not get in each other's way; it is the store that keeps them apart
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Optional<Receipt> receipt = known(key).or(() -> tryReceive(key, inbound, files));
                if (receipt.isPresent()) {
                    return receipt.get();
                }
            }
        } finally {
            lock.unlock();
        }
        throw new ConflictException(
                "A message on " + channel + " could not be put into its ticket, which changes all the time.",
                "It will come again with the next poll.");
    }

    private Optional<Receipt> tryReceive(InboundKey key, InboundMessage inbound, KeptFiles files) {
        Optional<Engine.Outcome> bounced =
                inbound.bounce().flatMap(bounce -> bounces.tryRecord(bounce, inbound, files, key));
        if (bounced.isPresent()) {
            return bounced.filter(outcome -> outcome.result() == CommitResult.COMMITTED)
                    .map(outcome -> new Receipt(outcome.ticket().id(), Receipt.How.APPENDED));
        }
        boolean ownAddress =
                inbound.sender().filter(policies.ownAddresses()::contains).isPresent();
        Optional<Address> sender = ownAddress ? Optional.empty() : inbound.sender();
        Sender from = identify(sender, inbound);
        Optional<StoreReads.Way> own = answeredTicket(inbound, from, sender);
        Optional<StoreReads.Way> answered = own.filter(way -> goesOn(way.end(), inbound));
        Message message = message(inbound, files, from.customer, ownAddress, answered.isPresent());
        Engine.Outcome outcome = answered.isPresent()
                ? append(answered.get(), from, message, key)
                : open(from, sender, inbound, message, key, own.map(StoreReads.Way::end));
        return outcome.result() == CommitResult.COMMITTED
                ? Optional.of(new Receipt(
                        outcome.ticket().id(), answered.isPresent() ? Receipt.How.APPENDED : Receipt.How.OPENED))
                : Optional.empty();
    }

    private Engine.Outcome append(StoreReads.Way way, Sender from, Message message, InboundKey key) {
        ExpectedReply expected = policies.expectedReply(from.customer, channel, Optional.of(way.end()), message.at());
        List<TicketCommand> commands =
                new ArrayList<>(List.of(new ConversationCommand.Receive(message, expected, false, way.via())));
        commands.addAll(policies.hearing().factsIn(message));
        quotedEmployee.in("", message).ifPresent(commands::add);
        return engine.tryChange(
                way.end(), new Engine.Plan(commands, (after, unit) -> tie(unit, after.id(), from, message, key)));
    }

    private Engine.Outcome open(
            Sender from,
            Optional<Address> sender,
            InboundMessage inbound,
            Message message,
            InboundKey key,
            Optional<Ticket> before) {
        TicketStore store = engine.store();
        LifecycleCommand.Open open = new LifecycleCommand.Open(
                new TicketId(engine.newId()),
                store.nextTicketNumber(),
                from.customer.id(),
                sender,
                channel,
                inbound.subject(),
                before.map(Ticket::id),
                message,
                policies.expectedReply(from.customer, channel, Optional.empty(), message.at()));
        Function<Ticket, Engine.Plan> then = ticket -> {
            List<TicketCommand> commands = new ArrayList<>();
            before.filter(one -> store.person(from.customer.id()).has(one.customer()))
                    .map(ListeningCommand.TakeOver::followUp)
                    .ifPresent(commands::add);
            commands.addAll(policies.hearing().factsIn(message));
            quotedEmployee.in(inbound.subject(), message).ifPresent(commands::add);
            Acknowledgement.Decision decision = acknowledgement.decide(ticket, from.customer, inbound, sender);
            commands.add(decision.command());
            return new Engine.Plan(commands, (after, unit) -> {
                tie(unit, after.id(), from, message, key);
                decision.extras().add(after, unit);
            });
        };
        return engine.open(open, then);
    }

    private void tie(UnitOfWork.Builder unit, TicketId ticket, Sender from, Message message, InboundKey key) {
        if (from.isNew) {
            unit.newCustomer(from.customer);
        }
        unit.inbound(key, ticket);
        message.reference().ifPresent(reference -> unit.reference(channel, reference, ticket));
    }

    /** What was closed long ago stays closed, and the customer gets a new ticket; programs wake nothing up. */
    private boolean goesOn(Ticket ticket, InboundMessage inbound) {
        return inbound.automatic().isPresent() || policies.reopens(ticket, engine.now());
    }

    /**
     * A ticket is found by the names of messages only if it is the sender's own: by person, or by address if nobody is known
     * there. Who is known at an address may have come to it after the ticket's customer.
     */
    private Optional<StoreReads.Way> answeredTicket(InboundMessage inbound, Sender from, Optional<Address> sender) {
        return inbound.answers().stream()
                .flatMap(reference -> engine.store().findByReference(channel, reference).stream())
                .flatMap(id -> engine.wayFrom(id).stream())
                .filter(way -> from.isNew
                        ? sender.isPresent() && way.end().address().equals(sender)
                        : engine.store()
                                .person(from.customer.id())
                                .has(way.end().customer()))
                .findFirst();
    }

    private boolean refersToForeignTicket(InboundMessage inbound) {
        return inbound.answers().stream()
                .anyMatch(reference ->
                        engine.store().findByReference(channel, reference).isPresent());
    }

    /**
     * Who sent a message.
     *
     * @param customer known or made
     * @param isNew whether the customer is to be kept
     */
    private record Sender(Customer customer, boolean isNew) {}

    private Sender identify(Optional<Address> sender, InboundMessage inbound) {
        Optional<Acquaintance> known = sender.flatMap(engine.store()::findAcquaintance);
        if (known.isPresent()) {
            return new Sender(engine.completed(known.get()), false);
        }
        Customer.Builder customer = Customer.builder("stranger-" + engine.newId());
        sender.ifPresent(customer::address);
        inbound.senderName()
                .map(String::strip)
                .filter(policies.rules()::canGreet)
                .ifPresent(customer::name);
        inbound.senderLocale().ifPresent(customer::locale);
        return new Sender(customer.build(), true);
    }

    private Message message(
            InboundMessage inbound, KeptFiles files, Customer customer, boolean ownAddress, boolean joined) {
        List<String> remarks = new ArrayList<>(inbound.remarks());
        remarks.addAll(files.remarks());
        inbound.automatic().ifPresent(reason -> remarks.add("Sent by a program: " + reason));
        if (ownAddress) {
            remarks.add("Sent from an address of the shop itself; nobody is answered automatically.");
        } else if (inbound.sender().isEmpty()) {
            remarks.add("The sender left no address that could be answered.");
        }
        if (!joined && refersToForeignTicket(inbound)) {
            remarks.add("Refers to a ticket of another customer, so a ticket of its own was opened.");
        }
        return Message.builder(
                        new MessageId(engine.newId().toString()),
                        new Author.ByCustomer(customer.id()),
                        Direction.INBOUND,
                        engine.now(),
                        inbound.text())
                .html(inbound.html())
                .attachments(files.files())
                .reference(inbound.reference())
                .automatic(ownAddress || inbound.automatic().isPresent())
                .remarks(remarks)
                .build();
    }

    @Override
    public void keepUnreadable(String externalId, String problem, byte[] raw) {
        InboundKey key = new InboundKey(channel, externalId);
        engine.store().keepUnreadable(new UnreadableInbound(key, engine.now(), problem, raw));
        log.warn("Something unreadable on channel {} was kept for people to look at: {}", channel, problem);
    }
}

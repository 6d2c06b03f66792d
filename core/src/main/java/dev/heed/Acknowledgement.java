package dev.heed;

import dev.heed.error.Finding;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.rule.Draft;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.TicketQuery;
import dev.heed.template.Template;
import dev.heed.template.Texts;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** P08: tells a customer that a message arrived and when a person will answer; not a program, and not without end. */
final class Acknowledgement {
    private static final int MOST_A_DAY = 3;
    private static final int FEW = 8;
    private static final int MANY = 128;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration OLD = Duration.ofDays(3);

    private final Policies policies;
    private final Engine engine;
    private final Post post;

    Acknowledgement(Policies policies, Engine engine, Post post) {
        this.policies = policies;
        this.engine = engine;
        this.post = post;
    }

    /**
     * Whether to acknowledge, and what goes out if so.
     *
     * @param command for the ticket
     * @param extras for the unit of work
     */
    record Decision(TicketCommand command, Engine.Extras extras) {}

    Decision decide(Ticket ticket, Customer customer, InboundMessage inbound, Optional<Address> sender) {
        Optional<String> withheld = inbound.automatic()
                .map(reason -> "The message was sent by a program: " + reason)
                .or(() -> sender.isEmpty() ? Optional.of("There is no address to write to.") : Optional.empty())
                .or(() -> isOld(inbound.sentAt())
                        ? Optional.of("The message was sent more than " + OLD.toDays() + " days ago.")
                        : Optional.empty())
                .or(() -> wasSentEnoughToday(customer)
                        ? Optional.of("The customer was sent " + MOST_A_DAY + " acknowledgements within a day.")
                        : Optional.empty());
        if (withheld.isPresent()) {
            return new Decision(new ConversationCommand.WithholdAcknowledgement(withheld.get()), (after, unit) -> {});
        }
        return acknowledge(ticket, customer);
    }

    private Decision acknowledge(Ticket ticket, Customer customer) {
        Texts texts = policies.textsFor(customer);
        Agent responsible = policies.responsible();
        Map<String, String> values = Letter.values(policies, ticket, customer, texts, responsible, engine.now());
        Template template = policies.acknowledgementFor(customer, texts);
        Letter letter = Letter.labelled(template, "label.system", texts, values);
        Draft draft = new Draft.ByProgram(policies.shop().name(), letter.body());
        List<Finding> findings = post.findings(draft, letter);
        if (!findings.isEmpty()) { // a template of the shop that cannot be filled for this customer
            return new Decision(
                    new ConversationCommand.WithholdAcknowledgement(
                            findings.get(0).problem()),
                    (after, unit) -> {});
        }
        Author author = new Author.BySystem(Optional.of(responsible.id()));
        Message message = post.message(ticket, author, letter, Optional.empty(), List.of());
        String from = post.fromName(texts, "sender.automatic", values);
        return new Decision(
                new ConversationCommand.Acknowledge(message),
                (after, unit) -> post.send(after, customer, message, from, unit));
    }

    /** A program that does not say that it is one would otherwise be answered for ever. */
    private boolean wasSentEnoughToday(Customer customer) {
        Instant since = engine.now().minus(DAY);
        int sent = 0;
        for (CustomerId profile :
                engine.store().person(customer.id()).profiles()) { // who writes from two addresses is one person
            sent += sentSince(since, profile);
            if (sent >= MOST_A_DAY) {
                return true;
            }
        }
        return false;
    }

    /** At least so many; no more than the most are counted. */
    private int sentSince(Instant since, CustomerId profile) {
        for (int limit : List.of(FEW, MANY)) { // hardly anybody opens more than a few, and each has to be read
            List<Ticket> newest = engine.store().list(new TicketQuery.OfCustomer(profile), limit);
            List<Ticket> today = newest.stream()
                    .filter(ticket -> ticket.openedAt().isAfter(since))
                    .toList();
            int sent = (int) today.stream().filter(Ticket::acknowledged).count();
            if (sent >= MOST_A_DAY || today.size() < limit) {
                return sent;
            }
        }
        return MOST_A_DAY; // nobody opens so many by hand
    }

    /** Whoever wrote long ago, before the desk was there, does not wait for a sign of arrival any more. */
    private boolean isOld(Optional<Instant> sentAt) {
        return sentAt.filter(sent -> sent.isBefore(engine.now().minus(OLD))).isPresent();
    }
}

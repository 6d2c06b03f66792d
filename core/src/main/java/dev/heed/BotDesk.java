package dev.heed;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.rule.Draft;
import dev.heed.template.Template;
import dev.heed.template.Texts;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bot can do: write, labelled as the program it is. That never counts as an answer: the customer goes on waiting
 * for a person. Thread-safe.
 */
public final class BotDesk {
    private final Bot bot;
    private final Policies policies;
    private final Engine engine;
    private final Post post;

    BotDesk(Bot bot, Policies policies, Engine engine, Post post) {
        this.bot = bot;
        this.policies = policies;
        this.engine = engine;
        this.post = post;
    }

    /**
     * Writes to the customer of a ticket. Below the text stands that a program wrote it and who is responsible.
     *
     * @throws RefusedException if a house rule refuses it
     * @throws InvalidInputException if it is blank, or longer than {@link Reply#LONGEST_TEXT}
     */
    public Ticket write(TicketId id, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("A bot's message has no words.", "Write what the customer should read.");
        }
        if (text.length() > Reply.LONGEST_TEXT) {
            throw InvalidInputException.tooLong(
                    "A bot's message", text.length(), Reply.LONGEST_TEXT, "Shorten it, or link to the rest.");
        }
        return engine.change(id, ticket -> {
            Answerable.require(engine, ticket, Commitments.none());
            Customer customer = engine.customer(ticket.customer());
            Texts texts = policies.textsFor(customer);
            Agent responsible = ticket.owner()
                    .flatMap(owner -> Optional.ofNullable(policies.agents().get(owner)))
                    .orElse(policies.responsible());
            Map<String, String> values = Letter.values(policies, ticket, customer, texts, responsible, engine.now());
            values.put("bot.name", bot.name());
            Letter letter = Letter.labelled(Template.parse(text), "label.bot", texts, values);
            List<Finding> findings =
                    new ArrayList<>(post.findings(new Draft.ByProgram(bot.name(), letter.body()), letter));
            findings.addAll(policies.hearing().findings(ticket, letter.body(), List.of(), List.of(), engine.now()));
            if (!findings.isEmpty()) {
                throw new RefusedException(findings);
            }
            Author author = new Author.ByBot(bot.name(), Optional.of(responsible.id()));
            Message message = post.message(ticket, author, letter, Optional.empty(), List.of());
            String from = post.fromName(texts, "sender.bot", values);
            return new Engine.Plan(
                    List.of(new ConversationCommand.BotMessage(message)),
                    (after, unit) -> post.send(after, customer, message, from, unit));
        });
    }
}

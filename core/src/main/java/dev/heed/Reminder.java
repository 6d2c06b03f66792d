package dev.heed;

import dev.heed.error.Finding;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.rule.Draft;
import dev.heed.template.Texts;
import dev.heed.ticket.DeliveryCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TimeCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** P26: asks a silent customer whether the matter is solved, and says when it will be taken for that. */
final class Reminder {
    private final Policies policies;
    private final Engine engine;
    private final Post post;

    Reminder(Policies policies, Engine engine, Post post) {
        this.policies = policies;
        this.engine = engine;
        this.post = post;
    }

    /** What to do with a ticket whose customer is to be asked. */
    Engine.Plan ask(Ticket ticket, Instant closesAt) {
        Customer customer = engine.customer(ticket.customer());
        Texts texts = policies.textsFor(customer);
        Agent responsible = ticket.owner()
                .flatMap(owner -> Optional.ofNullable(policies.agents().get(owner)))
                .orElse(policies.responsible());
        Map<String, String> values = Letter.values(policies, ticket, customer, texts, responsible, engine.now());
        values.put("closing_date", texts.time(closesAt, policies.zoneFor(customer)));
        Letter letter = Letter.labelled(texts.template("reminder"), "label.system", texts, values);
        Draft draft = new Draft.ByProgram(policies.shop().name(), letter.body());
        List<Finding> findings = new ArrayList<>(post.findings(draft, letter));
        post.missingAddress(ticket, customer).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            return Engine.Plan.of(new DeliveryCommand.RecordUnreachable(
                    findings.get(0).code() + " keeps a reminder from going out."));
        }
        Author author = new Author.BySystem(Optional.of(responsible.id()));
        Message message = post.message(ticket, author, letter, Optional.empty(), List.of());
        String from = post.fromName(texts, "sender.automatic", values);
        return new Engine.Plan(List.of(new TimeCommand.Remind(message, closesAt)), (after, unit) -> {
            if (after.messages().contains(message)) {
                post.send(after, customer, message, from, unit);
            }
        });
    }
}

package dev.heed;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.Permission;
import dev.heed.promise.Promise;
import dev.heed.rule.Draft;
import dev.heed.template.Placeholders;
import dev.heed.template.Texts;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How an agent's answer is checked, written and sent. */
final class Answering {
    private static final Duration MOST_AHEAD = Duration.ofDays(366);
    private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

    private final Actor actor;
    private final Agent agent;
    private final Policies policies;
    private final Engine engine;
    private final Post post;

    Answering(Actor actor, Post post) {
        this.actor = actor;
        this.agent = actor.person();
        this.policies = actor.policies();
        this.engine = actor.engine();
        this.post = post;
    }

    /** What the agent would answer without having read. */
    List<Message> unseen(TicketId id) {
        Ticket ticket = engine.ticket(id);
        Author author = new Author.ByAgent(agent.id());
        List<Message> unseen = new ArrayList<>(ticket.unseen(actor.seen(id), author));
        for (TicketId duplicate : ticket.unseenDuplicates(actor.seen(id))) {
            unseen.addAll(new Conversations(engine).said(engine.ticket(duplicate)));
        }
        return List.copyOf(unseen);
    }

    /** What would refuse it, as far as it can be said at once. */
    List<Finding> review(Ticket ticket, Reply reply, Commitments given) {
        Commitments commitments = withStatement(given, reply);
        Answerable.require(engine, ticket, commitments);
        Customer customer = engine.customer(ticket.customer());
        Letter letter = letter(ticket, customer, reply, commitments);
        List<Finding> findings = new ArrayList<>(findings(ticket, reply, letter));
        post.missingAddress(ticket, customer).ifPresent(findings::add);
        findings.addAll(refusals(this::requireReviewed));
        Author author = new Author.ByAgent(agent.id());
        Message message = post.message(ticket, author, letter, Optional.of(reply.signature()), reply.attachments());
        Seen seen = reply.seen().orElseGet(() -> actor.seen(ticket.id()));
        findings.addAll(refusals(() -> {
            TicketCommand answer = actor.inSpite(new ConversationCommand.Answer(message, commitments, seen));
            var unused = ticket.decide(answer, engine.context());
        }));
        Set<PracticeCode> overridden = Overriding.codes(actor::inSpite);
        return findings.stream()
                .filter(finding -> !overridden.contains(finding.code()))
                .toList();
    }

    private static List<Finding> refusals(Runnable attempt) {
        try {
            attempt.run();
            return List.of();
        } catch (RefusedException e) {
            return e.findings();
        }
    }

    private List<Finding> findings(Ticket ticket, Reply reply, Letter letter) {
        List<Finding> found = post.findings(draft(reply, letter), letter);
        String read = Joiner.on("\n\n")
                .join(Stream.concat(Stream.of(letter.body()), letter.below().stream())
                        .iterator());
        List<Finding> heard = policies.hearing().findings(ticket, read, reply.asks(), reply.suggests(), engine.now());
        return Stream.concat(found.stream(), heard.stream()).toList();
    }

    /** What the house rules say of words that the customer reads or hears without a letter, as of what stands below one. */
    List<TicketCommand> saying(Ticket ticket, String what) {
        return actor.requireOverridden(findings(ticket, what));
    }

    private List<Finding> findings(Ticket ticket, String words) {
        List<Finding> found =
                new ArrayList<>(policies.rules().check(new Draft.ByAgent(agent, Signature.of(agent), words)));
        found.addAll(policies.rules().enforced(Placeholders.leftovers(words).stream()));
        found.addAll(policies.hearing().findings(ticket, words, List.of(), List.of(), engine.now()));
        return found;
    }

    /** What the house rules say of a subject; it signs nothing. */
    List<TicketCommand> entitling(Ticket ticket, String subject) {
        return actor.requireOverridden(findings(ticket, subject).stream()
                .filter(finding -> finding.code() != PracticeCode.SIGNATURE_NOT_PERSONAL)
                .toList());
    }

    /** How the shop understands a problem, said on the phone: held to what is held against the same in a letter. */
    List<TicketCommand> rephrasing(Ticket ticket, String problem) {
        Texts texts = policies.textsFor(engine.customer(ticket.customer()));
        return saying(ticket, statement(texts, problem));
    }

    /**
     * Answers, and lets more happen in the same unit of work. The bytes of its files are read first.
     *
     * @param more commands that come after the answer, given its message
     */
    Ticket send(TicketId id, Reply reply, Commitments given, Function<MessageId, List<TicketCommand>> more) {
        requireNonNull(reply, "reply");
        Commitments commitments = withStatement(requireNonNull(given, "commitments"), reply);
        requireReviewed();
        Seen seen = reply.seen().orElseGet(() -> actor.seen(id));
        new UsableFiles(engine).require(id, reply);
        try (KeptFiles files = engine.attachments().keep(reply)) {
            Reply kept = reply.withAttachments(files.files());
            Ticket after = engine.change(id, ticket -> {
                Function<Message, TicketCommand> answer =
                        message -> new ConversationCommand.Answer(message, commitments, seen);
                return plan(ticket, kept, commitments, answer, more);
            });
            files.written();
            return actor.shown(after);
        }
    }

    /**
     * What an answer is to do to a ticket as it is now.
     *
     * @param answer how it answers, given its message
     * @param more commands that come after the answer, given its message
     * @throws RefusedException if a house rule on its words refuses it
     */
    Engine.Plan plan(
            Ticket ticket,
            Reply reply,
            Commitments commitments,
            Function<Message, TicketCommand> answer,
            Function<MessageId, List<TicketCommand>> more) {
        Answerable.require(engine, ticket, commitments);
        Customer customer = engine.customer(ticket.customer());
        Letter letter = letter(ticket, customer, reply, commitments);
        List<TicketCommand> warned = actor.requireOverridden(findings(ticket, reply, letter));
        Author author = new Author.ByAgent(agent.id());
        Message message = post.message(ticket, author, letter, Optional.of(reply.signature()), reply.attachments());
        List<TicketCommand> commands = new ArrayList<>(warned);
        if (ticket.owner().isEmpty()) {
            commands.add(new OwnershipCommand.Take(agent.id(), "First to answer."));
        }
        commands.add(actor.inSpite(answer.apply(message)));
        commands.addAll(more.apply(message.id()));
        return new Engine.Plan(
                commands, (after, unit) -> post.send(after, customer, message, fromName(customer, reply), unit));
    }

    /** P83: what somebody who learns writes is read by a colleague before it leaves. */
    void requireReviewed() {
        if (!policies.authority().allows(agent.id(), Permission.ANSWER_UNREVIEWED)) {
            throw new RefusedException(List.of(new Finding(
                    PracticeCode.REVIEW_REQUIRED,
                    "Answers of agent " + agent.id() + " are read by a colleague before they leave.",
                    Optional.empty(),
                    "Keep it with drafts().write(…), and hand it in with drafts().submit(…).")));
        }
    }

    private String fromName(Customer customer, Reply reply) {
        Map<String, String> values = new HashMap<>();
        values.put("agent.name", reply.signature().name());
        values.put("shop.name", policies.shop().name());
        return post.fromName(policies.textsFor(customer), "sender.agent", values);
    }

    private Letter letter(Ticket ticket, Customer customer, Reply reply, Commitments commitments) {
        Texts texts = policies.textsFor(customer);
        List<String> below = below(ticket, customer, commitments, texts);
        return Letter.signed(
                reply, below, texts, () -> Letter.values(policies, ticket, customer, texts, agent, engine.now()));
    }

    private static Commitments withStatement(Commitments commitments, Reply reply) {
        return reply.rephrased().map(commitments::rephrase).orElse(commitments);
    }

    /** What is understood, promised and decided, as the customer reads it. */
    private List<String> below(Ticket ticket, Customer customer, Commitments commitments, Texts texts) {
        List<String> lines = new ArrayList<>();
        commitments.statement().ifPresent(statement -> {
            lines.add(statement(texts, statement));
            lines.add(texts.get("statement.question"));
        });
        commitments
                .promises()
                .forEach(promise -> lines.add(promised("promise", promise.text(), promise.due(), customer, texts)));
        commitments
                .renegotiations()
                .forEach(renegotiation -> ticket.openPromises().stream()
                        .filter(promise -> promise.id().equals(renegotiation.promise()))
                        .map(Promise::text)
                        .forEach(what ->
                                lines.add(promised("renegotiated", what, renegotiation.due(), customer, texts))));
        commitments.decision().ifPresent(decision -> {
            lines.add(texts.get("decision.reason").replace("{{reason}}", decision.reason()));
            lines.add(texts.get("decision.appeal").replace("{{appeal}}", decision.appeal()));
        });
        return lines;
    }

    private static String statement(Texts texts, String problem) {
        return texts.get("statement").replace("{{statement}}", problem);
    }

    private String promised(String key, String what, Instant due, Customer customer, Texts texts) {
        Instant now = engine.now();
        if (!due.isAfter(now) || due.isAfter(now.plus(MOST_AHEAD))) { // perhaps in a year that no calendar holds
            throw new InvalidInputException(
                    "A promise is due at " + due + ", which is not ahead, or more than a year.",
                    "Name a time within a year.");
        }
        return texts.get(key)
                .replace("{{time}}", texts.time(due, policies.zoneFor(customer)))
                .replace("{{what}}", LINE_BREAKS.matcher(what).replaceAll(" ")); // one in an old history may have some
    }

    private Draft draft(Reply reply, Letter letter) {
        return new Draft.ByAgent(agent, reply.signature(), letter.body());
    }
}

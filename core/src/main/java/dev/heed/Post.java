package dev.heed;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.template.Placeholders;
import dev.heed.template.Texts;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes messages to customers, and the outgoing work that belongs to them. */
final class Post {
    private static final int MOST_ANSWERED = 20;

    private final Policies policies;
    private final Engine engine;

    Post(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
    }

    /** A message ready to be written into a ticket. */
    Message message(
            Ticket ticket, Author author, Letter letter, Optional<Signature> signature, List<Attachment> files) {
        MessageId id = new MessageId(engine.newId().toString());
        Message.Builder message = Message.builder(id, author, Direction.OUTBOUND, engine.now(), letter.text())
                .html(letter.html())
                .attachments(files)
                .reference(policies.plannedReference(ticket.channel(), id.value()));
        signature.ifPresent(message::signature);
        return message.build();
    }

    /** Where answers to this ticket go: where it came from, else what is known of the customer, else a refusal. */
    Address addressOf(Ticket ticket, Customer customer) {
        return ticket.address()
                .or(() -> customer.addresses().stream().findFirst())
                .orElseThrow(() -> new RefusedException(List.of(new Finding(
                        PracticeCode.NO_REPLY_PATH,
                        "The customer of ticket " + ticket.number() + " left no address.",
                        Optional.empty(),
                        "Find out who wrote, and register customer " + customer.id() + " with an address."))));
    }

    /** Adds a message to the outbox, and makes its planned name lead back to the ticket. */
    void send(Ticket ticket, Customer customer, Message message, String fromName, UnitOfWork.Builder unit) {
        OutboundMessage outbound = new OutboundMessage(
                message.id(),
                ticket.channel(),
                addressOf(ticket, customer),
                customer.name(),
                fromName,
                subject(ticket),
                new OutboundMessage.Content(message.text(), message.html(), message.attachments()),
                earlier(ticket, message),
                message.automatic(),
                message.at(),
                policies.shop().zone());
        Instant now = message.at();
        unit.send(OutboxEntry.waiting(engine.newId(), ticket.id(), outbound, now));
        message.reference().ifPresent(reference -> unit.reference(ticket.channel(), reference));
    }

    /** What the sender of a message is called: always the author's own name. */
    String fromName(Texts texts, String key, Map<String, String> values) {
        return Placeholders.fill(texts.get(key), values, UnaryOperator.identity())
                .text();
    }

    private static String subject(Ticket ticket) {
        String subject = ticket.subject();
        String lower = subject.toLowerCase(Locale.ROOT);
        boolean answer = lower.startsWith("re:") || lower.startsWith("aw:");
        String tag = "[" + ticket.number() + "]";
        String plain = subject.isBlank() ? tag : subject.contains(tag) ? subject : subject + " " + tag;
        return answer ? plain : "Re: " + plain;
    }

    /** The names of what was said before; what is answered, the customer's last message, comes last. */
    private static List<String> earlier(Ticket ticket, Message message) {
        List<String> references = new ArrayList<>();
        Optional<String> answered = Optional.empty();
        for (Message earlier : ticket.messages()) {
            if (!earlier.id().equals(message.id()) && earlier.reference().isPresent()) {
                references.add(earlier.reference().get());
                answered = earlier.direction() == Direction.INBOUND ? earlier.reference() : answered;
            }
        }
        answered.ifPresent(reference -> {
            references.remove(reference);
            references.add(reference);
        });
        if (references.size() <= MOST_ANSWERED) {
            return references;
        }
        List<String> kept = new ArrayList<>(List.of(references.get(0)));
        kept.addAll(references.subList(references.size() - MOST_ANSWERED + 1, references.size()));
        return kept;
    }
}

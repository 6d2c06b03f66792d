package dev.heed;

import com.google.common.collect.Lists;
import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.rule.Draft;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.template.Texts;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What the house rules find in a message as the customer will read it. */
    List<Finding> findings(Draft draft, Letter letter) {
        List<Finding> findings = policies.rules().check(draft);
        if (draft instanceof Draft.ByAgent by && !letter.below().isEmpty()) {
            findings = new ArrayList<>(findings);
            for (String line : letter.below()) {
                for (Finding finding : policies.rules().check(new Draft.ByAgent(by.author(), by.signature(), line))) {
                    findings.add(belowTheText(finding));
                }
            }
        }
        return letter.findings().isEmpty()
                ? List.copyOf(findings)
                : Stream.concat(findings.stream(), policies.rules().enforced(letter.findings().stream()).stream())
                        .toList();
    }

    /** A place in a line below is none in the text. */
    private static Finding belowTheText(Finding finding) {
        return new Finding(
                finding.code(),
                "What is promised or decided below the text: " + finding.problem(),
                Optional.empty(),
                finding.remedy());
    }

    /** As {@link #findings}, and refuses what they find. */
    void require(Draft draft, Letter letter) {
        List<Finding> findings = findings(draft, letter);
        if (!findings.isEmpty()) {
            throw new RefusedException(findings);
        }
    }

    /**
     * Where answers to this ticket go: where it came from, else what is known of the customer. Nothing goes where somebody
     * else is by now: addresses change hands.
     */
    private Optional<Address> address(Ticket ticket, Customer customer) {
        return ticket.address()
                .filter(address -> customer.addresses().contains(address) || !isOfSomebodyElse(address, customer))
                .or(() -> own(customer, ticket));
    }

    /** An address of somebody's own to which answers to this ticket can go. */
    static Optional<Address> own(Customer customer, Ticket ticket) {
        return customer.addresses().stream()
                .filter(address -> fits(address, ticket))
                .min(Comparator.comparing(Address::value));
    }

    private boolean isOfSomebodyElse(Address address, Customer customer) {
        return engine.store()
                .findCustomer(address)
                .map(Customer::id)
                .filter(holder -> !holder.equals(customer.id()))
                .filter(holder -> !engine.store().person(customer.id()).has(holder))
                .isPresent();
    }

    /** An account is of use on its own channel only; which e-mail address is taken must not depend on chance. */
    private static boolean fits(Address address, Ticket ticket) {
        return !(address instanceof AccountAddress account)
                || account.channel().equals(ticket.channel().value());
    }

    /** What is to be said where no answer can arrive. */
    Optional<Finding> missingAddress(Ticket ticket, Customer customer) {
        if (address(ticket, customer).isPresent()) {
            return Optional.empty();
        }
        String id = "customer " + customer.id();
        return Optional.of(
                ticket.address().isEmpty()
                        ? noPath(
                                "The customer of ticket " + ticket.number() + " left no address.",
                                "Find out who wrote, and register " + id + " with an address.")
                        : noPath(
                                "The address from which ticket " + ticket.number()
                                        + " came is that of another customer by now.",
                                "Register " + id
                                        + " with an address of today, or link the two if they are one person."));
    }

    private static Finding noPath(String problem, String remedy) {
        return new Finding(PracticeCode.NO_REPLY_PATH, problem, Optional.empty(), remedy);
    }

    private Address addressOf(Ticket ticket, Customer customer) {
        missingAddress(ticket, customer).ifPresent(finding -> {
            throw new RefusedException(List.of(finding));
        });
        return address(ticket, customer).orElseThrow();
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
        message.reference().ifPresent(reference -> unit.reference(ticket.channel(), reference, ticket.id()));
    }

    /** What the sender of a message is called: always the author's own name. */
    String fromName(Texts texts, String key, Map<String, String> values) {
        return texts.filled(key, values);
    }

    private static String subject(Ticket ticket) {
        String subject = ticket.subject();
        String lower = subject.toLowerCase(Locale.ROOT);
        boolean answer = lower.startsWith("re:") || lower.startsWith("aw:");
        String tag = "[" + ticket.number() + "]";
        String plain = subject.isBlank() ? tag : subject.contains(tag) ? subject : subject + " " + tag;
        return answer ? plain : "Re: " + plain;
    }

    /**
     * The names of what was said up to the customer's last message, which is what is answered; that comes last. The first
     * of all comes first, however long ago: by it mail programs hold a thread together.
     */
    private static List<String> earlier(Ticket ticket, Message message) {
        List<Message> all = ticket.messages();
        int last = lastNamedInbound(all);
        if (last < 0) {
            last = all.size() - 1;
        }
        int first = 0;
        while (first <= last && !isNamedBefore(message, all.get(first))) {
            first++;
        }
        if (first > last) {
            return List.of();
        }
        List<String> newestFirst = new ArrayList<>();
        for (int i = last; i > first && newestFirst.size() < MOST_ANSWERED - 1; i--) {
            if (isNamedBefore(message, all.get(i))) {
                all.get(i).reference().ifPresent(newestFirst::add);
            }
        }
        all.get(first).reference().ifPresent(newestFirst::add);
        return List.copyOf(Lists.reverse(newestFirst));
    }

    private static int lastNamedInbound(List<Message> all) {
        int last = all.size() - 1;
        while (last >= 0 && !isNamedInbound(all.get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isNamedBefore(Message message, Message earlier) {
        return earlier.reference().isPresent() && !earlier.id().equals(message.id());
    }

    private static boolean isNamedInbound(Message message) {
        return message.direction() == Direction.INBOUND && message.reference().isPresent();
    }
}

package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.json.EventJson;
import dev.heed.json.Redaction;
import dev.heed.message.ContentHash;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.privacy.ErasureReport;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Forgets one person in one unit of work, and looks afterwards whether anything is left. */
final class Erasing {
    private static final int MOST_ATTEMPTS = 50;
    private static final int ALL = Integer.MAX_VALUE;
    /** Shorter words are parts of others. */
    private static final int SHORTEST_WORD = 4;

    private final Policies policies;
    private final Engine engine;
    private final TicketStore store;
    private final PersonalDocuments documents;
    private final EventJson json = EventJson.create();

    Erasing(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
        this.store = engine.store();
        this.documents = new PersonalDocuments(engine);
    }

    /**
     * What is to be forgotten.
     *
     * @param known whose it is; by their names and addresses it is looked for afterwards
     * @param forgotten those of them that are forgotten, too: all or none
     */
    private record Person(List<Customer> known, List<Customer> forgotten, List<Ticket> tickets) {
        Set<String> words() {
            Set<String> words = new TreeSet<>();
            for (Customer profile : known) {
                words.add(profile.id().value());
                profile.name().ifPresent(words::add);
                profile.addresses().forEach(address -> words.add(address.value()));
            }
            words.removeIf(word -> word.length() < SHORTEST_WORD);
            return words;
        }
    }

    /** Forgets a person. */
    ErasureReport erase(CustomerId id, Optional<AgentId> by, String reason) {
        return erase(() -> person(id), by, reason);
    }

    /** Forgets what was said in some tickets that are closed, and nobody's profile. */
    ErasureReport eraseTickets(Set<TicketId> ids) {
        return erase(() -> tickets(ids), Optional.empty(), "Kept for long enough.");
    }

    private ErasureReport erase(Supplier<Person> read, Optional<AgentId> by, String reason) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Person person = read.get();
            List<StoredDocument> uses = uses(person);
            Optional<ErasureReport> report = tryErase(person, uses, by, reason);
            if (report.isPresent()) {
                return searched(person, report.get(), new ErasedFiles(engine.attachments(), files(uses)));
            }
        }
        throw new ConflictException(
                "What is known of a customer changed " + MOST_ATTEMPTS + " times while it was to be erased.",
                "Try again in a moment.");
    }

    private static Set<ContentHash> files(List<StoredDocument> uses) {
        return uses.stream().map(AttachmentUses::content).collect(Collectors.toUnmodifiableSet());
    }

    /** The files of her tickets and of the drafts on them. */
    private List<StoredDocument> uses(Person person) {
        return engine.attachments()
                .uses()
                .of(person.tickets.stream().map(Ticket::id).toList());
    }

    /** With all profiles that are hers. */
    private Person person(CustomerId id) {
        engine.profile(id);
        List<Customer> profiles = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        for (CustomerId profile : store.person(id).profiles()) {
            store.findCustomer(profile).ifPresent(profiles::add);
            tickets.addAll(store.list(new TicketQuery.OfCustomer(profile), ALL));
        }
        return new Person(profiles, profiles, tickets);
    }

    private Person tickets(Set<TicketId> ids) {
        List<Ticket> tickets = ids.stream().map(engine::ticket).toList();
        List<Customer> known = tickets.stream()
                .flatMap(ticket -> store.person(ticket.customer()).profiles().stream())
                .distinct()
                .flatMap(id -> store.findCustomer(id).stream())
                .toList();
        return new Person(known, List.of(), tickets);
    }

    private Optional<ErasureReport> tryErase(
            Person person, List<StoredDocument> uses, Optional<AgentId> by, String reason) {
        CustomerId pseudonym = Redaction.pseudonym(engine.newId());
        Redaction redaction = new Redaction(pseudonym);
        List<UnitOfWork.Change> rewrites = new ArrayList<>();
        for (Ticket ticket : person.tickets) {
            List<TicketEvent> history = new ArrayList<>(store.history(ticket.id()));
            if (history.size() != ticket.version()) {
                return Optional.empty();
            }
            history.addAll(closing(ticket, by, reason));
            List<TicketEvent> erased = redaction.of(history);
            rewrites.add(new UnitOfWork.Change(Ticket.replay(erased), erased, ticket.version(), Optional.empty()));
        }
        List<UnreadableInbound> unreadable = unreadable(person);
        List<StoredDocument> kept = documents.of(person.forgotten, person.tickets);
        Map<String, Long> erased = new LinkedHashMap<>();
        erased.put("profiles", (long) person.forgotten.size());
        erased.put("tickets", (long) rewrites.size());
        erased.put(
                "events",
                rewrites.stream().mapToLong(one -> one.events().size()).sum());
        erased.put("documents", (long) kept.size());
        erased.put("unreadable", (long) unreadable.size());
        ErasureReport report = new ErasureReport(engine.newId(), engine.now(), by, pseudonym, erased, Map.of());
        CommitResult result = engine.rewrite(
                rewrites,
                unit -> {
                    person.forgotten.forEach(profile -> unit.forget(profile.id()));
                    unit.customer(Customer.builder(pseudonym.value()).build());
                    unreadable.forEach(one -> unit.forgetUnreadable(one.key()));
                    documents.forget(person.forgotten, kept, unit);
                    engine.attachments().uses().remove(uses, unit);
                },
                redaction::of);
        return result == CommitResult.COMMITTED ? Optional.of(report) : Optional.empty();
    }

    private List<TicketEvent> closing(Ticket ticket, Optional<AgentId> by, String reason) {
        if (ticket.status() == TicketStatus.CLOSED) {
            return List.of();
        }
        AgentId who = by.orElse(policies.responsible().id());
        return ticket.decide(
                        new LifecycleCommand.Exempt(Exemption.CUSTOMER_ERASED, who, reason, Optional.empty()),
                        engine.context())
                .events();
    }

    /** Mails that nobody could read may be hers, if one of her addresses stands in them. */
    private List<UnreadableInbound> unreadable(Person person) {
        if (person.forgotten.isEmpty()) {
            return List.of();
        }
        Set<String> words = person.words();
        return store.unreadable(ALL).stream()
                .filter(one -> hits(new String(one.raw(), StandardCharsets.ISO_8859_1), words) > 0
                        || hits(new String(one.raw(), StandardCharsets.UTF_8), words) > 0)
                .toList();
    }

    private ErasureReport searched(Person person, ErasureReport report, ErasedFiles files) {
        Map<String, Long> erased = new LinkedHashMap<>(report.erased());
        erased.put("attachments", files.erased());
        Set<String> words = person.words();
        Map<String, Long> found = new LinkedHashMap<>();
        found.put(
                "profiles",
                person.forgotten.stream()
                        .filter(profile -> store.findCustomer(profile.id()).isPresent())
                        .count());
        found.put(
                "addresses",
                person.forgotten.stream()
                        .flatMap(profile -> profile.addresses().stream())
                        .filter(address -> store.findCustomer(address)
                                .filter(now -> person.forgotten.stream()
                                        .anyMatch(profile -> profile.id().equals(now.id())))
                                .isPresent())
                        .count());
        long inHistories = 0;
        for (Ticket ticket : person.tickets) {
            inHistories += hits(json.writeHistory(store.history(ticket.id())), words);
        }
        found.put("histories", inHistories);
        found.put("documents", (long)
                documents.of(person.forgotten, person.tickets).size());
        found.put(
                "links",
                person.forgotten.stream()
                        .mapToLong(profile -> store.links(profile.id()).size())
                        .sum());
        found.put("unreadable", (long) unreadable(person).size());
        found.put("attachments", files.left());
        ErasureReport searched =
                new ErasureReport(report.id(), report.at(), report.by(), report.pseudonym(), erased, found);
        engine.write(unit -> unit.document(PrivacyRecords.document(searched)));
        return searched;
    }

    private static long hits(String text, Set<String> words) {
        return words.stream().filter(text::contains).count();
    }
}

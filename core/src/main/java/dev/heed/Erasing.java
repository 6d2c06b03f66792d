package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.json.Redaction;
import dev.heed.message.ContentHash;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forgets one person in one unit of work, and looks afterwards whether anything is left. */
final class Erasing {
    private static final int MOST_ATTEMPTS = 50;
    /** How often what came meanwhile is swept up. */
    private static final int MOST_SWEEPS = 3;

    private static final int ALL = Integer.MAX_VALUE;
    /** What a report says until somebody has looked. */
    private static final Map<String, Long> UNSEARCHED = Map.of("unsearched", 1L);

    private final Policies policies;
    private final Engine engine;
    private final TicketStore store;
    private final PersonalDocuments documents;
    private final ErasureSearch search;

    Erasing(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
        this.store = engine.store();
        this.documents = new PersonalDocuments(engine);
        this.search = new ErasureSearch(store, documents, engine.attachments().uses());
    }

    /**
     * What was forgotten.
     *
     * @param report as it was written with it, before anybody has looked
     * @param kept what was removed besides
     * @param files the contents that were used
     */
    private record Done(
            ErasedPerson whom,
            StoredDocument document,
            ErasureReport report,
            Askings.Kept kept,
            Set<ContentHash> files) {}

    /** Forgets a person. */
    ErasureReport erase(CustomerId id, Optional<AgentId> by, String reason) {
        ErasedPerson whom = person(id);
        var unused = requireNotHeld(whom);
        whom.person() // nobody else's ticket may go on in one that is closed for ever
                .ifPresent(person -> Parting.strangers(
                        engine, person, by.orElse(policies.responsible().id())));
        return erase(() -> person(id), by, reason);
    }

    /** Forgets what was said in some tickets that are closed, and nobody's profile. */
    ErasureReport eraseTickets(Set<TicketId> ids) {
        return erase(() -> tickets(ids), Optional.empty(), "Kept for long enough.");
    }

    private ErasureReport erase(Supplier<ErasedPerson> read, Optional<AgentId> by, String reason) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Done> done = tryErase(read.get(), by, reason);
            if (done.isPresent()) {
                return searched(done.get());
            }
        }
        throw new ConflictException(
                "What is known of a customer changed " + MOST_ATTEMPTS + " times while it was to be erased.",
                "Try again in a moment.");
    }

    /** With all profiles that are hers; of one who is not known any more, what is left. */
    private ErasedPerson person(CustomerId id) {
        Person person = store.person(id);
        List<Customer> known = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        for (CustomerId profile : person.profiles()) {
            known.add(store.findCustomer(profile)
                    .orElseGet(() -> Customer.builder(profile.value()).build()));
            tickets.addAll(store.list(new TicketQuery.OfCustomer(profile), ALL));
        }
        boolean nothingIsLeft =
                tickets.isEmpty() && documents.of(known, List.of()).documents().isEmpty();
        if (nothingIsLeft || Redaction.isPseudonym(id)) {
            engine.profile(id);
        }
        return new ErasedPerson(known, Optional.of(person), tickets);
    }

    private ErasedPerson tickets(Set<TicketId> ids) {
        List<Ticket> tickets = ids.stream().map(engine::ticket).toList();
        List<Customer> known = tickets.stream()
                .flatMap(ticket -> store.person(ticket.customer()).profiles().stream())
                .distinct()
                .flatMap(id -> store.findCustomer(id).stream())
                .toList();
        return new ErasedPerson(known, Optional.empty(), tickets);
    }

    /**
     * What there is to write.
     *
     * @param bound of whom nothing may have to be kept
     * @param own the erased histories
     * @param elsewhere those of others in which she has left something
     */
    private record Rewriting(
            Redaction redaction,
            CustomerId pseudonym,
            Set<CustomerId> bound,
            List<UnitOfWork.Change> own,
            TracesElsewhere traces,
            List<TracesElsewhere.Without> elsewhere) {
        /** In which nothing may come in meanwhile. */
        List<Ticket> untouched() {
            Set<TicketId> touched =
                    elsewhere.stream().map(other -> other.ticket().id()).collect(Collectors.toUnmodifiableSet());
            return traces.others().stream()
                    .filter(other -> !touched.contains(other.id()))
                    .toList();
        }
    }

    private Optional<Done> tryErase(ErasedPerson whom, Optional<AgentId> by, String reason) {
        Set<CustomerId> bound = requireNotHeld(whom);
        CustomerId pseudonym = Redaction.pseudonym(engine.newId());
        Redaction redaction = new Redaction(pseudonym);
        TracesElsewhere traces = new TracesElsewhere(engine, whom);
        Optional<List<UnitOfWork.Change>> own = rewrites(whom, redaction, by, reason);
        Optional<List<TracesElsewhere.Without>> elsewhere = traces.erased(redaction);
        if (own.isEmpty() || elsewhere.isEmpty()) {
            return Optional.empty();
        }
        for (TracesElsewhere.Without other : elsewhere.get()) {
            PrivacyRecords.requireNotHeld(store, other.ticket().customer());
            bound.add(other.ticket().customer());
        }
        return written(whom, new Rewriting(redaction, pseudonym, bound, own.get(), traces, elsewhere.get()), by);
    }

    private Optional<Done> written(ErasedPerson whom, Rewriting what, Optional<AgentId> by) {
        List<UnreadableInbound> unreadable = search.unreadable(whom);
        Askings.Kept kept = documents.of(whom.gone(), whom.ids());
        List<StoredDocument> uses = new ArrayList<>(engine.attachments().uses().of(whom.ids()));
        what.elsewhere.forEach(other -> uses.addAll(other.uses()));
        ErasureReport report = new ErasureReport(
                engine.newId(), engine.now(), by, what.pseudonym, counts(whom, what.own, kept, unreadable), UNSEARCHED);
        StoredDocument document = PrivacyRecords.document(report);
        Set<TicketId> hers = Set.copyOf(whom.ids());
        CommitResult result = engine.rewrite(
                Stream.concat(what.own.stream(), what.elsewhere.stream().map(this::change))
                        .toList(),
                unit -> {
                    whom.person().ifPresent(unit::person);
                    whom.forgotten().forEach(unit::forget);
                    what.untouched()
                            .forEach(other -> unit.change(other, List.of(), other.version(), engine.wakeAt(other)));
                    PrivacyRecords.notHeld(what.bound, unit);
                    unit.customer(Customer.builder(what.pseudonym.value()).build())
                            .document(document);
                    unreadable.forEach(one -> unit.forgetUnreadable(one.key()));
                    PersonalDocuments.remove(kept, unit);
                    engine.attachments().uses().remove(uses, unit);
                    documents.forget(whom.forgotten(), what.pseudonym, unit);
                },
                event -> hers.contains(event.ticket())
                        ? what.redaction.of(event)
                        : what.traces.without(event, store.history(event.ticket()), what.redaction));
        return result == CommitResult.COMMITTED
                ? Optional.of(new Done(whom, document, report, kept, contents(uses)))
                : Optional.empty();
    }

    private UnitOfWork.Change change(TracesElsewhere.Without other) {
        Ticket ticket = other.ticket();
        return new UnitOfWork.Change(ticket, other.history(), ticket.version(), engine.wakeAt(ticket));
    }

    /** The erased histories; empty if one has become longer while it was read. */
    private Optional<List<UnitOfWork.Change>> rewrites(
            ErasedPerson whom, Redaction redaction, Optional<AgentId> by, String reason) {
        List<UnitOfWork.Change> rewrites = new ArrayList<>();
        for (Ticket ticket : whom.tickets()) {
            List<TicketEvent> history = new ArrayList<>(store.history(ticket.id()));
            if (history.size() != ticket.version()) {
                return Optional.empty();
            }
            history.addAll(ending(ticket, by, reason));
            List<TicketEvent> erased = redaction.of(history);
            rewrites.add(new UnitOfWork.Change(Ticket.replay(erased), erased, ticket.version(), Optional.empty()));
        }
        return Optional.of(rewrites);
    }

    private static Map<String, Long> counts(
            ErasedPerson whom,
            List<UnitOfWork.Change> rewrites,
            Askings.Kept kept,
            List<UnreadableInbound> unreadable) {
        Map<String, Long> erased = new LinkedHashMap<>();
        erased.put("profiles", (long) whom.forgotten().size());
        erased.put("tickets", (long) rewrites.size());
        erased.put(
                "events",
                rewrites.stream().mapToLong(one -> one.events().size()).sum());
        erased.put("documents", (long) kept.documents().size());
        erased.put("unreadable", (long) unreadable.size());
        return erased;
    }

    private Set<CustomerId> requireNotHeld(ErasedPerson whom) {
        Set<CustomerId> bound = new LinkedHashSet<>();
        for (Customer profile : whom.known()) {
            PrivacyRecords.requireNotHeld(store, profile.id());
            bound.addAll(PrivacyRecords.bound(store, profile.id()));
        }
        return bound;
    }

    /** The last that happens to a ticket: it is closed, unless it is, and then erased. */
    private List<TicketEvent> ending(Ticket ticket, Optional<AgentId> by, String reason) {
        AgentId who = by.orElse(policies.responsible().id());
        Ticket.Step closed = ticket.decide(
                new LifecycleCommand.Exempt(Exemption.CUSTOMER_ERASED, who, reason, Optional.empty()),
                engine.context());
        List<TicketEvent> events = new ArrayList<>(closed.events());
        events.addAll(closed.ticket()
                .decide(new LifecycleCommand.Erase(by), engine.context())
                .events());
        return events;
    }

    private static Set<ContentHash> contents(List<StoredDocument> uses) {
        return uses.stream().map(AttachmentUses::content).collect(Collectors.toUnmodifiableSet());
    }

    /** What others have written meanwhile goes, too. */
    private ErasureReport searched(Done done) {
        ErasedFiles files = new ErasedFiles(engine.attachments());
        files.delete(done.files);
        ErasureReport report = found(done, files);
        for (int sweep = 0; sweep < MOST_SWEEPS && !report.isComplete(); sweep++) {
            Askings.Kept late = documents.of(done.whom.gone(), done.whom.ids());
            List<StoredDocument> uses = engine.attachments().uses().of(done.whom.ids());
            List<UnreadableInbound> unreadable = search.unreadable(done.whom);
            CommitResult swept = engine.tryWrite(unit -> {
                PersonalDocuments.remove(late, unit);
                engine.attachments().uses().remove(uses, unit);
                unreadable.forEach(one -> unit.forgetUnreadable(one.key()));
            });
            if (swept == CommitResult.COMMITTED) {
                files.delete(contents(uses));
            }
            report = found(done, files);
        }
        StoredDocument last = done.document.next(PrivacyRecords.document(report).content());
        engine.write(unit -> unit.document(last));
        return report;
    }

    private ErasureReport found(Done done, ErasedFiles files) {
        ErasureReport report = done.report;
        Map<String, Long> erased = new LinkedHashMap<>(report.erased());
        erased.put("attachments", files.erased());
        Map<String, Long> found = search.found(done.whom, done.kept);
        found.put("attachments", files.left());
        return new ErasureReport(report.id(), report.at(), report.by(), report.pseudonym(), erased, found);
    }
}

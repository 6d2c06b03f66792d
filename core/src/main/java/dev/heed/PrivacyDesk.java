package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.LegalHoldException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Permission;
import dev.heed.people.Person;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.ExportAudience;
import dev.heed.privacy.LegalHold;
import dev.heed.privacy.PersonExport;
import dev.heed.privacy.ReleasedHold;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.Ticket;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What the law lets a person ask of the shop: {@link Backoffice#privacy()}. Thread-safe. */
public final class PrivacyDesk {
    /** Of how many tickets an export holds at once. */
    private static final int PAGE = 50;

    private static final int MOST_ATTEMPTS = 50;

    private final Actor actor;
    private final Engine engine;
    private final People people;

    PrivacyDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
        this.people = new People(engine);
    }

    /**
     * Writes everything about a person, of all profiles that are linked to be one, as one JSON object, ticket by ticket,
     * without holding it in memory; what is deleted, too.
     *
     * @param audience notes and histories are for the shop alone, and what somebody else wrote there while it was taken for
     *     this person
     * @param out is written to and not closed
     * @throws NotFoundException if there is no such customer
     * @throws IOException if it cannot be written; what was written so far is no whole object
     */
    public void export(CustomerId id, ExportAudience audience, OutputStream out) throws IOException {
        actor.may(Permission.EXPORT);
        requireNonNull(audience, "audience");
        requireNonNull(out, "out");
        engine.profile(requireNonNull(id, "id"));
        Person person = engine.store().person(id);
        Consents consents = new Consents(engine);
        try (PersonExport export = new PersonExport(audience, engine.now(), out, engine.attachments()::open)) {
            List<Customer> known = person.profiles().stream()
                    .flatMap(profile -> engine.store().findCustomer(profile).stream())
                    .toList();
            export.profiles(known, customer -> consents.history(customer.id()));
            for (CustomerId profile : person.profiles()) {
                writeTickets(profile, person, audience, export);
            }
        }
    }

    private void writeTickets(CustomerId profile, Person person, ExportAudience audience, PersonExport export)
            throws IOException {
        boolean all = audience == ExportAudience.SHOP;
        ShownToCustomers shown = new ShownToCustomers(engine);
        TicketSearch search = TicketSearch.builder()
                .customer(profile)
                .withSpam()
                .withDeleted()
                .putOff(PutOff.INCLUDED)
                .build();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<Ticket> page = engine.store().search(search, cursor, PAGE);
            for (Ticket ticket : page.items()) {
                export.ticket(
                        ticket,
                        all ? PersonExport.Content.all(ticket) : shown.content(ticket, person),
                        all ? engine.store().history(ticket.id()) : List.of());
            }
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /**
     * Forgets a person with all profiles that are linked to be one: closes her tickets, and erases what was said in them,
     * her names and addresses, what waits to be sent, and what of her is kept besides. When things happened, of which kind,
     * who of the shop acted and what became of promises stays, under a pseudonym that leads back to nobody. All of it or, if
     * it throws, nothing.
     *
     * @param reason for the record; not blank, and without personal data
     * @return what was erased, and what was found of her afterwards; kept, too
     * @throws LegalHoldException if her data must be kept, or that of somebody with whom she was ever linked
     * @throws NotFoundException if there is no such customer, and nothing is left of one
     */
    public ErasureReport erase(CustomerId id, String reason) {
        actor.may(Permission.ERASE);
        requireWords(reason);
        return new Erasing(actor.policies(), engine).erase(requireNonNull(id, "id"), actor.id(), reason);
    }

    /**
     * Lets nothing of a customer be erased until it is released. Twice is the same as once.
     *
     * @throws NotFoundException if there is no such customer
     * @throws InvalidInputException if the reason is blank
     */
    public LegalHold hold(CustomerId id, String reason) {
        actor.may(Permission.ERASE);
        requireWords(reason);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            LegalHold hold = new LegalHold(engine.profile(id).id(), engine.now(), actor.id(), reason);
            Optional<LegalHold> before = findHold(id);
            if (before.isPresent()) {
                return before.get();
            }
            if (people.isWritten(unit -> unit.known(id).document(PrivacyRecords.document(hold)))) {
                return hold;
            }
        }
        throw People.busy();
    }

    /**
     * Ends a legal hold. That it was, and who has ended it, stays on record: {@link #releasedHolds}.
     *
     * @throws NotFoundException if there is none
     */
    public void release(CustomerId id) {
        actor.may(Permission.ERASE);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            StoredDocument document = engine.store()
                    .findDocument(PrivacyRecords.HOLD, id.value())
                    .orElseThrow(() -> new NotFoundException(
                            "There is no legal hold on customer " + id + ".", "Look at privacy().holds(…)."));
            ReleasedHold released = new ReleasedHold(PrivacyRecords.hold(document), engine.now(), actor.id());
            if (people.isWritten(unit -> {
                unit.remove(document).document(PrivacyRecords.document(engine.newId(), released));
                Retaining.again(engine.store(), unit);
            })) {
                return;
            }
        }
        throw People.busy();
    }

    /**
     * The legal holds that have ended, in the order in which they did. Of who was forgotten since, a pseudonym and the times
     * are left.
     *
     * @param limit at most so many; above zero
     */
    public List<ReleasedHold> releasedHolds(int limit) {
        actor.may(Permission.READ);
        return documents(PrivacyRecords.RELEASED, limit).stream()
                .map(PrivacyRecords::released)
                .toList();
    }

    /** The legal hold on a customer. */
    public Optional<LegalHold> findHold(CustomerId id) {
        actor.may(Permission.READ);
        return engine.store().findDocument(PrivacyRecords.HOLD, id.value()).map(PrivacyRecords::hold);
    }

    /**
     * All legal holds, in the order of the customers' ids.
     *
     * @param limit at most so many; above zero
     */
    public List<LegalHold> holds(int limit) {
        actor.may(Permission.READ);
        return documents(PrivacyRecords.HOLD, limit).stream()
                .map(PrivacyRecords::hold)
                .toList();
    }

    /**
     * The reports of all erasures, in the order of their ids, which is that of time.
     *
     * @param limit at most so many; above zero
     */
    public List<ErasureReport> reports(int limit) {
        actor.may(Permission.READ);
        return documents(PrivacyRecords.REPORT, limit).stream()
                .map(PrivacyRecords::report)
                .toList();
    }

    private List<StoredDocument> documents(String kind, int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A list of at most " + limit + " is none.", "Ask for one at least.");
        }
        return engine.store().documents(kind, PrivacyRecords.OWNER, limit);
    }

    private static void requireWords(String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException("No reason was given.", "Say why, for those who read it later.");
        }
    }
}

package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.json.PeopleJson;
import dev.heed.people.AgentId;
import dev.heed.people.Consent;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What customers have agreed to: a history to which lines are added and in which none is changed. */
final class Consents {
    static final String KIND = "consents";
    private static final int MOST_ATTEMPTS = 50;

    private final Engine engine;
    private final People people;

    Consents(Engine engine) {
        this.engine = engine;
        this.people = new People(engine);
    }

    /** All that was given and withdrawn, in its order. */
    List<Consent> history(CustomerId customer) {
        engine.profile(customer);
        return find(customer).map(Consents::read).orElse(List.of());
    }

    /** Adds a line. What was not given cannot be withdrawn. */
    List<Consent> add(CustomerId customer, String purpose, boolean given, String evidence, Optional<AgentId> by) {
        Consent consent = new Consent(purpose, given, engine.now(), evidence, by);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            engine.profile(customer);
            Optional<StoredDocument> before = find(customer);
            List<Consent> history = new ArrayList<>(before.map(Consents::read).orElse(List.of()));
            if (!given && !isGiven(history, purpose)) {
                throw new InvalidInputException(
                        "Customer " + customer + " has not given the consent that is to be withdrawn.",
                        "Look at consents(…) for what was given.");
            }
            history.add(consent);
            String content = PeopleJson.consents(history);
            StoredDocument after = before.map(document -> document.next(content))
                    .orElseGet(() -> StoredDocument.of(KIND, customer.value(), customer.value(), content));
            if (people.isWritten(unit -> unit.known(customer).document(after))) {
                return List.copyOf(history);
            }
        }
        throw People.busy();
    }

    /** What was said last counts. */
    static boolean isGiven(List<Consent> history, String purpose) {
        return history.stream()
                .filter(consent -> consent.purpose().equals(purpose))
                .reduce((earlier, later) -> later)
                .filter(Consent::given)
                .isPresent();
    }

    private Optional<StoredDocument> find(CustomerId customer) {
        return engine.store().findDocument(KIND, customer.value());
    }

    private static List<Consent> read(StoredDocument document) {
        return PeopleJson.toConsents(document.content());
    }
}

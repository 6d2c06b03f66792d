package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.people.Proof.AgentDecision;
import dev.heed.people.Proof.SignedIdentity;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is known of customers. No address is taken from another profile: who registers one that somebody has written from
 * proves that it is the same person, and the two profiles are linked.
 */
final class Registry {
    private static final int MOST_ATTEMPTS = 50;
    /** Counts changes, so that of two at once none is lost. */
    static final String CHANGES = "profile";

    private final Policies policies;
    private final Engine engine;
    private final People people;

    Registry(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
        this.people = new People(engine);
    }

    /** Keeps what the shop knows. Links and consents stay as they are. */
    void register(Customer customer, List<Proof> proofs) {
        proofs.forEach(this::require);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            boolean known = engine.store().findCustomer(customer.id()).isPresent();
            Set<Address> addresses = new LinkedHashSet<>();
            List<ProfileLink> links = new ArrayList<>();
            for (Address address : customer.addresses()) {
                Optional<CustomerId> holder =
                        engine.store().findCustomer(address).map(Customer::id).filter(id -> !id.equals(customer.id()));
                if (holder.isEmpty()) {
                    addresses.add(address);
                } else if (!people.of(customer.id()).has(holder.get())) {
                    links.add(people.plan(customer.id(), holder.get(), proof(customer.id(), address, proofs)));
                }
            }
            Customer after = customer.withAddresses(addresses);
            UnaryOperator<UnitOfWork.Builder> content =
                    unit -> known ? onlyIfKnown(unit, after) : unit.newCustomer(after);
            if (isWritten(customer.id(), content, oncePerProfile(links))) {
                return;
            }
        }
        throw People.busy();
    }

    /** Two addresses of one stranger make one link. */
    private static List<ProfileLink> oncePerProfile(List<ProfileLink> links) {
        List<ProfileLink> once = new ArrayList<>();
        for (ProfileLink link : links) {
            if (once.stream().noneMatch(other -> other.joins(link.one(), link.other()))) {
                once.add(link);
            }
        }
        return once;
    }

    private void require(Proof proof) {
        if (proof instanceof SignedIdentity identity) {
            policies.identities().require(identity, engine.now());
        } else if (proof instanceof AgentDecision decision) {
            policies.agent(decision.by());
        } else {
            throw new InvalidInputException(
                    "A confirmed address is said to be the proof, which only a desk can make.",
                    "Let the customer confirm the address: CustomerDesk.requestConfirmation.");
        }
    }

    private static Proof proof(CustomerId customer, Address address, List<Proof> proofs) {
        return proofs.stream()
                .filter(proof -> !(proof instanceof SignedIdentity identity)
                        || (identity.customer().equals(customer)
                                && identity.address().equals(address)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "An address of customer " + customer + " is that of another profile, and nothing proves that"
                                + " they are one person.",
                        "Register with a proof: a signed identity of this customer and address, or the decision of an"
                                + " agent; or leave the address out."));
    }

    /** Changes what is known of a customer. */
    Customer change(CustomerId id, UnaryOperator<Customer> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<StoredDocument> changes = engine.store().findDocument(CHANGES, id.value());
            Customer after = change.apply(engine.profile(id));
            if (people.isWritten(unit -> onlyIfKnown(unit, after).document(next(id, changes)))) {
                return after;
            }
        }
        throw People.busy();
    }

    private boolean isWritten(CustomerId id, UnaryOperator<UnitOfWork.Builder> content, List<ProfileLink> links) {
        Optional<StoredDocument> changes = engine.store().findDocument(CHANGES, id.value());
        return people.isWritten(unit -> {
            content.apply(unit).document(next(id, changes));
            links.forEach(link -> unit.known(link.one()).known(link.other()).link(link));
        });
    }

    /** Who is forgotten meanwhile is not known again by what was read before. */
    private static UnitOfWork.Builder onlyIfKnown(UnitOfWork.Builder unit, Customer customer) {
        return unit.known(customer.id()).customer(customer);
    }

    private static StoredDocument next(CustomerId id, Optional<StoredDocument> changes) {
        return changes.map(before -> before.next(""))
                .orElseGet(() -> StoredDocument.of(CHANGES, id.value(), id.value(), ""));
    }
}

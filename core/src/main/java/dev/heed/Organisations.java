package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.json.PeopleJson;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.people.Person;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The organisations of a store. Each is one document, and that alone says who sees what; beside it stand documents by which
 * it is found from a member and from a domain.
 */
final class Organisations {
    /** Of one customer, and of one domain. */
    static final int MOST = 100;

    /** More are no organisation but the world. */
    static final int MOST_MEMBERS = 10_000;

    private static final String KIND = "organisation";
    private static final String OF_MEMBER = "organisation-of-member";
    private static final String OF_DOMAIN = "organisation-of-domain";
    private static final int MOST_ATTEMPTS = 50;

    private final Engine engine;
    private final People people;

    Organisations(Engine engine) {
        this.engine = engine;
        this.people = new People(engine);
    }

    Optional<Organisation> find(OrganisationId id) {
        return document(id).map(Organisations::read);
    }

    private Optional<StoredDocument> document(OrganisationId id) {
        return engine.store().findDocument(KIND, id.value());
    }

    private static Organisation read(StoredDocument document) {
        return PeopleJson.toOrganisation(document.content());
    }

    /** Keeps it, in place of what was kept under its id. */
    void register(Organisation organisation) {
        write(organisation.id(), before -> organisation, true);
    }

    /** Changes it as it is by then. */
    Organisation change(OrganisationId id, UnaryOperator<Organisation> change) {
        return write(id, change, false);
    }

    private Organisation write(OrganisationId id, UnaryOperator<Organisation> change, boolean mayBeNew) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<StoredDocument> kept = document(id);
            if (kept.isEmpty() && !mayBeNew) {
                throw new NotFoundException(
                        "There is no organisation " + id + ".", "Register it with backoffice().organisations().");
            }
            Organisation before = kept.map(Organisations::read).orElseGet(() -> Organisation.of(id.value(), "new"));
            Organisation after = change.apply(before);
            require(before, after);
            String content = PeopleJson.organisation(after);
            StoredDocument document = kept.map(old -> old.next(content))
                    .orElseGet(() -> StoredDocument.of(KIND, id.value(), "", content));
            if (people.isWritten(unit -> {
                unit.document(document);
                index(OF_MEMBER, id, names(before), names(after), unit);
                index(OF_DOMAIN, id, before.domains(), after.domains(), unit);
            })) {
                return after;
            }
        }
        throw People.busy();
    }

    private void require(Organisation before, Organisation after) {
        if (after.members().size() > MOST_MEMBERS) {
            throw new InvalidInputException(
                    "Organisation " + after.id() + " would have "
                            + after.members().size() + " members, and " + MOST_MEMBERS + " is the most.",
                    "Make several of it.");
        }
        for (CustomerId member : after.members().keySet()) {
            if (!before.members().containsKey(member)) {
                engine.profile(member);
                requireFew(OF_MEMBER, member.value());
            }
        }
        for (String domain : after.domains()) {
            if (!before.domains().contains(domain)) {
                requireFew(OF_DOMAIN, domain);
            }
        }
    }

    private void requireFew(String kind, String owner) {
        if (engine.store().documents(kind, owner, MOST).size() == MOST) {
            throw new InvalidInputException(
                    "A customer, or a domain, would belong to more than " + MOST + " organisations.",
                    "Take some of them apart first.");
        }
    }

    private static Set<String> names(Organisation organisation) {
        Set<String> names = new HashSet<>();
        organisation.members().keySet().forEach(member -> names.add(member.value()));
        return names;
    }

    /** What is there already stays, whoever wrote it. */
    private void index(String kind, OrganisationId id, Set<String> before, Set<String> after, UnitOfWork.Builder unit) {
        for (String owner : after) {
            if (!before.contains(owner)) {
                unit.document(StoredDocument.of(kind, name(id, owner), owner, id.value()));
            }
        }
        for (String owner : before) {
            if (!after.contains(owner)) {
                engine.store().findDocument(kind, name(id, owner)).ifPresent(unit::remove);
            }
        }
    }

    /** Lets profiles leave all their organisations, in a unit that does more. */
    void leave(List<CustomerId> leaving, UnitOfWork.Builder unit) {
        Set<OrganisationId> left = new LinkedHashSet<>();
        leaving.forEach(member -> listed(OF_MEMBER, member.value()).forEach(one -> left.add(one.id())));
        for (OrganisationId id : left) {
            StoredDocument kept = document(id).orElseThrow();
            Organisation before = read(kept);
            Organisation after = before;
            for (CustomerId member : leaving) {
                after = after.withoutMember(member);
            }
            unit.document(kept.next(PeopleJson.organisation(after)));
            index(OF_MEMBER, id, names(before), names(after), unit);
        }
    }

    private static String name(OrganisationId id, String owner) {
        return id.value().length() + " " + id.value() + " " + owner;
    }

    private List<Organisation> listed(String kind, String owner) {
        return engine.store().documents(kind, owner, MOST).stream()
                .flatMap(pointer -> find(OrganisationId.of(pointer.content())).stream())
                .toList();
    }

    /** To which a profile belongs. */
    List<Organisation> of(CustomerId member) {
        return listed(OF_MEMBER, member.value()).stream()
                .filter(organisation -> organisation.members().containsKey(member))
                .toList();
    }

    /** Those with a domain of the profile's addresses, and of which it is no member. */
    List<Organisation> suggested(Customer customer) {
        Map<OrganisationId, Organisation> suggested = new LinkedHashMap<>();
        for (Address address : customer.addresses()) {
            if (address instanceof EmailAddress email) {
                listed(OF_DOMAIN, email.domain()).stream()
                        .filter(organisation -> !organisation.members().containsKey(customer.id()))
                        .forEach(organisation -> suggested.put(organisation.id(), organisation));
            }
        }
        return List.copyOf(new ArrayList<>(suggested.values()));
    }

    /** The profiles whose tickets a person sees as a member. */
    Set<CustomerId> seenBy(Person person) {
        Set<CustomerId> seen = new HashSet<>();
        for (CustomerId profile : person.profiles()) {
            for (Organisation organisation : of(profile)) {
                seen.add(profile);
                if (organisation.members().get(profile) == Sight.ALL) {
                    seen.addAll(organisation.members().keySet());
                }
            }
        }
        return seen;
    }
}

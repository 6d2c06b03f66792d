package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Address;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Organisation;
import dev.heed.people.Permission;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof.AgentDecision;
import dev.heed.ticket.Ticket;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an agent can find out and say about customers: who is one person, what they read, what they agreed to. Thread-safe.
 *
 * <p>Links move nothing: addresses and tickets stay with the profile with which they came. Who takes a link back takes back
 * what was merged over it. Both are on the record.
 */
public final class CustomersDesk {
    private final Actor actor;
    private final Engine engine;
    private final People people;
    private final Registry registry;
    private final Consents consents;
    private final Organisations organisations;

    CustomersDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
        this.people = new People(engine);
        this.registry = new Registry(actor.policies(), engine);
        this.consents = new Consents(engine);
        this.organisations = new Organisations(engine);
    }

    /** Comes first in every method. */
    private void may(Permission permission) {
        actor.may(permission);
    }

    /** The profile to which an address belongs; the same letters and no others. */
    public Optional<Customer> find(Address address) {
        may(Permission.READ);
        return engine.store().findCustomer(requireNonNull(address, "address"));
    }

    /** A profile by its number. */
    public Optional<Customer> find(CustomerId id) {
        may(Permission.READ);
        return engine.store().findCustomer(requireNonNull(id, "id"));
    }

    /** All profiles that are one person with this one. */
    public Person person(CustomerId profile) {
        may(Permission.READ);
        return people.of(requireNonNull(profile, "profile"));
    }

    /** The links of a profile in the order in which they were made, those that were taken back too. */
    public List<ProfileLink> links(CustomerId profile) {
        may(Permission.READ);
        return engine.store().links(requireNonNull(profile, "profile"));
    }

    /**
     * The tickets of all profiles of the person, the newest first, at most {@code limit}.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> tickets(CustomerId profile, int limit) {
        may(Permission.READ);
        return actor.listed(PersonsTickets.list(
                engine, people.of(requireNonNull(profile, "profile")).profiles(), limit));
    }

    /**
     * Says that two profiles are one person. Twice is the same as once.
     *
     * @param reason how that is known; an equal name is no reason
     * @return the link, for {@link #unlink}
     * @throws NotFoundException if one of them is not there
     * @throws InvalidInputException if both are one profile, the reason is blank, or the person would have more than 100
     *     profiles
     */
    public ProfileLink link(CustomerId one, CustomerId other, String reason) {
        may(Permission.LINK_CUSTOMERS);
        return people.link(one, other, new AgentDecision(actor.person().id(), reason));
    }

    /**
     * Takes a link back. Who is linked over others as well stays one person. A ticket that goes on in one of somebody who is
     * somebody else then goes on by itself again.
     *
     * @return the link as it is on the record now
     * @throws NotFoundException if there is no such link
     * @throws InvalidInputException if it was taken back before, or the reason is blank
     */
    public ProfileLink unlink(ProfileLink link, String reason) {
        may(Permission.LINK_CUSTOMERS);
        return people.unlink(link, actor, reason);
    }

    /**
     * As {@link #link}, for two who have been two people so far.
     *
     * @throws InvalidInputException if they are one already, and as {@link #link} does
     */
    public ProfileLink mergePersons(CustomerId one, CustomerId other, String reason) {
        may(Permission.LINK_CUSTOMERS);
        if (people.of(requireNonNull(one, "one")).has(requireNonNull(other, "other"))) {
            throw new InvalidInputException(
                    "Profiles " + one + " and " + other + " are one person already.", "Leave it at that.");
        }
        return people.link(one, other, new AgentDecision(actor.person().id(), reason));
    }

    /**
     * Takes all links of one profile back, so that it is a person of its own. Who was one person over this profile alone is
     * so no more.
     *
     * @return the links as they are on the record now
     * @throws InvalidInputException if it is linked with none, or the reason is blank
     */
    public List<ProfileLink> unmergePerson(CustomerId profile, String reason) {
        may(Permission.LINK_CUSTOMERS);
        return people.part(requireNonNull(profile, "profile"), actor, reason);
    }

    /**
     * Says in which language a profile is written to.
     *
     * @throws NotFoundException if there is no such profile
     */
    public Customer setLanguage(CustomerId profile, Locale language) {
        may(Permission.EDIT_CUSTOMERS);
        requireNonNull(language, "language");
        return registry.change(profile, customer -> customer.withLocale(language));
    }

    /**
     * Says in which zone somebody lives.
     *
     * @throws NotFoundException if there is no such profile
     */
    public Customer setZone(CustomerId profile, ZoneId zone) {
        may(Permission.EDIT_CUSTOMERS);
        requireNonNull(zone, "zone");
        return registry.change(profile, customer -> customer.withZone(zone));
    }

    /**
     * What a profile has agreed to and what no more, in its order. The last line of a purpose counts.
     *
     * @throws NotFoundException if there is no such profile
     */
    public List<Consent> consents(CustomerId profile) {
        may(Permission.READ);
        return consents.history(profile);
    }

    /**
     * Writes down that a customer has agreed to something.
     *
     * @param purpose what for, in a word of the shop
     * @param evidence how that can be shown
     * @return the history with it
     * @throws NotFoundException if there is no such profile
     * @throws InvalidInputException if purpose or evidence is blank
     */
    public List<Consent> recordConsent(CustomerId profile, String purpose, String evidence) {
        may(Permission.EDIT_CUSTOMERS);
        return consents.add(profile, purpose, true, evidence, actor.id());
    }

    /**
     * Writes down that a customer does not agree any more. What was given stays on the record.
     *
     * @return the history with it
     * @throws NotFoundException if there is no such profile
     * @throws InvalidInputException if it was not given, or purpose or evidence is blank
     */
    public List<Consent> withdrawConsent(CustomerId profile, String purpose, String evidence) {
        may(Permission.EDIT_CUSTOMERS);
        return consents.add(profile, purpose, false, evidence, actor.id());
    }

    /**
     * The organisations whose members mostly write from the domain of one of the profile's e-mail addresses. That is no
     * proof, and makes nobody a member.
     *
     * @throws NotFoundException if there is no such profile
     */
    public List<Organisation> suggestedOrganisations(CustomerId profile) {
        may(Permission.READ);
        return organisations.suggested(engine.profile(profile));
    }
}

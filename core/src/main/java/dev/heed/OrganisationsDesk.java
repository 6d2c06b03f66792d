package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.CustomerId;
import dev.heed.people.Organisation;
import dev.heed.people.OrganisationId;
import dev.heed.people.Permission;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to which organisation, and what its members see of one another: {@link CustomerDesk#organisationTickets}.
 * Thread-safe.
 */
public final class OrganisationsDesk {
    private final Actor actor;
    private final Organisations organisations;

    OrganisationsDesk(Actor actor) {
        this.actor = actor;
        this.organisations = new Organisations(actor.engine());
    }

    private void may(Permission permission) {
        actor.may(permission);
    }

    /**
     * Keeps an organisation with its members, replacing what was kept under the same id. Who is not named any more sees
     * nothing from now on.
     *
     * @throws NotFoundException if a member is no customer
     * @throws InvalidInputException if it would have more than 10,000 members, or one of them more than 100 organisations
     * @throws dev.heed.error.ConflictException if others change it all the time
     */
    public void register(Organisation organisation) {
        may(Permission.EDIT_ORGANISATIONS);
        organisations.register(organisation);
    }

    /** An organisation with its members. */
    public Optional<Organisation> find(OrganisationId id) {
        may(Permission.READ);
        return organisations.find(id);
    }

    /** The organisations to which a profile belongs, by their ids. */
    public List<Organisation> of(CustomerId member) {
        may(Permission.READ);
        return organisations.of(member);
    }

    /**
     * Lets somebody belong to it, or see something else than before.
     *
     * @return the organisation as it is then
     * @throws NotFoundException if there is no such organisation or customer
     * @throws InvalidInputException if it would have more than 10,000 members, or the customer more than 100 organisations
     */
    public Organisation addMember(OrganisationId id, CustomerId member, Organisation.Sight sight) {
        may(Permission.EDIT_ORGANISATIONS);
        return organisations.change(id, organisation -> organisation.withMember(member, sight));
    }

    /**
     * Lets somebody belong to it no more; sight ends at once. Who is no member stays none.
     *
     * @return the organisation as it is then
     * @throws NotFoundException if there is no such organisation
     */
    public Organisation removeMember(OrganisationId id, CustomerId member) {
        may(Permission.EDIT_ORGANISATIONS);
        requireNonNull(member, "member");
        return organisations.change(id, organisation -> organisation.withoutMember(member));
    }
}

package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Who is one person: profiles, linked by proof and parted again. Nothing is moved by either. */
final class People {
    /** Who has so many is no person; looking all of them up each time would be slow. */
    static final int MOST_PROFILES = 100;

    private static final int MOST_ATTEMPTS = 50;

    private final Engine engine;

    People(Engine engine) {
        this.engine = engine;
    }

    Person of(CustomerId profile) {
        return engine.store().person(profile);
    }

    /** A link that can be written now, or the one that says the same already. */
    ProfileLink plan(CustomerId one, CustomerId other, Proof proof) {
        List<ProfileLink> links = engine.store().links(one);
        requireNotTakenBack(links, proof);
        Optional<ProfileLink> same = links.stream()
                .filter(link -> link.holds() && link.joins(one, other))
                .filter(link -> link.proof().getClass() == proof.getClass())
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        requireNotTooMany(one, other);
        return ProfileLink.of(new LinkId(engine.newId()), one, other, proof, engine.now());
    }

    /** Who has found out that it was wrong does not want it back because an old signature still counts. */
    private static void requireNotTakenBack(List<ProfileLink> links, Proof proof) {
        for (ProfileLink link : links) {
            if (proof instanceof Proof.SignedIdentity
                    && !link.holds()
                    && link.proof().equals(proof)) {
                throw new InvalidInputException(
                        "Link " + link.id() + " was made by this very proof, and taken back.",
                        "Give another proof, if they are one person after all.");
            }
        }
    }

    private void requireNotTooMany(CustomerId one, CustomerId other) {
        Set<CustomerId> all = new HashSet<>(of(one).profiles());
        all.addAll(of(other).profiles());
        if (all.size() > MOST_PROFILES) {
            throw new InvalidInputException(
                    "A person would have " + all.size() + " profiles, and " + MOST_PROFILES + " is the most.",
                    "Look through the links with customers().links(…); some of them are wrong.");
        }
    }

    /** Links two profiles that are there. */
    ProfileLink link(CustomerId one, CustomerId other, Proof proof) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            engine.profile(one);
            engine.profile(other);
            ProfileLink link = plan(one, other, proof);
            if (isKept(link) || isWritten(unit -> unit.known(one).known(other).link(link))) {
                return link;
            }
        }
        throw busy();
    }

    private boolean isKept(ProfileLink link) {
        return engine.store().links(link.one()).contains(link);
    }

    /**
     * Takes a link back. What was merged over it goes on by itself in the same unit of work.
     *
     * @throws NotFoundException if there is no such link
     */
    ProfileLink unlink(ProfileLink link, Actor actor, String reason) {
        ProfileLink.Ending ending = new ProfileLink.Ending(engine.now(), actor.id(), reason);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            ProfileLink kept = kept(link);
            if (!kept.holds()) {
                throw new InvalidInputException(
                        "Link " + link.id() + " has been taken back before.", "Leave it at that.");
            }
            ProfileLink ended = kept.ended(ending);
            if (areParted(List.of(ended), actor)) {
                return ended;
            }
        }
        throw busy();
    }

    private ProfileLink kept(ProfileLink link) {
        return engine.store().links(link.one()).stream()
                .filter(one -> one.id().equals(link.id()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "There is no link " + link.id() + ".", "Take one from customers().links(…)."));
    }

    /** Takes back all links of one profile at once, so that it is a person alone. */
    List<ProfileLink> part(CustomerId profile, Actor actor, String reason) {
        ProfileLink.Ending ending = new ProfileLink.Ending(engine.now(), actor.id(), reason);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<ProfileLink> ended = engine.store().links(profile).stream()
                    .filter(ProfileLink::holds)
                    .map(link -> link.ended(ending))
                    .toList();
            if (ended.isEmpty()) {
                throw new InvalidInputException(
                        "Profile " + profile + " is not linked with any other.", "Leave it at that.");
            }
            if (areParted(ended, actor)) {
                return ended;
            }
        }
        throw busy();
    }

    /** False if somebody else was faster. */
    private boolean areParted(List<ProfileLink> ended, Actor actor) {
        Person before = of(ended.get(0).one());
        AgentId by = actor.id().orElse(actor.policies().responsible().id());
        CommitResult result = new Parting(engine, ended, by).of(before).commit(unit -> {
            unit.person(before);
            ended.forEach(unit::link);
        });
        if (result != CommitResult.COMMITTED) {
            return false;
        }
        Parting.strangers(engine, before, by); // a ticket that was opened and merged in this very moment
        return true;
    }

    /** False if somebody else was faster. */
    boolean isWritten(Consumer<UnitOfWork.Builder> content) {
        return engine.tryWrite(content) == CommitResult.COMMITTED;
    }

    static ConflictException busy() {
        return new ConflictException(
                "What is known of a customer was changed " + MOST_ATTEMPTS + " times by others meanwhile.",
                "Try again in a moment.");
    }
}

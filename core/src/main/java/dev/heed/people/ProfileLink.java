package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * Two profiles are one person, as long as it has not ended. Nothing is moved by a link, so that nothing is lost when it
 * ends; both stay on the record.
 *
 * @param id names it
 * @param one a profile
 * @param other another profile
 * @param proof how it is known
 * @param at since when
 * @param ending when it was taken back and by whom; empty while it holds
 */
public record ProfileLink(
        LinkId id, CustomerId one, CustomerId other, Proof proof, Instant at, Optional<Ending> ending) {

    /**
     * The link was taken back.
     *
     * @param at since when
     * @param by which agent; empty if the shop's own application did it
     * @param reason why
     */
    public record Ending(Instant at, Optional<AgentId> by, String reason) {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the reason is blank
         */
        public Ending {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            if (reason.isBlank()) {
                throw new InvalidInputException(
                        "There is no reason why two profiles are not one person.", "Say why the link was wrong.");
            }
        }

        /** Without the reason, in which a name may stand. */
        @Override
        public String toString() {
            return "ended at " + at + by.map(agent -> " by " + agent).orElse("");
        }
    }

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if both are one profile
     */
    public ProfileLink {
        requireNonNull(id, "id");
        requireNonNull(proof, "proof");
        requireNonNull(at, "at");
        requireNonNull(ending, "ending");
        if (one.equals(requireNonNull(other, "other"))) {
            throw new InvalidInputException("Profile " + one + " is to be linked with itself.", "Name two profiles.");
        }
    }

    /** A link that holds from now on. */
    public static ProfileLink of(LinkId id, CustomerId one, CustomerId other, Proof proof, Instant at) {
        return new ProfileLink(id, one, other, proof, at, Optional.empty());
    }

    /** The same link, taken back. */
    public ProfileLink ended(Ending how) {
        return new ProfileLink(id, one, other, proof, at, Optional.of(how));
    }

    /** Whether it makes the two profiles one person now. */
    public boolean holds() {
        return ending.isEmpty();
    }

    /** Whether it is about these two, in whichever order. */
    public boolean joins(CustomerId some, CustomerId another) {
        return (one.equals(some) && other.equals(another)) || (one.equals(another) && other.equals(some));
    }
}

package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.spi.store.TicketSearch;
import java.util.UUID;

/**
 * A search that somebody keeps under a name. Immutable; what is changed here is kept by {@link ViewsDesk#change}.
 *
 * @param id names it for the program
 * @param name names it for people: one line, 1 to {@value #LONGEST_NAME} code points
 * @param owner who keeps it
 * @param sharedWith who sees it besides
 * @param search what it shows
 * @param version 1 for a new one, one more with each change
 */
public record SavedView(UUID id, String name, AgentId owner, SharedWith sharedWith, TicketSearch search, long version) {
    /** How many code points a name can have. */
    public static final int LONGEST_NAME = 100;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the name is blank, longer, or has control characters or line breaks
     */
    public SavedView {
        requireNonNull(id, "id");
        requireNonNull(owner, "owner");
        requireNonNull(sharedWith, "sharedWith");
        requireNonNull(search, "search");
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new InvalidInputException(
                    "The name of a view is blank or has more than " + LONGEST_NAME + " characters.",
                    "Give it a short one.");
        }
        if (!name.codePoints().allMatch(SavedView::isOfALine)) {
            throw new InvalidInputException(
                    "The name of a view has control characters, line breaks, directions of writing or halves of surrogate"
                            + " pairs.",
                    "Leave them out.");
        }
    }

    /** Joiners, which emoji need, may stand in it; what turns the direction of writing may not. */
    private static boolean isOfALine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    /** The same under another name. */
    public SavedView withName(String other) {
        return new SavedView(id, other, owner, sharedWith, search, version);
    }

    /** The same for others to see. */
    public SavedView withSharedWith(SharedWith others) {
        return new SavedView(id, name, owner, others, search, version);
    }

    boolean isPrivate() {
        return sharedWith instanceof SharedWith.Nobody;
    }

    /** The same name for another search. */
    public SavedView withSearch(TicketSearch other) {
        return new SavedView(id, name, owner, sharedWith, other, version);
    }

    /** Without its name and what it shows: this is what ends up in logs. */
    @Override
    public String toString() {
        return "SavedView " + id + " of " + owner + " v" + version;
    }
}

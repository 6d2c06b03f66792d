package dev.heed.spi.store;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;

/**
 * Something a feature keeps beside the tickets and finds again by name: a draft, a saved view, an organisation. For the
 * store it is a text with a version.
 *
 * @param kind what it is; one word of the feature that keeps it
 * @param id names it among those of its kind
 * @param owner to what or whom it belongs, for {@link TicketStore#documents}; may be empty
 * @param version 1 for a new one, one more with each change
 * @param content mostly JSON
 */
public record StoredDocument(String kind, String id, String owner, long version, String content) {
    /**
     * A document.
     *
     * @throws InvalidInputException if kind or id is blank, or the version is below one
     */
    public StoredDocument {
        requireNonNull(owner, "owner");
        requireNonNull(content, "content");
        if (kind.isBlank() || id.isBlank() || version < 1) {
            throw new InvalidInputException(
                    "A document of kind “" + kind + "” has no name, or version " + version + ".",
                    "Name kind and id, and begin with version 1.");
        }
    }

    /** One that is not there yet. */
    public static StoredDocument of(String kind, String id, String owner, String content) {
        return new StoredDocument(kind, id, owner, 1, content);
    }

    /** The same with other content, to take the place of this one. */
    public StoredDocument next(String changed) {
        return new StoredDocument(kind, id, owner, version + 1, changed);
    }

    @Override
    public String toString() {
        return "StoredDocument[" + kind + " v" + version + "]";
    }
}

package dev.heed.message;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of a message or note: what it is called, and where its content is kept. One that was too large to be taken is here as
 * well, and says so. Immutable and thread-safe.
 */
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final Optional<String> contentId;
    private final Optional<ContentHash> content;
    private final long size;
    private final Optional<Refused> refused;

    /**
     * Why a file was not taken.
     *
     * @param why what stood in the way
     * @param limit how many bytes would have been taken; 0 where that was not the matter
     */
    public record Refused(Why why, long limit) {
        /** What stood in the way. */
        public enum Why {
            /** It is larger than one file may be. */
            FILE_TOO_LARGE,
            /** With what came before it, it is larger than the files of one message may be together. */
            MESSAGE_TOO_LARGE,
            /** Its bytes could not be read where it came from. */
            UNREADABLE
        }

        /** Both are there. */
        public Refused {
            requireNonNull(why, "why");
        }
    }

    private Attachment(
            String name,
            String mediaType,
            Optional<String> contentId,
            Optional<ContentHash> content,
            long size,
            Optional<Refused> refused) {
        this.name = fileName(name);
        this.mediaType = mediaType.toLowerCase(Locale.ROOT);
        this.contentId = contentId;
        this.content = content;
        this.size = size;
        this.refused = refused;
    }

    /**
     * A file whose content is kept.
     *
     * @param name of a path, the last part is taken
     * @param mediaType such as {@code image/png}
     * @param content by which it is found
     * @param size in bytes
     * @throws InvalidInputException if the size is below zero
     */
    public static Attachment of(String name, String mediaType, ContentHash content, long size) {
        if (size < 0) {
            throw new InvalidInputException("A file has " + size + " bytes.", "Say how many bytes there are.");
        }
        return new Attachment(
                name,
                mediaType,
                Optional.empty(),
                Optional.of(requireNonNull(content, "content")),
                size,
                Optional.empty());
    }

    /** A file that was not taken; nobody knows how large it is. */
    public static Attachment refused(String name, String mediaType, Refused why) {
        return new Attachment(name, mediaType, Optional.empty(), Optional.empty(), 0, Optional.of(why));
    }

    /** The last part of a path; senders write what they like. */
    static String fileName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The same file, shown inside the HTML of its message under this content id (RFC 2392). */
    public Attachment inline(String id) {
        return new Attachment(name, mediaType, Optional.of(id), content, size, refused);
    }

    /** The file name, never a path. */
    public String name() {
        return name;
    }

    /** The media type in lower case. */
    public String mediaType() {
        return mediaType;
    }

    /** The content id if the HTML of the message shows this file. */
    public Optional<String> contentId() {
        return contentId;
    }

    /** By which its content is found; empty exactly if it was not taken. */
    public Optional<ContentHash> content() {
        return content;
    }

    /** Size in bytes; 0 if it was not taken. */
    public long size() {
        return size;
    }

    /** Why it was not taken; empty if its content is kept. */
    public Optional<Refused> refused() {
        return refused;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && mediaType.equals(that.mediaType)
                && contentId.equals(that.contentId)
                && content.equals(that.content)
                && size == that.size
                && refused.equals(that.refused);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, content, refused);
    }

    /** Without the name: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + refused.map(Object::toString).orElseGet(() -> size + " bytes") + "]";
    }
}

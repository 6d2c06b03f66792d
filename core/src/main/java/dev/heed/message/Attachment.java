package dev.heed.message;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A file that came or goes with a message. Immutable and thread-safe; content is copied in and never handed out. */
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final Optional<String> contentId;
    private final byte[] content;

    private Attachment(String name, String mediaType, Optional<String> contentId, byte[] content) {
        requireNonNull(name, "name");
        this.name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        this.mediaType = mediaType.toLowerCase(Locale.ROOT);
        this.contentId = contentId;
        this.content = content;
    }

    /**
     * A file with its name (of a path, the last part), its media type such as {@code image/png}, and its bytes.
     */
    public static Attachment of(String name, String mediaType, byte[] content) {
        return new Attachment(name, mediaType, Optional.empty(), content.clone());
    }

    /** The same file, shown inside the HTML of its message under this content id (RFC 2392). */
    public Attachment inline(String id) {
        return new Attachment(name, mediaType, Optional.of(id), content);
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

    /** Size in bytes. */
    public int size() {
        return content.length;
    }

    /** A new stream over the bytes; closing it is not necessary. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && mediaType.equals(that.mediaType)
                && contentId.equals(that.contentId)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + content.length + " bytes]";
    }
}

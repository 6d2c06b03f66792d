package dev.heed.message;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that is to be attached: what it is called, and where its bytes are read from. They are read when the message is taken
 * in or sent, piece by piece, and never held. Immutable, and as thread-safe as what it reads from.
 */
public final class AttachmentSource {
    private final String name;
    private final String mediaType;
    private final Optional<String> contentId;
    private final Bytes bytes;

    /** Where bytes are read from. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * A stream from the first byte on, which whoever asks closes. Each one is read at most once; whoever tries something again
         * asks for another.
         *
         * @throws IOException if they cannot be read, now or ever; so too from reading the stream
         */
        InputStream open() throws IOException;
    }

    private AttachmentSource(String name, String mediaType, Optional<String> contentId, Bytes bytes) {
        this.name = Attachment.fileName(name);
        this.mediaType = mediaType.toLowerCase(Locale.ROOT);
        this.contentId = contentId;
        this.bytes = requireNonNull(bytes, "bytes");
    }

    /**
     * A file.
     *
     * @param name of a path, the last part is taken
     * @param mediaType such as {@code image/png}
     * @param bytes such as {@code () -> Files.newInputStream(path)}
     */
    public static AttachmentSource of(String name, String mediaType, Bytes bytes) {
        return new AttachmentSource(name, mediaType, Optional.empty(), bytes);
    }

    /** The same file, shown inside the HTML of its message under this content id (RFC 2392). */
    public AttachmentSource inline(String id) {
        return new AttachmentSource(name, mediaType, Optional.of(id), bytes);
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

    /**
     * A new stream over the bytes; to be closed.
     *
     * @throws IOException if they cannot be read
     */
    public InputStream open() throws IOException {
        return bytes.open();
    }

    /** The file, now that its content is kept. */
    public Attachment kept(ContentHash content, long size) {
        return shownAsHere(Attachment.of(name, mediaType, content, size));
    }

    /** The file, which was not taken. */
    public Attachment refused(Attachment.Refused why) {
        return shownAsHere(Attachment.refused(name, mediaType, why));
    }

    private Attachment shownAsHere(Attachment file) {
        return contentId.map(file::inline).orElse(file);
    }

    /** Without the name: this is what ends up in logs. */
    @Override
    public String toString() {
        return "AttachmentSource[" + mediaType + "]";
    }
}

package dev.heed.email;

import java.util.Optional;

/** A file of a mail. Thread-safe as long as nobody writes to {@link #bytes()}, which is not copied. */
final class MailAttachment {

    private final String name;
    private final String mediaType;
    private final Optional<String> contentId;
    private final boolean inline;
    private final byte[] bytes;

    /**
     * A file as it was read or is to be written.
     *
     * @param name file name without a path
     * @param mediaType {@code type/subtype} in lower case
     * @param contentId the Content-ID without angle brackets, by which HTML refers to it as {@code cid:}
     * @param inline whether it is shown within the text
     * @param bytes the decoded content
     */
    MailAttachment(String name, String mediaType, Optional<String> contentId, boolean inline, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.contentId = contentId;
        this.inline = inline;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    Optional<String> contentId() {
        return contentId;
    }

    boolean inline() {
        return inline;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "MailAttachment[" + mediaType + ", " + bytes.length + " bytes]";
    }
}

package dev.heed.email;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/**
 * The header of a part as our own header layer reads it, which tells mime4j where the parts of a multipart are. Counts
 * what is over the limits instead of keeping it.
 */
final class PartDescriptor implements BodyDescriptor {

    private static final String PLAIN = "text/plain";

    private final HeaderFields header;
    private final String mediaType;
    private final Boundary boundary;

    private PartDescriptor(HeaderFields header, String defaultType, Boundary outer) {
        this.header = header;
        HeaderParameters type = header.parameters("Content-Type");
        boolean valid = type.value().indexOf('/') > 0 && !type.value().endsWith("/");
        this.mediaType = valid ? type.value() : defaultType;
        this.boundary = isMultipart() ? new Boundary(type.get("boundary").orElse(""), outer) : outer;
    }

    HeaderFields header() {
        return header;
    }

    /** {@code type/subtype} in lower case, the default of RFC 2045 section 5.2 when missing or broken. */
    String mediaType() {
        return mediaType;
    }

    boolean isMultipart() {
        return mediaType.startsWith("multipart/");
    }

    boolean hasUsableBoundary() {
        return boundary.isUsable();
    }

    @Override
    public String getMimeType() {
        return isMultipart() && !hasUsableBoundary() ? PLAIN : mediaType;
    }

    @Override
    public String getMediaType() {
        return getMimeType().substring(0, getMimeType().indexOf('/'));
    }

    @Override
    public String getSubType() {
        return getMimeType().substring(getMimeType().indexOf('/') + 1);
    }

    @Override
    public String getBoundary() {
        return boundary.text();
    }

    /** Unused: the octets of a part are decoded by {@link MailCharsets}. */
    @Override
    public String getCharset() {
        return "us-ascii";
    }

    /** Unused: the octets of a part are decoded by {@link TransferDecoding}. */
    @Override
    public String getTransferEncoding() {
        return "8bit";
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    /** Collects the fields of one header after another. Not thread-safe. */
    static final class Builder implements BodyDescriptorBuilder {

        private final MailLimits limits;
        private final Problems problems;
        private final String defaultType;
        private final List<HeaderFields.RawField> fields = new ArrayList<>();
        private final Boundary outer;
        private String mediaType = PLAIN;
        private Boundary boundary = Boundary.NONE;

        Builder(MailLimits limits, Problems problems) {
            this(limits, problems, PLAIN, Boundary.NONE);
        }

        private Builder(MailLimits limits, Problems problems, String defaultType, Boundary outer) {
            this.limits = limits;
            this.problems = problems;
            this.defaultType = defaultType;
            this.outer = outer;
        }

        @Override
        public void reset() {
            fields.clear();
        }

        @Override
        public @Nullable Field addField(RawField field) {
            if (fields.size() >= limits.headerLines()) {
                problems.add(
                        "The mail has more than " + limits.headerLines() + " header lines; later ones are ignored.");
                return null;
            }
            ByteSequence raw = field.getRaw();
            byte[] body = raw == null ? new byte[0] : body(raw);
            fields.add(new HeaderFields.RawField(field.getName(), body));
            return null;
        }

        @Override
        public PartDescriptor build() {
            PartDescriptor part = new PartDescriptor(HeaderFields.of(fields), defaultType, outer);
            mediaType = part.mediaType();
            boundary = part.boundary;
            return part;
        }

        /** Parts of a digest are messages unless they say otherwise (RFC 2046 section 5.1.5). */
        @Override
        public Builder newChild() {
            String type = mediaType.equals("multipart/digest") ? "message/rfc822" : PLAIN;
            return new Builder(limits, problems, type, boundary);
        }

        private byte[] body(ByteSequence raw) {
            int colon = 0;
            while (colon < raw.length() && raw.byteAt(colon) != ':') {
                colon++;
            }
            int length = Math.max(0, raw.length() - colon - 1);
            if (length > limits.headerBytes()) {
                problems.add("A header line is longer than " + limits.headerBytes() / 1024 + " KB; it was cut.");
            }
            byte[] body = new byte[Math.min(length, limits.headerBytes())];
            for (int i = 0; i < body.length; i++) {
                body[i] = raw.byteAt(colon + 1 + i);
            }
            return body;
        }
    }
}

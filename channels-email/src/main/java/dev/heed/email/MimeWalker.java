package dev.heed.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Walks through the MIME parts of a mail in order and stops at the limits. The only class that drives mime4j.
 *
 * <p>mime4j has no limit for depth and number of parts and is quadratic in both, so the walk ends before it is.
 * Messages within the mail are parts like any other and are not opened. Not thread-safe, one use.
 */
final class MimeWalker {

    /** What the walk meets. Start and end of multiparts are balanced unless the walk ends early. */
    interface Visitor {

        void startMultipart(PartDescriptor multipart);

        /**
         * What stands before the first part, a note for old mail programs unless there is no part at all.
         *
         * @param content need not be read
         */
        void preamble(PartDescriptor multipart, InputStream content) throws IOException;

        /**
         * A part that is no multipart, or one that is not opened.
         *
         * @param content the octets still transfer-encoded; need not be read to the end
         */
        void part(PartDescriptor part, InputStream content) throws IOException;

        void endMultipart();
    }

    private static final MimeConfig CONFIG =
            MimeConfig.copy(MimeConfig.PERMISSIVE).setMaxContentLen(-1).build();

    private final MailLimits limits;
    private final Problems problems;
    private final MimeTokenStream tokens;
    private HeaderFields header = HeaderFields.empty();
    private int depth;
    private int parts;

    MimeWalker(MailLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
        this.tokens = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, new PartDescriptor.Builder(limits, problems));
    }

    /**
     * Walks to the end, a limit, or the first thing mime4j cannot read, which becomes a problem.
     *
     * @return the header of the mail
     */
    HeaderFields walk(byte[] raw, Visitor visitor) {
        try {
            tokens.parse(new ByteArrayInputStream(raw));
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            EntityState state = tokens.getState();
            while (state != EntityState.T_END_OF_STREAM && visit(state, visitor)) {
                state = tokens.next();
            }
        } catch (MimeException | IOException | RuntimeException e) { // hostile input must never stop an inbox
            problems.add("The mail is damaged and could not be read to its end.");
        }
        return header;
    }

    /** The header alone, for a message within a mail. */
    HeaderFields header(byte[] raw) {
        try {
            tokens.parse(new ByteArrayInputStream(raw));
            while (tokens.getState() != EntityState.T_END_HEADER) {
                tokens.next();
            }
            tokens.next(); // mime4j describes a part from here on
            return descriptor().header();
        } catch (MimeException | IOException | RuntimeException e) { // as above
            return HeaderFields.empty();
        }
    }

    private boolean visit(EntityState state, Visitor visitor) throws IOException {
        switch (state) {
            case T_START_HEADER ->
                tokens.setRecursionMode(depth < limits.depth() ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
            case T_START_MULTIPART -> {
                if (!enter()) {
                    return false;
                }
                depth++;
                visitor.startMultipart(descriptor());
            }
            case T_PREAMBLE -> visitor.preamble(descriptor(), tokens.getInputStream());
            case T_BODY -> {
                if (!enter()) {
                    return false;
                }
                visitor.part(descriptor(), tokens.getInputStream());
            }
            case T_END_MULTIPART -> {
                depth--;
                visitor.endMultipart();
            }
            default -> {}
        }
        return true;
    }

    /** Counts the part that begins; false when it is one too many. */
    private boolean enter() {
        if (parts == 0) {
            header = descriptor().header();
        }
        parts++;
        if (parts > limits.parts()) {
            problems.add("The mail has more than " + limits.parts() + " parts; later ones are left out.");
            return false;
        }
        if (depth >= limits.depth() && descriptor().isMultipart()) {
            problems.add(
                    "The mail is nested more than " + limits.depth() + " levels deep; deeper parts are not opened.");
        }
        return true;
    }

    private PartDescriptor descriptor() {
        return (PartDescriptor) tokens.getBodyDescriptor();
    }
}

package dev.heed.error;

import org.jspecify.annotations.Nullable;

/** The world behind a channel does not answer as it should. Nothing is lost: what waits is tried again. */
public final class ChannelUnavailableException extends HeedException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        /** No connection: name, port, network or time-out. */
        UNREACHABLE,
        /** The server refused the user or the password. */
        AUTHENTICATION,
        /** No agreement on encryption, or a certificate that is not trusted. */
        TLS,
        /** The server answered in a way that cannot be worked with, for example a folder that does not exist. */
        PROTOCOL
    }

    /** Says what stands in the way and how to mend it. */
    public ChannelUnavailableException(Kind kind, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}

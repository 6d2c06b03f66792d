package dev.heed.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that Heed throws by design. Each carries a problem and a remedy; messages name ids and codes, never
 * addresses, message bodies or secrets.
 */
public abstract sealed class HeedException extends RuntimeException
        permits AttachmentTooLargeException,
                RefusedException,
                ConfigurationException,
                InvalidInputException,
                LegalHoldException,
                NotFoundException,
                PermissionException,
                IllegalTransitionException,
                ConflictException,
                StoreException,
                ChannelUnavailableException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    HeedException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " Remedy: " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, with the id or value concerned. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}

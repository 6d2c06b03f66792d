package dev.heed.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that Heed throws by design. Each carries a problem and a remedy; messages name ids and codes, never
 * addresses, message bodies or secrets. Neither is longer than {@value #LONGEST_TEXT} characters: what is longer is cut, so that
 * nobody's logs are filled by what somebody handed in.
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
    /** How long a problem, and a remedy, is at most, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4_000;

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    HeedException(String problem, String remedy, @Nullable Throwable cause) {
        super(cut(problem) + " Remedy: " + cut(remedy), cause);
        this.problem = cut(problem);
        this.remedy = cut(remedy);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
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

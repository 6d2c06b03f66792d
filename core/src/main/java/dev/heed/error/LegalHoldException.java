package dev.heed.error;

/** What must be kept by order of the law would be erased. Nothing was changed. */
public final class LegalHoldException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says whose data is held, and how it can be released. */
    public LegalHoldException(String problem, String remedy) {
        super(problem, remedy, null);
    }
}

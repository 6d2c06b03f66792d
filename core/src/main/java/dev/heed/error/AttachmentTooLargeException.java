package dev.heed.error;

/** A file is larger than the shop takes, or files are together. Nothing of it was kept. */
public final class AttachmentTooLargeException extends HeedException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /**
     * Says by what it was refused.
     *
     * @param limit in bytes
     */
    public AttachmentTooLargeException(long limit) {
        this(
                limit,
                "A file has more than " + limit + " bytes.",
                "Send a smaller one, or a place where it can be found.");
    }

    /**
     * Says by what it was refused and how to mend it.
     *
     * @param limit in bytes
     */
    public AttachmentTooLargeException(long limit, String problem, String remedy) {
        super(problem, remedy, null);
        this.limit = limit;
    }

    /** How many bytes would have been taken. */
    public long limit() {
        return limit;
    }
}

package dev.heed.spi.attachment;

/** What became of a content that was to be deleted. */
public enum DeleteResult {
    /** It is gone. */
    DELETED,
    /** There was none. */
    ABSENT,
    /** Somebody is about to use it, or has begun to since; it stays. */
    CLAIMED,
    /** Something uses it; it stays. */
    USED
}

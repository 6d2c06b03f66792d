package dev.heed.promise;

/**
 * What became of a promise. Made = open + kept + broken + renegotiated + withdrawn, always. What an answer has settled is
 * open again when that answer does not arrive.
 */
public enum PromiseState {
    /** Neither kept nor due. */
    OPEN,
    /** Kept in time. */
    KEPT,
    /** Its time passed; an {@linkplain PromiseKind#APOLOGY apology} was owed from then on. */
    BROKEN,
    /** Replaced by another, of which the customer was told before this one was due, or which is due sooner. */
    RENEGOTIATED,
    /** The customer does not want it any more, is none, or was not told of it since the letter that named it was lost. */
    WITHDRAWN
}

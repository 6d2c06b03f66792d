package dev.heed.message;

/** How much of a conversation somebody has read who answers it. */
public sealed interface Seen {
    /**
     * Everything up to a message.
     *
     * @param last the last one that was read
     */
    record UpTo(MessageId last) implements Seen {}

    /** All of it, whatever it is by now: said by a program that acts for nobody who reads, such as one that takes over old tickets. */
    record Everything() implements Seen {}

    /** Nothing, as far as anybody knows. */
    record Nothing() implements Seen {}

    /** Everything up to a message. */
    static Seen upTo(MessageId last) {
        return new UpTo(last);
    }

    /** All of it. */
    static Seen everything() {
        return new Everything();
    }

    /** Nothing. */
    static Seen nothing() {
        return new Nothing();
    }
}

package dev.heed.email;

/**
 * The boundary of a multipart (RFC 2046 section 5.1.1) and what the search for it costs.
 *
 * <p>mime4j compares every octet of a mail with the beginning of each open boundary. Long runs of one character, in
 * boundaries and content, make that quadratic, so boundaries that repeat themselves too often are not searched for.
 */
final class Boundary {

    /** Of what is no multipart. */
    static final Boundary NONE = new Boundary();

    /** RFC 2046 allows 70 characters, and longer ones exist. */
    private static final int MAX_LENGTH = 200;

    /** Of all open boundaries together; mail programs begin theirs with up to 28 hyphens. */
    private static final int MAX_REPETITIONS = 100;

    private final String text;
    private final int repetitions;

    private Boundary() {
        this.text = "";
        this.repetitions = 0;
    }

    /**
     * A boundary within another one.
     *
     * @param text without the leading hyphens, {@code ""} when the mail states none
     */
    Boundary(String text, Boundary outer) {
        this.text = text;
        this.repetitions = text.length() > MAX_LENGTH ? MAX_LENGTH : outer.repetitions + repetitions("--" + text);
    }

    String text() {
        return text;
    }

    boolean isUsable() {
        return !text.isEmpty() && repetitions <= MAX_REPETITIONS;
    }

    /** How often a beginning of the text repeats itself at most, by the prefix function of Knuth, Morris and Pratt. */
    private static int repetitions(String text) {
        int[] overlap = new int[text.length()];
        int most = 1;
        for (int i = 1; i < text.length(); i++) {
            int length = overlap[i - 1];
            while (length > 0 && text.charAt(i) != text.charAt(length)) {
                length = overlap[length - 1];
            }
            overlap[i] = text.charAt(i) == text.charAt(length) ? length + 1 : length;
            most = Math.max(most, (i + 1) / (i + 1 - overlap[i]));
        }
        return most;
    }
}

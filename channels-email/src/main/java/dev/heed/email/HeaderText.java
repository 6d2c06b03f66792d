package dev.heed.email;

/** Header text that people read: one line without control characters or invisible characters that turn its order. */
final class HeaderText {

    /** A mark of octets, not of text: decoders drop it wherever text begins with it. */
    static final int BYTE_ORDER_MARK = 0xFEFF;

    private HeaderText() {}

    /**
     * White space of any kind becomes one blank; control characters, those that turn the order, byte
     * order marks and unpaired surrogates are left out.
     */
    static String singleLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isVisible(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE && c != BYTE_ORDER_MARK && !turnsOrder(c);
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9), abused to disguise names. */
    private static boolean turnsOrder(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}

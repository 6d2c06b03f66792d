package dev.heed.email;

/**
 * Plain text of a mail as it is shown: lines end with {@code \n}, no control characters but tabs, no byte order marks.
 */
final class PlainText {

    private PlainText() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                clean.append('\n');
                i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (c == '\n' || c == '\t' || !(Character.isISOControl(c) || c == HeaderText.BYTE_ORDER_MARK)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}

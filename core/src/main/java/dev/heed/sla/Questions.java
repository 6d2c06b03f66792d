package dev.heed.sla;

import dev.heed.message.Message;

/** Whether a message asks its reader anything. */
final class Questions {
    private Questions() {}

    /** A question mark at the end of a word; one in the middle, as in a web address, asks nothing. */
    static boolean asks(Message message) {
        String text = message.text();
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i)) && isEndOfWord(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Latin, full-width, Arabic, Armenian; the Greek one is a semicolon elsewhere. */
    private static boolean isMark(char c) {
        return c == '?' || c == '\uff1f' || c == '\u061f' || c == '\u055e';
    }

    private static boolean isEndOfWord(String text, int at) {
        return at + 1 == text.length() || !(Character.isLetterOrDigit(text.charAt(at + 1)) || isInAddress(text, at));
    }

    private static boolean isInAddress(String text, int at) {
        int begin = at;
        while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
            begin--;
        }
        int end = at + 1;
        boolean ends = end == text.length() || Character.isWhitespace(text.charAt(end));
        return !ends && text.startsWith("http", begin);
    }
}

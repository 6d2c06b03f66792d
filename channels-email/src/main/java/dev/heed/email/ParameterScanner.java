package dev.heed.email;

/** Reads a header body of the form {@code value; name=parameter} from left to right, leniently. Not thread-safe. */
final class ParameterScanner {

    private final String text;
    private int at;

    ParameterScanner(String text) {
        this.text = text;
    }

    boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Some senders forget the semicolon before the first parameter. */
    boolean hasParameter() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == ';' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at > start && at < text.length();
    }

    String token(String delimiters) {
        int start = at;
        while (at < text.length() && delimiters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String token = text.substring(start, at).strip();
        int comment = token.indexOf('(');
        return comment > 0 ? token.substring(0, comment).strip() : token;
    }

    String value() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (!skip('"')) {
            return unquoted();
        }
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1));
            at += escape ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        skip('"');
        token(";");
        return value.toString();
    }

    /** Blanks belong to the value: file names are often written without the quotes they need. */
    private String unquoted() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** Other backslashes are parts of Windows paths. */
    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }
}

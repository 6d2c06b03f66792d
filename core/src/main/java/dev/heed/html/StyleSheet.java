package dev.heed.html;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a style sheet would do. Sheets are left out of what is sent, so it only matters whether they would hide text. */
final class StyleSheet {
    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)(?:\\*/|\\z)|<!--|-->");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))");
    private static final Pattern HIDING = Pattern.compile("(?i)(?<![-\\w])(?:display\\s*+:\\s*+none"
            + "|visibility\\s*+:\\s*+(?:hidden|collapse)|opacity\\s*+:\\s*+0?(?:\\.[0-4]\\d*+|(?<=0)(?![.\\d]))"
            + "|content\\s*+:\\s*+(?!normal|none|\"\"|'')|mso-hide\\s*+:\\s*+all|clip(?:-path)?\\s*+:\\s*+(?!auto|none)"
            + "|font(?:-size)?\\s*+:\\s*+[0-4]?(?:\\.\\d++)?(?:px|pt|[\\s;}/])|(?:text-indent|left|top)\\s*+:\\s*+-\\d{3,}+"
            + "|position\\s*+:\\s*+(?:absolute|fixed)|(?:max-)?height\\s*+:\\s*+0(?![.\\d])|transform\\s*+:\\s*+scale"
            + "|color\\s*+:\\s*+transparent)|@import\\b");

    private StyleSheet() {}

    /** What in a style sheet can hide text or add some. */
    static Optional<String> hiding(String css) {
        String plain = COMMENT.matcher(css).replaceAll("");
        return HIDING.matcher(ESCAPE.matcher(plain).replaceAll(StyleSheet::unescaped))
                .results()
                .findFirst()
                .map(MatchResult::group);
    }

    private static String unescaped(MatchResult escape) {
        if (escape.group(1) == null) {
            return escape.group(2).matches("[A-Za-z]") ? escape.group(2) : " ";
        }
        int code = Integer.parseInt(escape.group(1), 16);
        return code < 128 && Character.isLetter(code) ? Character.toString(code) : " ";
    }
}

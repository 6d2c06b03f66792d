package dev.heed.rule;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names and sign-offs with the verdict a careful person would give, from a table. */
final class LabelledSignatures {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(n|\\\\|u([0-9A-Fa-f]{4}))");

    record Row(int line, boolean pass, boolean isName, String author, String text, String why) {
        @Override
        public String toString() {
            return "line " + line + " " + author + " " + why + " «" + text.replace("\n", "\\n") + "»";
        }
    }

    private LabelledSignatures() {}

    static List<Row> read(String resource) {
        try (InputStream in = Objects.requireNonNull(LabelledSignatures.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            return java.util.stream.IntStream.range(0, lines.size())
                    .filter(i ->
                            lines.get(i).startsWith("pass\t") || lines.get(i).startsWith("refuse\t"))
                    .mapToObj(i -> row(i + 1, Splitter.on('\t').splitToList(lines.get(i))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(int line, List<String> cells) {
        return new Row(
                line,
                cells.get(0).equals("pass"),
                cells.get(1).equals("name"),
                cells.get(3),
                unescape(cells.get(4)),
                cells.get(5));
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1).charAt(0)) {
                            case 'n' -> "\n";
                            case '\\' -> "\\";
                            default -> String.valueOf((char) Integer.parseInt(found.group(2), 16));
                        }));
    }
}

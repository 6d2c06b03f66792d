package dev.heed.rule;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads phrases in sections from a resource beside the rules: {@code [section]}, and lines of phrases parted by bars. */
final class WordFile {
    private static final Splitter BARS = Splitter.on('|').omitEmptyStrings();
    private static final Splitter BLANKS = Splitter.on(' ').omitEmptyStrings();

    private WordFile() {}

    /** The phrases of each section, as lists of folded words. */
    static Map<String, List<List<String>>> read(String resource) {
        try (InputStream in = WordFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from heed-core.");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " of heed-core cannot be read.", e);
        }
    }

    static Map<String, List<List<String>>> read(BufferedReader reader) throws IOException {
        Map<String, List<List<String>>> sections = new LinkedHashMap<>();
        List<List<String>> section = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                for (String phrase : BARS.split(line)) {
                    section.add(BLANKS.splitToList(phrase));
                }
            }
        }
        return sections;
    }
}

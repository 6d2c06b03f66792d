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

    /** The same of a file that somebody else has written: what stands in no section stands in one without a name. */
    static Map<String, List<List<String>>> read(BufferedReader reader) throws IOException {
        Map<String, List<List<String>>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("[")) {
                section = line.substring(1, Math.max(1, line.indexOf(']')));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<List<String>> phrases = sections.computeIfAbsent(section, name -> new ArrayList<>());
                for (String phrase : BARS.split(line)) {
                    phrases.add(BLANKS.splitToList(phrase));
                }
            }
        }
        return sections;
    }
}

package dev.heed.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.heed.config.ConfigTree;
import dev.heed.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Says why a text is not YAML, in words of its own. */
final class YamlFaults {
    private static final String REMEDY =
            "Look after indentation, quotes and brackets; put texts with ': ' or ' #' in quotes, and names in one line.";

    private final ConfigTree tree;
    private final String text;

    YamlFaults(ConfigTree tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /**
     * Looks for characters that YAML does not have.
     *
     * @throws ConfigurationException if there is one
     */
    void checkCharacters() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                String name = "U+"
                        + Integer.toHexString(character | 0x10000).substring(1).toUpperCase(Locale.ROOT);
                throw tree.fault(line, column, "has the character " + name, "Leave it out.");
            }
            boolean ends = character == '\n' || (character == '\r' && !text.startsWith("\n", i + 1));
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
            i += Character.charCount(character);
        }
    }

    /** Where the parser stumbled. */
    ConfigurationException notYaml(JsonProcessingException e) {
        Mark mark = mark(e);
        return mark == null ? notYaml(e.getLocation()) : notYaml(mark.getLine() + 1, mark.getColumn() + 1);
    }

    ConfigurationException notYaml(@Nullable JsonLocation at) {
        return at == null ? notYaml(1, 1) : notYaml(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private ConfigurationException notYaml(int line, int column) {
        if (tabIndents(line)) {
            return tree.fault(line, column, "has a tab where a line is indented", "Indent with spaces.");
        }
        return tree.fault(line, column, "is not YAML", REMEDY);
    }

    private static @Nullable Mark mark(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof MarkedYAMLException marked) {
                return marked.getProblemMark();
            }
        }
        return null;
    }

    private boolean tabIndents(int line) {
        return text.lines()
                .skip(line - 1L)
                .findFirst()
                .filter(one -> one.substring(
                                0, one.length() - one.stripLeading().length())
                        .contains("\t"))
                .isPresent();
    }
}

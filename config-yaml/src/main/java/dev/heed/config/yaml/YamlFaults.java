package dev.heed.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.heed.config.ConfigTree;
import dev.heed.error.ConfigurationException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Says why a text is not YAML, in words of its own. */
final class YamlFaults {
    private static final String REMEDY =
            "Look after indentation, quotes and brackets; put texts with ': ' or ' #' in quotes, and names in one line.";

    private static final int END = -1;

    private final ConfigTree tree;
    private final String text;
    private final int[] characters;

    YamlFaults(ConfigTree tree, String text) {
        this.tree = tree;
        this.text = text;
        characters = text.codePoints().toArray();
    }

    /**
     * Looks for characters that YAML does not have.
     *
     * @throws ConfigurationException if there is one
     */
    void checkCharacters() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            if (!StreamReader.isPrintable(character)) {
                String name = "U+"
                        + Integer.toHexString(character | 0x10000).substring(1).toUpperCase(Locale.ROOT);
                throw tree.fault(line, column, "has the character " + name, "Leave it out.");
            }
            boolean ends = character == '\n' || (character == '\r' && at(i + 1) != '\n');
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
    }

    /**
     * Refuses what makes something else of a value than what is written there.
     *
     * @throws ConfigurationException if it is an alias, or has a tag
     */
    void checkValue(YAMLParser parser) throws IOException {
        JsonLocation place = parser.currentTokenLocation();
        if (parser.isCurrentAlias()) {
            throw tree.fault(
                    place.getLineNr(), place.getColumnNr(), "has an alias", "Write out what stands at its anchor.");
        }
        if (parser.getTypeId() != null) {
            throw tag(place);
        }
    }

    /**
     * Looks at what stands before a name, of which the parser tells nothing.
     *
     * @throws ConfigurationException if it is a tag
     */
    void checkName(JsonLocation place) {
        if (at(behindAnchor(place)) == '!') {
            throw tag(place);
        }
    }

    /** Whether an empty text was written, in quotes or as a block, and not left out; the parser tells both alike. */
    boolean isWritten(YAMLParser parser) {
        return behindAnchor(parser.currentTokenLocation())
                < parser.currentLocation().getCharOffset();
    }

    private int behindAnchor(JsonLocation place) {
        int i = (int) place.getCharOffset();
        if (at(i) == '&') {
            while (at(i) != END && !Character.isWhitespace(at(i))) {
                i++;
            }
            while (Character.isWhitespace(at(i))) {
                i++;
            }
        }
        return i;
    }

    private ConfigurationException tag(JsonLocation place) {
        return tree.fault(
                place.getLineNr(),
                place.getColumnNr(),
                "has a tag",
                "Leave it out; put what is meant as a text in quotes.");
    }

    private int at(int index) {
        return index >= 0 && index < characters.length ? characters[index] : END;
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

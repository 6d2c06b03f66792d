package dev.heed.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigTree;
import dev.heed.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads documents of configuration in YAML 1.2, as far as JSON goes: objects, lists, texts. No type is ever chosen by the text.
 *
 * <p>Only {@code true} and {@code false} are truth values, so {@code no}, {@code on} and {@code off} are texts. Times such as
 * {@code 22:00} and dates are texts, too. What is left empty is nothing; {@code ""} is a
 * text. Anchors may stand there, aliases are refused, and so are tags
 * and several documents in one text.
 */
public final class YamlDocuments {
    private static final YAMLFactory FACTORY = factory();

    private YamlDocuments() {}

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(ConfigTree.LONGEST_TEXT);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(options)
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build();
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(ConfigTree.DEEPEST + 1) // so that the tree says where
                .maxStringLength(ConfigTree.LONGEST_TEXT)
                .maxNameLength(ConfigTree.LONGEST_TEXT)
                .build());
        return factory;
    }

    /**
     * What a text says.
     *
     * @throws ConfigurationException if it is not YAML, has a field twice in one object, an alias, a tag or a second document, or
     *     goes beyond a limit: with path, line and column
     */
    public static ConfigNode read(String yaml) {
        ConfigTree tree = new ConfigTree("YAML");
        String text = tree.text(yaml);
        YamlFaults faults = new YamlFaults(tree, text);
        faults.checkCharacters();
        try (YAMLParser parser = FACTORY.createParser(text)) {
            walk(parser, tree, faults);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
        return tree.done();
    }

    private static void walk(YAMLParser parser, ConfigTree tree, YamlFaults faults) throws IOException {
        int depth = 0;
        boolean whole = false;
        for (JsonToken token = next(parser, faults); token != null; token = next(parser, faults)) {
            JsonLocation at = parser.currentTokenLocation();
            int line = at.getLineNr();
            int column = at.getColumnNr();
            if (whole) {
                throw tree.fault(line, column, "is followed by another one", "Keep one document in each text.");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.FIELD_NAME) {
                faults.checkName(at);
            } else if (!token.isStructEnd()) {
                faults.checkValue(parser);
            }
            String said = parser.getText();
            take(token, said, said.isEmpty() && !faults.isWritten(parser), tree, line, column);
            whole = depth == 0;
        }
    }

    /** The scanner throws what it stumbles over, in words that repeat those of the text. */
    private static @Nullable JsonToken next(YAMLParser parser, YamlFaults faults) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw faults.notYaml(e);
        } catch (RuntimeException e) {
            throw faults.notYaml(parser.currentLocation());
        }
    }

    private static void take(JsonToken token, String text, boolean isLeftEmpty, ConfigTree tree, int line, int column) {
        switch (token) {
            case START_OBJECT -> tree.beginObject(line, column);
            case START_ARRAY -> tree.beginList(line, column);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.field(text, line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.addNumber(text, line, column);
            case VALUE_TRUE -> tree.addTruth(true, line, column);
            case VALUE_FALSE -> tree.addTruth(false, line, column);
            case VALUE_NULL -> tree.addNothing(line, column);
            default -> {
                if (isLeftEmpty) {
                    tree.addNothing(line, column);
                } else {
                    tree.addText(text, line, column);
                }
            }
        }
    }
}

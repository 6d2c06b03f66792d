package dev.heed.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.heed.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads documents of configuration in JSON. */
public final class JsonDocuments {
    private static final int LONGEST_NUMBER = 64;
    private static final String LIMITS = "At most " + ConfigTree.DEEPEST + " levels, names of "
            + ConfigTree.LONGEST_NAME + " characters and numbers of " + LONGEST_NUMBER + " digits are read.";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ConfigTree.DEEPEST + 1) // so that the tree says where
                    .maxStringLength(ConfigTree.LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(ConfigTree.LONGEST_NAME)
                    .build())
            .build();

    private JsonDocuments() {}

    /**
     * What a text says.
     *
     * @throws ConfigurationException if it is not JSON, has a field twice in one object, or goes beyond a limit: with path, line
     *     and column
     */
    public static ConfigNode read(String json) {
        ConfigTree tree = new ConfigTree("JSON");
        try (JsonParser parser = FACTORY.createParser(tree.text(json))) {
            understand(parser, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
        return tree.done();
    }

    /** Texts are looked at no sooner than they are asked for, so that each step may find that they are wrong. */
    private static void understand(JsonParser parser, ConfigTree tree) throws IOException {
        try {
            walk(parser, tree);
        } catch (StreamConstraintsException e) {
            throw fault(tree, place(e, parser), "goes beyond a limit", LIMITS);
        } catch (JsonProcessingException e) {
            throw fault(
                    tree,
                    place(e, parser),
                    "is not JSON",
                    "Put names and texts in double quotes, a comma between two values and none after the last; comments are"
                            + " not allowed.");
        }
    }

    private static JsonLocation place(JsonProcessingException e, JsonParser parser) {
        JsonLocation known = e.getLocation();
        return known == null ? parser.currentLocation() : known;
    }

    private static void walk(JsonParser parser, ConfigTree tree) throws IOException {
        int depth = 0;
        boolean whole = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            JsonLocation at = parser.currentTokenLocation();
            if (whole) {
                throw fault(tree, at, "goes on after its end", "Leave out what stands behind the last bracket.");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            take(token, parser, tree, at.getLineNr(), at.getColumnNr());
            whole = depth == 0;
        }
    }

    private static void take(JsonToken token, JsonParser parser, ConfigTree tree, int line, int column)
            throws IOException {
        switch (token) {
            case START_OBJECT -> tree.beginObject(line, column);
            case START_ARRAY -> tree.beginList(line, column);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.field(parser.currentName(), line, column);
            case VALUE_STRING -> tree.addText(parser.getText(), line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.addNumber(parser.getText(), line, column);
            case VALUE_TRUE -> tree.addTruth(true, line, column);
            case VALUE_FALSE -> tree.addTruth(false, line, column);
            case VALUE_NULL -> tree.addNothing(line, column);
            default -> throw new IllegalStateException("A JSON text has no " + token + ".");
        }
    }

    private static ConfigurationException fault(ConfigTree tree, JsonLocation at, String what, String remedy) {
        return tree.fault(at.getLineNr(), at.getColumnNr(), what, remedy);
    }
}

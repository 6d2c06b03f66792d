package dev.heed.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.heed.error.InvalidInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text. What is wrong is said with line, column and field, and never in the words of the parser, which
 * repeat those of the text.
 */
final class JsonTree {
    private static final int LARGEST_EXPONENT = 400;
    private static final String REMEDY = "Pass the text on as it was written.";

    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    @Nullable
    Object whole() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw invalid("is empty");
            }
            Object value = value();
            if (parser.nextToken() != null) {
                throw invalid("goes on after its end");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw tooLarge();
        } catch (JsonProcessingException e) {
            throw invalid("is not JSON");
        }
    }

    private @Nullable Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw invalid("is not JSON");
        };
    }

    private Map<String, Object> object() throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean anyNull = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            path.addLast(name);
            if (fields.containsKey(name)) {
                throw invalid("has a field twice");
            }
            parser.nextToken();
            Object value = value();
            anyNull |= value == null;
            fields.put(name, value);
            path.removeLast();
        }
        if (anyNull) {
            fields.values().removeIf(Objects::isNull);
        }
        return fields;
    }

    private List<Object> list() throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private Number integer() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : Long.valueOf(parser.getLongValue());
    }

    private Number decimal() throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= LARGEST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw tooLarge();
        }
        throw tooLarge();
    }

    private InvalidInputException tooLarge() {
        return new InvalidInputException(
                problem("goes beyond a limit"),
                "At most " + JsonText.DEEPEST + " levels, texts of " + JsonText.LONGEST_TEXT
                        + " characters, numbers of "
                        + JsonText.LONGEST_NUMBER + " digits and names of " + JsonText.LONGEST_NAME
                        + " characters are read.");
    }

    private InvalidInputException invalid(String what) {
        return new InvalidInputException(problem(what), REMEDY);
    }

    private String problem(String what) {
        JsonLocation here = parser.currentLocation();
        return "A JSON text of ticket events " + what + ", at line " + here.getLineNr() + ", column "
                + here.getColumnNr()
                + (path.isEmpty()
                        ? ""
                        : ", in the field "
                                + path.stream().map(FieldNames::shown).collect(Collectors.joining(".")))
                + ".";
    }
}

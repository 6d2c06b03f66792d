package dev.heed.config;

import dev.heed.config.ConfigNode.Kind;
import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of what a parser finds, one thing after the other, and holds it to the limits. For readers of formats. Not
 * thread-safe.
 *
 * <p>Lines and columns are counted from one.
 */
public final class ConfigTree {
    /** How long a text is at most, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4 * 1024 * 1024;

    /** How many objects and lists stand in one another at most. */
    public static final int DEEPEST = 32;

    /** How many values a document has at most. */
    public static final int MOST_VALUES = 500_000;

    /** How long a name is at most, in UTF-16 units. */
    public static final int LONGEST_NAME = 256;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String format;
    private final Deque<ConfigNode> open = new ArrayDeque<>();
    private @Nullable ConfigNode root;
    private String field = "";
    private @Nullable Position name;
    private int values;

    /**
     * An empty one.
     *
     * @param format what the text is written in, for messages: {@code YAML}
     */
    public ConfigTree(String format) {
        this.format = format;
    }

    /**
     * The text without a byte order mark.
     *
     * @throws ConfigurationException if it is longer than {@link #LONGEST_TEXT}
     */
    public String text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new ConfigurationException(List.of(Problem.of(
                    "The " + format + " document has " + text.length() + " characters.",
                    "At most " + LONGEST_TEXT + " are read; split it.")));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * An object begins; names and their values follow.
     *
     * @throws ConfigurationException if it goes beyond a limit
     */
    public void beginObject(int line, int column) {
        begin(Kind.OBJECT, line, column);
    }

    /**
     * A list begins; values follow.
     *
     * @throws ConfigurationException if it goes beyond a limit
     */
    public void beginList(int line, int column) {
        begin(Kind.LIST, line, column);
    }

    private void begin(Kind kind, int line, int column) {
        ConfigNode node = value(kind, "", line, column);
        if (open.size() == DEEPEST) {
            throw fault(line, column, "is deeper than " + DEEPEST + " levels", "Take some levels out.");
        }
        open.push(node);
    }

    /**
     * A name in the object that began last; its value follows.
     *
     * @throws ConfigurationException if the object has it already, or it is too long
     */
    public void field(String text, int line, int column) {
        ConfigNode object = open.peek();
        if (object == null || object.kind() != Kind.OBJECT || name != null) {
            throw new IllegalStateException("No name is expected here.");
        }
        if (text.length() > LONGEST_NAME) {
            throw fault(
                    line,
                    column,
                    "has a name of " + text.length() + " characters",
                    "At most " + LONGEST_NAME + " are.");
        }
        field = text;
        name = new Position(line, column);
        if (object.fields().containsKey(text)) {
            throw fault(line, column, "has this field twice in one object", "Leave one of the two out.");
        }
    }

    /** A text. */
    public void addText(String text, int line, int column) {
        value(Kind.TEXT, text, line, column);
    }

    /**
     * A number.
     *
     * @param written as it stands in the document
     */
    public void addNumber(String written, int line, int column) {
        value(Kind.NUMBER, written, line, column);
    }

    /** True or false. */
    public void addTruth(boolean truth, int line, int column) {
        value(Kind.TRUTH, Boolean.toString(truth), line, column);
    }

    /** Where there is nothing. */
    public void addNothing(int line, int column) {
        value(Kind.NOTHING, "", line, column);
    }

    /** The object or list that began last ends. */
    public void end() {
        if (open.isEmpty() || name != null) {
            throw new IllegalStateException("Nothing can end here.");
        }
        open.pop();
    }

    private ConfigNode value(Kind kind, String text, int line, int column) {
        values++;
        if (values > MOST_VALUES) {
            throw fault(line, column, "has more than " + MOST_VALUES + " values", "Split it.");
        }
        Position place = new Position(line, column);
        ConfigNode parent = open.peek();
        if (parent == null) {
            if (root != null) {
                throw new IllegalStateException("The document has its value already.");
            }
            root = new ConfigNode(null, "", kind, text, place, place);
            return root;
        }
        if (parent.kind() == Kind.LIST) {
            String step = "[" + parent.elements().size() + "]";
            ConfigNode node = new ConfigNode(parent, step, kind, text, place, place);
            parent.add(node);
            return node;
        }
        if (name == null) {
            throw new IllegalStateException("A value in an object needs a name.");
        }
        ConfigNode node = new ConfigNode(parent, Quote.step(field), kind, text, place, name);
        parent.put(field, node);
        name = null;
        return node;
    }

    /**
     * The whole document.
     *
     * @throws ConfigurationException if there is none
     */
    public ConfigNode done() {
        if (root == null || root.kind() == Kind.NOTHING) {
            throw new ConfigurationException(
                    List.of(Problem.of("The " + format + " document is empty.", "Write an object with fields.")));
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("Something was begun and not ended.");
        }
        return root;
    }

    /**
     * Says why the document cannot be read on.
     *
     * @param what goes on after "The document"
     */
    public ConfigurationException fault(int line, int column, String what, String remedy) {
        String path = path();
        return new ConfigurationException(List.of(Problem.of(
                "At " + (path.isEmpty() ? "the top" : path) + ", " + new Position(line, column) + ": the " + format
                        + " document " + what + ".",
                remedy)));
    }

    /** Where the next value belongs. */
    private String path() {
        ConfigNode parent = open.peek();
        if (parent == null) {
            return "";
        }
        String step = parent.kind() == Kind.LIST ? "[" + parent.elements().size() + "]" : "";
        if (name != null) {
            step = Quote.step(field);
        }
        String path = parent.path() + step;
        return path.startsWith(".") ? path.substring(1) : path;
    }
}

package dev.heed.config;

import dev.heed.error.ConfigurationException.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document, and where it stands. Made by {@link ConfigTree}; nothing of it changes once the tree is done.
 *
 * <p>Numbers stay as they were written, since nothing is made of them before somebody wants one.
 */
public final class ConfigNode {
    /** What a value is. */
    public enum Kind {
        /** Values by their names. */
        OBJECT,
        /** Values one after the other. */
        LIST,
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        TRUTH,
        /** {@code null}, or nothing at all where the format allows it. */
        NOTHING
    }

    /** What this stands in, if it is not the whole document. */
    private final @Nullable ConfigNode parent;

    private final String step;
    private final Kind kind;
    private final String text;
    private final Position place;
    private final Position name;
    private final Map<String, ConfigNode> fields = new LinkedHashMap<>();
    private final List<ConfigNode> elements = new ArrayList<>();

    /**
     * @param step how the path goes on from the parent to here
     * @param name where its name stands, or itself if it has none
     */
    ConfigNode(@Nullable ConfigNode parent, String step, Kind kind, String text, Position place, Position name) {
        this.parent = parent;
        this.step = step;
        this.kind = kind;
        this.text = text;
        this.place = place;
        this.name = name;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The way to it from the top: {@code versions[0].policies[2].hours}. Empty for the whole document. */
    public String path() {
        Deque<String> steps = new ArrayDeque<>();
        for (ConfigNode node = this; node != null; node = node.parent) {
            steps.addFirst(node.step);
        }
        String path = String.join("", steps);
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** The line on which it begins, from one. */
    public int line() {
        return place.line();
    }

    /** The column in which it begins, from one. */
    public int column() {
        return place.column();
    }

    /** A text, a number as it was written, {@code true} or {@code false}; empty for all else. */
    public String text() {
        return text;
    }

    /** The values of an object by their names, in the order of the document; empty for all else. */
    public Map<String, ConfigNode> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The value of a field of an object; empty if there is none, and for all else. */
    public Optional<ConfigNode> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The values of a list; empty for all else. */
    public List<ConfigNode> elements() {
        return Collections.unmodifiableList(elements);
    }

    /** Something that is wrong with the value. */
    public Problem problem(String what, String remedy) {
        return Problem.of(at(place) + what, remedy);
    }

    /** Something that is wrong with the name under which it stands. */
    public Problem nameProblem(String what, String remedy) {
        return Problem.of(at(name) + what, remedy);
    }

    /** Something that was found by what was made of the value. */
    Problem problem(Problem found) {
        return new Problem(found.code(), at(place) + found.what(), found.remedy());
    }

    private String at(Position position) {
        String path = path();
        return "At " + (path.isEmpty() ? "the top" : path) + ", " + position + ": ";
    }

    void put(String field, ConfigNode value) {
        fields.put(field, value);
    }

    void add(ConfigNode value) {
        elements.add(value);
    }

    /** What stands there, for people. */
    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> "an object";
            case LIST -> "a list";
            case TEXT -> "the text '" + Quote.of(text) + "'";
            case NUMBER -> "the number " + Quote.of(text);
            case TRUTH -> text;
            case NOTHING -> "nothing";
        };
    }
}

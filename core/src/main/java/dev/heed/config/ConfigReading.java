package dev.heed.config;

import com.google.common.base.CaseFormat;
import dev.heed.config.ConfigNode.Kind;
import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes values out of a document. What is wrong is collected, each with its path, its line and its column, and told all at once
 * by {@link #finish}; what cannot be read is empty until then. Not thread-safe.
 */
public final class ConfigReading {
    /** How many problems are told at most. */
    public static final int MOST_PROBLEMS = 100;

    private final List<Problem> problems = new ArrayList<>();
    private int faults;

    /** One that has found nothing wrong yet. */
    public ConfigReading() {}

    /** How many problems were found until now. What is read without a new one was read whole. */
    public int faults() {
        return faults;
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigurationException if something was wrong
     */
    public void finish() {
        if (faults > problems.size()) {
            problems.add(
                    Problem.of((faults - problems.size()) + " more problems are not listed.", "Mend these first."));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Says that a value is wrong. */
    public void wrong(ConfigNode node, String what, String remedy) {
        add(node.problem(what, remedy));
    }

    /** Says that the name of a value is wrong. */
    public void wrongName(ConfigNode node, String what, String remedy) {
        add(node.nameProblem(what, remedy));
    }

    /** Says that the name of a value is none of those that are known. */
    public void unknownName(ConfigNode node, String what, String name, Collection<String> known) {
        wrongName(node, what + " '" + Quote.of(name) + "' is not known.", Spelling.remedy(name, guessed(known)));
    }

    /** Says that a value is none of the words that are known. */
    public void unknown(ConfigNode node, String what, Collection<String> known) {
        wrong(
                node,
                what + " '" + Quote.of(node.text()) + "' is not known.",
                Spelling.remedy(node.text(), guessed(known)));
    }

    /** The one of some words that somebody may have meant; empty if none is near, or there are thousands. */
    public Optional<String> guess(String written, Collection<String> known) {
        return Spelling.nearest(written, guessed(known));
    }

    /** Nobody reads what is not listed, so nothing is looked for either. */
    private Collection<String> guessed(Collection<String> known) {
        return faults < MOST_PROBLEMS ? known : List.of();
    }

    private void add(Problem problem) {
        faults++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** What somebody makes who checks it; what is refused is the fault of this value, with its code if it has one. */
    public <T> Optional<T> checked(ConfigNode node, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> add(node.problem(problem)));
        } catch (InvalidInputException e) {
            wrong(node, e.problem(), e.remedy());
        }
        return Optional.empty();
    }

    /**
     * A text.
     *
     * @param wanted what it has to be, for messages: {@code a time zone such as 'Europe/Berlin'}
     */
    public Optional<String> text(ConfigNode node, String wanted) {
        if (node.kind() == Kind.TEXT) {
            return Optional.of(node.text());
        }
        boolean quotable = node.kind() == Kind.NUMBER || node.kind() == Kind.TRUTH;
        otherwise(node, wanted, quotable ? "Put it in quotes, if it is meant as a text." : "Write " + wanted + ".");
        return Optional.empty();
    }

    /** A text with more in it than spaces. */
    public Optional<String> name(ConfigNode node, String wanted) {
        return text(node, wanted).filter(text -> {
            if (text.isBlank()) {
                wrong(node, wanted + " is wanted, and the text is blank.", "Write one.");
            }
            return !text.isBlank();
        });
    }

    /**
     * A text that something is made of. {@link DateTimeException} and {@link IllegalArgumentException} mean that it is not what is
     * wanted; {@link InvalidInputException} says itself what is wrong.
     */
    public <T> Optional<T> value(ConfigNode node, String wanted, Function<String, T> make) {
        return text(node, wanted)
                .flatMap(text -> checked(node, () -> {
                    try {
                        return make.apply(text);
                    } catch (DateTimeException | IllegalArgumentException e) {
                        throw new InvalidInputException(
                                "'" + Quote.of(text) + "' is not " + wanted + ".", "Write " + wanted + ".");
                    }
                }));
    }

    /** How long something lasts: {@code 8h}, {@code 1h 30min}, {@code 90s}, {@code PT8H30M}. Zero or more. */
    public Optional<Duration> duration(ConfigNode node) {
        return value(node, DurationText.WANTED, DurationText::parse);
    }

    /** True or false. */
    public Optional<Boolean> truth(ConfigNode node) {
        if (node.kind() == Kind.TRUTH) {
            return Optional.of(node.text().equals("true"));
        }
        otherwise(node, "true or false", "Write true or false, without quotes.");
        return Optional.empty();
    }

    /** True; where only that says something. */
    public boolean requireTrue(ConfigNode node) {
        Optional<Boolean> truth = truth(node);
        if (truth.isPresent() && !truth.get()) {
            wrong(node, "true is wanted, and false stands there.", "Leave the field out.");
        }
        return truth.orElse(false);
    }

    /** A constant, by its name in lower camel case: {@code onHold}. */
    public <E extends Enum<E>> Optional<E> word(ConfigNode node, Class<E> type) {
        Map<String, E> words = words(type);
        Optional<E> found = text(node, "one of " + String.join(", ", words.keySet()))
                .flatMap(text -> Optional.ofNullable(words.get(text)));
        if (node.kind() == Kind.TEXT && found.isEmpty()) {
            unknown(node, "The word", words.keySet());
        }
        return found;
    }

    /** A constant, by the name of a field in lower camel case. */
    public <E extends Enum<E>> Optional<E> wordOf(String name, ConfigNode value, Class<E> type) {
        Map<String, E> words = words(type);
        Optional<E> found = Optional.ofNullable(words.get(name));
        if (found.isEmpty()) {
            unknownName(value, "The field", name, words.keySet());
        }
        return found;
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, constant.name()), constant);
        }
        return words;
    }

    /** The elements of a list. Those that cannot be read are left out. */
    public <T> List<T> list(ConfigNode node, Function<ConfigNode, Optional<T>> element) {
        if (node.kind() != Kind.LIST) {
            otherwise(node, "a list", "Put it in square brackets, also if there is one only.");
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (ConfigNode one : node.elements()) {
            element.apply(one).ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    /** The elements of a list, each of which may stand there once. */
    public <T> List<T> distinct(ConfigNode node, Function<ConfigNode, Optional<T>> element) {
        Set<T> seen = new LinkedHashSet<>();
        list(
                node,
                one -> element.apply(one)
                        .filter(value -> requireFirst(
                                one, seen, value, one + " stands there twice.", "Leave one of the two out.")));
        return List.copyOf(seen);
    }

    /**
     * Whether a value has not been seen before; if it has, that is a problem.
     *
     * @param seen those before it; it is added
     */
    public <T> boolean requireFirst(ConfigNode node, Set<T> seen, T value, String what, String remedy) {
        boolean first = seen.add(value);
        if (!first) {
            wrong(node, what, remedy);
        }
        return first;
    }

    /** The fields of an object whose names somebody chose. */
    public Map<String, ConfigNode> named(ConfigNode node) {
        if (node.kind() != Kind.OBJECT) {
            otherwise(node, "an object", "Write fields, each with its name.");
        }
        return node.fields();
    }

    /** An object with these fields; another one is refused. */
    public Optional<ConfigSection> section(ConfigNode node, String... fields) {
        if (node.kind() != Kind.OBJECT) {
            otherwise(node, "an object", "Write an object; its fields are: " + String.join(", ", fields) + ".");
            return Optional.empty();
        }
        List<String> known = Arrays.asList(fields);
        node.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                unknownName(value, "The field", name, known);
            }
        });
        return Optional.of(new ConfigSection(this, node));
    }

    private void otherwise(ConfigNode node, String wanted, String remedy) {
        wrong(
                node,
                wanted + " is wanted, and " + node + " stands there.",
                node.kind() == Kind.NOTHING ? "Leave the field out, or write " + wanted + "." : remedy);
    }
}

package dev.heed.rule;

import com.google.common.base.Splitter;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sentences with the verdict a careful person would give, from a table, and how well a rule agrees with it. */
final class LabelledSentences {
    private LabelledSentences() {}

    /**
     * One sentence.
     *
     * @param line where it stands
     * @param refuse whether it is to be refused
     * @param locale its language
     * @param key for what; a hyphen if it is to pass
     * @param text the words
     */
    record Row(int line, boolean refuse, String locale, String key, String text) {
        @Override
        public String toString() {
            return "line " + line + " " + key + " «" + text.replace("\n", "\\n") + "»";
        }
    }

    /**
     * What came of it.
     *
     * @param rightlyRefused how many that were to be refused were, for the right reason
     * @param wronglyRefused that were to pass, or were refused for something else besides
     * @param wronglyPassed that were to be refused
     */
    record Result(int rows, int rightlyRefused, List<Row> wronglyRefused, List<Row> wronglyPassed) {
        double precision() {
            return (double) rightlyRefused / Math.max(1, rightlyRefused + wronglyRefused.size());
        }

        double recall() {
            return (double) rightlyRefused / Math.max(1, rightlyRefused + wronglyPassed.size());
        }
    }

    /** All that is marked as quoted was written once. */
    static Quotations quotedIn(String text) {
        String older = text.lines()
                .filter(line -> line.startsWith(">"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining("\n"));
        return new Quotations(List.of(Message.builder(
                        new MessageId("m-1"),
                        new Author.ByCustomer(CustomerId.of("c-1")),
                        Direction.INBOUND,
                        Instant.parse("2026-06-08T07:00:00Z"),
                        older)
                .build()));
    }

    static List<Row> read(String resource) {
        try (InputStream in = Objects.requireNonNull(LabelledSentences.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("pass\t") || line.startsWith("refuse\t")) {
                    List<String> cells = Splitter.on('\t').splitToList(line);
                    rows.add(new Row(
                            number,
                            cells.get(0).equals("refuse"),
                            cells.get(1),
                            cells.get(2),
                            cells.get(3).replace("\\n", "\n")));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Judges all rows and prints how well, for each language.
     *
     * @param refusedFor the keys for which a rule refuses a sentence
     */
    static Result judge(String name, List<Row> rows, Function<Row, Set<String>> refusedFor) {
        Set<String> locales = new TreeSet<>(rows.stream().map(Row::locale).toList());
        for (String locale : locales) {
            judge(
                    name + ", " + locale,
                    rows.stream().filter(row -> row.locale().equals(locale)).toList(),
                    refusedFor,
                    true);
        }
        return judge(name, rows, refusedFor, false);
    }

    private static Result judge(String name, List<Row> rows, Function<Row, Set<String>> refusedFor, boolean telling) {
        List<Row> wronglyRefused = new ArrayList<>();
        List<Row> wronglyPassed = new ArrayList<>();
        int rightly = 0;
        for (Row row : rows) {
            Set<String> keys = refusedFor.apply(row);
            boolean right = row.refuse() && keys.contains(row.key());
            boolean others = !keys.isEmpty() && !(right && keys.size() == 1);
            rightly += right ? 1 : 0;
            if (others) {
                wronglyRefused.add(row);
            }
            if (row.refuse() && !right) {
                wronglyPassed.add(row);
            }
        }
        Result result = new Result(rows.size(), rightly, wronglyRefused, wronglyPassed);
        System.out.printf(
                Locale.ROOT,
                "%s: %d labelled, precision of refusal %.4f, recall %.4f%n",
                name,
                rows.size(),
                result.precision(),
                result.recall());
        if (telling) {
            wronglyRefused.forEach(row -> System.out.println("  refused, should pass: " + row));
            wronglyPassed.forEach(row -> System.out.println("  passed, should be refused: " + row));
        }
        return result;
    }
}

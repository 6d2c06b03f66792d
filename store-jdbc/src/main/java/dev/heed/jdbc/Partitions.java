package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Into how many parts each table of many shops is cut, by the bucket. Immutable.
 *
 * @param number 1 for tables that are not cut
 */
record Partitions(int number) {
    static final Partitions NONE = new Partitions(1);

    private static final int MOST = 1024;
    private static final Pattern TABLE =
            Pattern.compile("create table (\\S+) \\(\n  bucket smallint.*?\n\\)(?=;)", Pattern.DOTALL);

    Partitions {
        if (number < 1 || number > MOST) {
            throw new InvalidInputException(
                    number + " partitions were asked for.", "Name 1 to " + MOST + ": there are as many buckets.");
        }
    }

    /** A script in which what is made for many shops is made in parts; as PostgreSQL says it. */
    String in(String script) {
        return number == 1
                ? script
                : TABLE.matcher(script)
                        .replaceAll(table -> Matcher.quoteReplacement(cut(table.group(), table.group(1))));
    }

    private String cut(String table, String name) {
        StringBuilder cut = new StringBuilder(table).append(" partition by hash (bucket)");
        IntStream.range(0, number)
                .forEach(part -> cut.append(";\ncreate table ")
                        .append(name)
                        .append("_p")
                        .append(part)
                        .append(" partition of ")
                        .append(name)
                        .append(" for values with (modulus ")
                        .append(number)
                        .append(", remainder ")
                        .append(part)
                        .append(')'));
        return cut.toString();
    }
}

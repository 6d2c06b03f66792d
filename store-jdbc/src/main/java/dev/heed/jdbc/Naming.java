package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * What the tables are called in the shop's database. Immutable.
 *
 * @param prefix before the name of each table, with the schema if it has one: {@code heed_}, {@code support.heed_}
 */
record Naming(String prefix) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]{0,30}\\.)?[a-z][a-z0-9_]{0,20}_");
    private static final String PLACEHOLDER = "${prefix}";

    Naming {
        if (!FORM.matcher(prefix).matches()) {
            throw new InvalidInputException(
                    "“" + prefix + "” cannot stand before the names of tables.",
                    "Use small letters, digits and underscores that end with an underscore, such as heed_, and before them the"
                            + " schema and a dot if the tables are to stand in one.");
        }
    }

    /** A text with placeholders for the prefix, as Flyway and Liquibase know them. */
    String in(String sql) {
        return sql.replace(PLACEHOLDER, prefix);
    }

    /** Without the schema. */
    String bare() {
        return prefix.substring(prefix.indexOf('.') + 1);
    }
}

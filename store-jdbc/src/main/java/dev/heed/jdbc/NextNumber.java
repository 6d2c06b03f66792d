package dev.heed.jdbc;

import java.util.function.UnaryOperator;

/**
 * One more than the greatest number there is in some rows, as a part of a statement that writes; two who ask at once may be given
 * the same. Where such a question would lock those rows until the transaction ends it is asked before. Immutable.
 */
final class NextNumber {
    /** What stands for it in the statement. */
    final String expression;

    private final String before;

    /**
     * A number.
     *
     * @param name of what is numbered
     * @param greatest the column
     * @param from the rows, with parameters
     */
    NextNumber(Dialect dialect, String name, String greatest, String from) {
        String number = "select coalesce(max(" + greatest + "), 0) + 1";
        String variable = "@heed_" + name;
        expression = dialect.asksBefore() ? variable : "(" + number + " from " + from + ")";
        before = dialect.asksBefore() ? number + " into " + variable + " from " + from : "";
    }

    /** Adds the parameters of the question where they belong: to the statement, or to one before it. */
    Command ask(Command statement, Script script, UnaryOperator<Command> parameters) {
        if (before.isEmpty()) {
            return parameters.apply(statement);
        }
        script.run(parameters.apply(Command.plain(before)));
        return statement;
    }
}

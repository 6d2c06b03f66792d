package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What stands in a custom field. Immutable. {@code toString} says of which kind, not what: it ends up in logs. */
public sealed interface FieldValue {
    /** Its kind in one word: {@code text}, {@code number}, {@code date}, {@code bool} or {@code choice}. */
    String kind();

    /** What stands there, in letters and digits that {@link #parse} understands. */
    String text();

    /**
     * The value of a kind that is written so.
     *
     * @throws InvalidInputException if there is no such kind, or the text is none of it
     */
    static FieldValue parse(String kind, String text) {
        try {
            return switch (kind) {
                case "text" -> new Text(text);
                case "number" -> new Decimal(new BigDecimal(text));
                case "date" -> new Date(LocalDate.parse(text));
                case "bool" -> new Bool(Bool.parse(text));
                case "choice" -> new Choice(text);
                default ->
                    throw new InvalidInputException(
                            "The kind of a field value is none of text, number, date, bool, choice.",
                            "Use one of them.");
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidInputException(
                    "A field value of kind " + kind + " is not written as one.",
                    "Write numbers as 1.5, and dates as 2026-11-21.");
        }
    }

    /**
     * Words, perhaps of several lines. Kept as they were written, but without spaces around them, with {@code \n} for every
     * line break and in normal form NFC. Each other control character but the tab, and each half of a surrogate pair, is
     * replaced by U+FFFD; marks of the direction of writing stay.
     *
     * @param value 1 to {@value #LONGEST} code points
     */
    record Text(String value) implements FieldValue {
        /** How many code points a text can have. */
        public static final int LONGEST = 10_000;

        /**
         * Mends what it is given.
         *
         * @throws InvalidInputException if it is blank or longer
         */
        public Text {
            int most = 2 * LONGEST; // in units
            value = value.length() > 2 * most ? value : PlainText.lines(value);
            if (value.isEmpty()) {
                throw new InvalidInputException(
                        "The text of a field is blank.", "Write something, or clear the field.");
            }
            if (value.length() > most || value.codePointCount(0, value.length()) > LONGEST) {
                throw new InvalidInputException(
                        "The text of a field has more than " + LONGEST + " characters.", "Shorten it.");
            }
        }

        @Override
        public String kind() {
            return "text";
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * A number. 1.50 and 1.5 are the same.
     *
     * @param value without zeros at its end; at most 20 digits before the point and 18 after it
     */
    record Decimal(BigDecimal value) implements FieldValue {
        private static final int MOST_BITS = 256;
        private static final int MOST_BEFORE = 20;
        private static final int MOST_AFTER = 18;

        /**
         * Strips what it is given.
         *
         * @throws InvalidInputException if it has more digits
         */
        public Decimal {
            boolean absurd =
                    value.unscaledValue().bitLength() > MOST_BITS || Math.abs((long) value.scale()) > MOST_BITS;
            value = absurd ? value : stripped(value);
            if (absurd || value.scale() > MOST_AFTER || value.precision() - value.scale() > MOST_BEFORE) {
                throw new InvalidInputException(
                        "The number of a field has too many digits.",
                        "Give at most " + MOST_BEFORE + " before the point and " + MOST_AFTER + " after it.");
            }
        }

        /** With a scale of zero at least, so that a thousand is not 1E+3. */
        private static BigDecimal stripped(BigDecimal value) {
            BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            return bare.scale() < 0 ? bare.setScale(0) : bare;
        }

        @Override
        public String kind() {
            return "number";
        }

        @Override
        public String text() {
            return value.toPlainString();
        }

        @Override
        public String toString() {
            return "Decimal";
        }
    }

    /**
     * A day.
     *
     * @param value in the years 0 to 9999
     */
    record Date(LocalDate value) implements FieldValue {
        private static final int LAST_YEAR = 9999;

        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the year has not four digits
         */
        public Date {
            if (value.getYear() < 0 || value.getYear() > LAST_YEAR) {
                throw new InvalidInputException(
                        "The date of a field is not in the years 0 to " + LAST_YEAR + ".", "Give one that is.");
            }
        }

        @Override
        public String kind() {
            return "date";
        }

        @Override
        public String text() {
            return value.toString();
        }

        @Override
        public String toString() {
            return "Date";
        }
    }

    /**
     * Yes or no.
     *
     * @param value which
     */
    record Bool(boolean value) implements FieldValue {
        private static boolean parse(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new InvalidInputException(
                        "A field value of kind bool is neither true nor false.", "Write one of them.");
            }
            return text.equals("true");
        }

        @Override
        public String kind() {
            return "bool";
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public String toString() {
            return "Bool";
        }
    }

    /**
     * One of those that the field allows, or allowed when it was set.
     *
     * @param value the choice, one line of at most {@value #LONGEST} code points in normal form NFC
     */
    record Choice(String value) implements FieldValue {
        /** How many code points a choice can have. */
        public static final int LONGEST = 200;

        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if it is blank, longer, or has characters that no line needs
         */
        public Choice {
            value = PlainText.line(value, "A choice", LONGEST);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public String toString() {
            return "Choice";
        }
    }

    /** Words; for a field with choices, one of them. */
    static FieldValue of(String value) {
        return new Text(value);
    }

    /** A number. */
    static FieldValue of(BigDecimal value) {
        return new Decimal(requireNonNull(value, "value"));
    }

    /** A whole number. */
    static FieldValue of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** A day. */
    static FieldValue of(LocalDate value) {
        return new Date(requireNonNull(value, "value"));
    }

    /** Yes or no. */
    static FieldValue of(boolean value) {
        return new Bool(value);
    }
}

package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field that a shop has on its tickets beside Heed's own. Immutable; declared on the builder of the desk:
 *
 * <pre>{@code
 * builder.field(CustomField.text("serial-number", "Serial number").maxLength(20))
 *        .field(CustomField.choice("colour", "Colour", "red", "blue").asRequired());
 * }</pre>
 *
 * <p>A field that is not declared any more, or otherwise than it was, changes no ticket: what stands there can still be
 * read, searched and cleared, and only what is set from then on has to fit.
 */
public sealed interface CustomField {
    /** How many code points a label can have. */
    int LONGEST_LABEL = 200;

    /** How many choices a field can have. */
    int MOST_CHOICES = 1000;

    /** Names it for the program. */
    FieldKey key();

    /** Names it for people. */
    String label();

    /** Whether it can be changed but not cleared; {@code FilingDesk.missing} lists what a ticket lacks. */
    boolean required();

    /** The same field, required. */
    CustomField asRequired();

    /** What can stand in it, as a person is told, for example {@code a number from 0 to 100}. */
    String allowed();

    /** The value as it is kept; empty if the field does not allow it. */
    Optional<FieldValue> fit(FieldValue value);

    /**
     * The value as it is kept.
     *
     * @throws InvalidInputException if the field does not allow it; the message says what it allows
     */
    default FieldValue checked(FieldValue value) {
        return fit(value)
                .orElseThrow(() -> new InvalidInputException(
                        "The field “" + key() + "” does not take that value of kind " + value + ".",
                        "Give " + allowed() + "."));
    }

    /** Words, at most a thousand characters unless it says otherwise. */
    static TextField text(String key, String label) {
        return new TextField(FieldKey.of(key), label, false, 1000);
    }

    /** A number. */
    static NumberField number(String key, String label) {
        return new NumberField(FieldKey.of(key), label, false, Optional.empty(), Optional.empty());
    }

    /** A day. */
    static DateField date(String key, String label) {
        return new DateField(FieldKey.of(key), label, false, Optional.empty(), Optional.empty());
    }

    /** Yes or no. */
    static BoolField bool(String key, String label) {
        return new BoolField(FieldKey.of(key), label, false);
    }

    /** One of these, letter by letter but for spaces around it. */
    static ChoiceField choice(String key, String label, String... choices) {
        return new ChoiceField(FieldKey.of(key), label, false, List.of(choices));
    }

    /**
     * Words.
     *
     * @param maxLength in code points, at most {@link FieldValue.Text#LONGEST}
     */
    record TextField(FieldKey key, String label, boolean required, int maxLength) implements CustomField {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the label is no line of text, or the length is below one or too large
         */
        public TextField {
            requireNonNull(key, "key");
            label = PlainText.line(label, "The label of a field", LONGEST_LABEL);
            if (maxLength < 1 || maxLength > FieldValue.Text.LONGEST) {
                throw new InvalidInputException(
                        "The field “" + key + "” would take texts of " + maxLength + " characters.",
                        "Allow at least one and at most " + FieldValue.Text.LONGEST + ".");
            }
        }

        /** The same field for texts of at most so many code points. */
        public TextField maxLength(int most) {
            return new TextField(key, label, required, most);
        }

        @Override
        public TextField asRequired() {
            return new TextField(key, label, true, maxLength);
        }

        @Override
        public String allowed() {
            return "a text of at most " + maxLength + " characters";
        }

        @Override
        public Optional<FieldValue> fit(FieldValue value) {
            return value instanceof FieldValue.Text text
                            && text.value().codePointCount(0, text.value().length()) <= maxLength
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    /**
     * A number.
     *
     * @param from the smallest that is allowed; empty if there is none
     * @param to the largest that is allowed; empty if there is none
     */
    record NumberField(FieldKey key, String label, boolean required, Optional<BigDecimal> from, Optional<BigDecimal> to)
            implements CustomField {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the label is no line of text, or no number is allowed
         */
        public NumberField {
            requireNonNull(key, "key");
            label = PlainText.line(label, "The label of a field", LONGEST_LABEL);
            if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
                throw new InvalidInputException(
                        "The field “" + key + "” allows no number.", "Name the smallest first, then the largest.");
            }
        }

        /** The same field for numbers from one to another, both included. */
        public NumberField between(BigDecimal least, BigDecimal most) {
            return new NumberField(key, label, required, Optional.of(least), Optional.of(most));
        }

        @Override
        public NumberField asRequired() {
            return new NumberField(key, label, true, from, to);
        }

        @Override
        public String allowed() {
            return "a number"
                    + from.map(least -> " from " + least.toPlainString()).orElse("")
                    + to.map(most -> " to " + most.toPlainString()).orElse("");
        }

        @Override
        public Optional<FieldValue> fit(FieldValue value) {
            return value instanceof FieldValue.Decimal number
                            && from.filter(least -> least.compareTo(number.value()) > 0)
                                    .isEmpty()
                            && to.filter(most -> most.compareTo(number.value()) < 0)
                                    .isEmpty()
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    /**
     * A day.
     *
     * @param from the first that is allowed; empty if there is none
     * @param to the last that is allowed; empty if there is none
     */
    record DateField(FieldKey key, String label, boolean required, Optional<LocalDate> from, Optional<LocalDate> to)
            implements CustomField {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the label is no line of text, or no day is allowed
         */
        public DateField {
            requireNonNull(key, "key");
            label = PlainText.line(label, "The label of a field", LONGEST_LABEL);
            if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
                throw new InvalidInputException(
                        "The field “" + key + "” allows no day.", "Name the first day first, then the last.");
            }
        }

        /** The same field for days from one to another, both included. */
        public DateField between(LocalDate first, LocalDate last) {
            return new DateField(key, label, required, Optional.of(first), Optional.of(last));
        }

        @Override
        public DateField asRequired() {
            return new DateField(key, label, true, from, to);
        }

        @Override
        public String allowed() {
            return "a date"
                    + from.map(first -> " from " + first).orElse("")
                    + to.map(last -> " to " + last).orElse("");
        }

        @Override
        public Optional<FieldValue> fit(FieldValue value) {
            return value instanceof FieldValue.Date date
                            && from.filter(date.value()::isBefore).isEmpty()
                            && to.filter(date.value()::isAfter).isEmpty()
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    /** Yes or no. */
    record BoolField(FieldKey key, String label, boolean required) implements CustomField {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the label is no line of text
         */
        public BoolField {
            requireNonNull(key, "key");
            label = PlainText.line(label, "The label of a field", LONGEST_LABEL);
        }

        @Override
        public BoolField asRequired() {
            return new BoolField(key, label, true);
        }

        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Optional<FieldValue> fit(FieldValue value) {
            return Optional.of(value).filter(FieldValue.Bool.class::isInstance);
        }
    }

    /**
     * One of a few.
     *
     * @param choices in the order in which people see them
     */
    record ChoiceField(FieldKey key, String label, boolean required, List<String> choices) implements CustomField {
        private static final int MOST_NAMED = 20;

        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the label or a choice is no line of text, there is no choice, too many, or one
         *     twice
         */
        public ChoiceField {
            requireNonNull(key, "key");
            label = PlainText.line(label, "The label of a field", LONGEST_LABEL);
            if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
                throw new InvalidInputException(
                        "The field “" + key + "” has " + choices.size() + " choices.",
                        "Give at least one and at most " + MOST_CHOICES + ".");
            }
            Set<String> different = new LinkedHashSet<>();
            for (String choice : choices) {
                if (!different.add(new FieldValue.Choice(choice).value())) {
                    throw new InvalidInputException("The field “" + key + "” has a choice twice.", "Name each once.");
                }
            }
            choices = List.copyOf(different);
        }

        @Override
        public ChoiceField asRequired() {
            return new ChoiceField(key, label, true, choices);
        }

        @Override
        public String allowed() {
            String more = choices.size() > MOST_NAMED ? " … (" + choices.size() + " in all)" : "";
            return "one of " + choices.subList(0, Math.min(MOST_NAMED, choices.size())) + more;
        }

        @Override
        public Optional<FieldValue> fit(FieldValue value) {
            String chosen = value instanceof FieldValue.Choice choice
                    ? choice.value()
                    : value instanceof FieldValue.Text text ? text.value() : "";
            return choices.contains(chosen) ? Optional.of(new FieldValue.Choice(chosen)) : Optional.empty();
        }
    }
}

package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A custom field takes what it says, and says what it takes. */
class CustomFieldTest {
    private static final CustomField SERIAL =
            CustomField.text("serial-number", "Serial number").maxLength(5);
    private static final CustomField WEIGHT =
            CustomField.number("weight", "Weight in kg").between(BigDecimal.ZERO, new BigDecimal("99.5"));
    private static final CustomField BOUGHT =
            CustomField.date("bought", "Bought on").between(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31));
    private static final CustomField GIFT = CustomField.bool("gift", "A gift");
    private static final CustomField COLOUR = CustomField.choice("colour", "Colour", "red", " Grün ");

    private static void takes(CustomField field, FieldValue value) {
        assertThat(field.checked(value)).isEqualTo(value);
    }

    private static void refuses(CustomField field, FieldValue value, String allowed) {
        assertThatThrownBy(() -> field.checked(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("“" + field.key() + "”")
                .hasMessageContaining("Remedy: Give " + allowed + ".");
    }

    @Test
    void aTextIsTakenUpToItsLength() {
        takes(SERIAL, FieldValue.of("😀😀😀😀😀"));
        refuses(SERIAL, FieldValue.of("123456"), "a text of at most 5 characters");
        refuses(SERIAL, FieldValue.of(12345), "a text of at most 5 characters");
    }

    @Test
    void aNumberIsTakenFromOneEndToTheOther() {
        takes(WEIGHT, FieldValue.of(0));
        takes(WEIGHT, FieldValue.of(new BigDecimal("99.50")));
        refuses(WEIGHT, FieldValue.of(new BigDecimal("-0.001")), "a number from 0 to 99.5");
        refuses(WEIGHT, FieldValue.of(new BigDecimal("99.501")), "a number from 0 to 99.5");
        refuses(WEIGHT, FieldValue.of("7"), "a number from 0 to 99.5");
        takes(CustomField.number("any", "Any"), FieldValue.of(Long.MIN_VALUE));
    }

    @Test
    void aDateIsTakenFromOneEndToTheOther() {
        takes(BOUGHT, FieldValue.of(LocalDate.of(2020, 1, 1)));
        takes(BOUGHT, FieldValue.of(LocalDate.of(2030, 12, 31)));
        refuses(BOUGHT, FieldValue.of(LocalDate.of(2019, 12, 31)), "a date from 2020-01-01 to 2030-12-31");
        refuses(BOUGHT, FieldValue.of("2024-01-01"), "a date from 2020-01-01 to 2030-12-31");
    }

    @Test
    void yesAndNoAreNoWords() {
        takes(GIFT, FieldValue.of(false));
        refuses(GIFT, FieldValue.of("true"), "true or false");
        refuses(GIFT, FieldValue.of(1), "true or false");
    }

    @Test
    void aChoiceIsTakenLetterByLetter() {
        assertThat(COLOUR.checked(FieldValue.of("Gru\u0308n"))).isEqualTo(new FieldValue.Choice("Grün"));
        assertThat(COLOUR.checked(new FieldValue.Choice("red"))).isEqualTo(new FieldValue.Choice("red"));
        refuses(COLOUR, FieldValue.of("Red"), "one of [red, Grün]");
        refuses(COLOUR, FieldValue.of(true), "one of [red, Grün]");
    }

    @Test
    void ofManyChoicesSomeAreNamed() {
        String[] many = IntStream.range(0, 1000).mapToObj(i -> "c" + i).toArray(String[]::new);

        assertThat(CustomField.choice("many", "Many", many).allowed()).endsWith("c18, c19] … (1000 in all)");
    }

    @Test
    void whatWouldTakeNothingIsNoField() {
        assertThatThrownBy(() -> CustomField.text("a", "A").maxLength(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CustomField.text("a", "A").maxLength(10_001))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CustomField.number("a", "A").between(BigDecimal.ONE, BigDecimal.ZERO))
                .hasMessageContaining("allows no number");
        assertThatThrownBy(() -> CustomField.date("a", "A").between(LocalDate.MAX, LocalDate.MIN))
                .hasMessageContaining("allows no day");
        assertThatThrownBy(() -> CustomField.choice("a", "A")).hasMessageContaining("has 0 choices");
        assertThatThrownBy(() -> CustomField.choice("a", "A", "x", "x ")).hasMessageContaining("has a choice twice");
        assertThatThrownBy(() -> CustomField.choice("a", "A", "x\n" + "y".repeat(200)))
                .hasMessageContaining("A choice has");
        assertThatThrownBy(() -> CustomField.choice(
                        "a", "A", Collections.nCopies(1001, "x").toArray(String[]::new)))
                .hasMessageContaining("1001 choices");
        assertThatThrownBy(() -> CustomField.bool("a", " ")).hasMessageContaining("The label of a field");
        assertThatThrownBy(() -> CustomField.bool("a\u202e", "A")).hasMessageContaining("The key of a field");
    }

    @Property(tries = 2000)
    void whatIsKeptStaysAsItIsWhenItIsReadAgain(@ForAll String written) {
        try {
            FieldValue.Text text = new FieldValue.Text(written);
            assertThat(new FieldValue.Text(text.value())).isEqualTo(text);
        } catch (InvalidInputException refused) {
            assertThat(PlainText.lines(written)).isEmpty();
        }
    }

    @Nested
    class Values {
        @ParameterizedTest
        @CsvSource({"1.50,1.5", "1E+3,1000", "0E+200,0", "-0.0,0", "99999999999999999999,99999999999999999999"})
        void oneNumberHasOneForm(BigDecimal written, String kept) {
            FieldValue.Decimal number = new FieldValue.Decimal(written);

            assertThat(number.value()).isEqualTo(new BigDecimal(kept));
            assertThat(number.value().toString()).isEqualTo(kept);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E+20", "1E+1000000000", "1E-19", "1E-1000000000", "0.1234567890123456789"})
        void numbersBeyondReasonAreRefusedAtOnce(BigDecimal written) {
            assertThatThrownBy(() -> FieldValue.of(written)).hasMessageContaining("has too many digits");
        }

        @Test
        void aNumberOfAMillionDigitsIsRefusedAtOnce() {
            BigDecimal written = new BigDecimal(BigInteger.ONE.shiftLeft(3_000_000), 900_000);

            assertThatThrownBy(() -> FieldValue.of(written)).hasMessageContaining("has too many digits");
        }

        @Test
        void aTextIsKeptInOneForm() {
            assertThat(FieldValue.of(" Gro\u0308\u00dfe\r\n42\r\u00a0\tnow "))
                    .isEqualTo(FieldValue.of("Größe\n42\n\u00a0\tnow"));
        }

        @Test
        void whatIsNoCharacterIsReplacedAndDirectionsStay() {
            assertThat(((FieldValue.Text) FieldValue.of("a\u0000b\u0085c\ud83dd\udc00e\u202ef")).value())
                    .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\u202ef");
        }

        @Test
        void aTextIsNeitherBlankNorEndless() {
            assertThatThrownBy(() -> FieldValue.of(" \u00a0\r\n")).hasMessageContaining("is blank");
            assertThat(FieldValue.of("😀".repeat(10_000))).isInstanceOf(FieldValue.Text.class);
            assertThatThrownBy(() -> FieldValue.of("a".repeat(10_001))).hasMessageContaining("more than 10000");
            assertThatThrownBy(() -> FieldValue.of("a".repeat(100_000_000))).hasMessageContaining("more than 10000");
        }

        @Test
        void aDateHasAYearOfFourDigits() {
            assertThatThrownBy(() -> FieldValue.of(LocalDate.MAX)).hasMessageContaining("0 to 9999");
            assertThatThrownBy(() -> FieldValue.of(LocalDate.of(-1, 1, 1))).hasMessageContaining("0 to 9999");
        }
    }

    @Nested
    class Declared {
        private final CustomFields fields = CustomFields.of(List.of(SERIAL, WEIGHT, COLOUR));

        @ParameterizedTest
        @CsvSource({"color,colour", "wieght,weight", "serial-numbr,serial-number", "Weight,weight", "' weight ',weight"
        })
        void aKeyThatIsNearlyRightIsAnsweredWithTheRightOne(String mistaken, String meant) {
            assertThatThrownBy(() -> fields.get(fields.key(mistaken)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Did you mean “" + meant + "”?")
                    .hasMessageContaining("There are: [serial-number, weight, colour].");
        }

        @Test
        void aKeyThatIsLikeNoOtherIsAnsweredWithAll() {
            assertThatThrownBy(() -> fields.get(FieldKey.of("invoice")))
                    .hasMessageContaining("There is no custom field “invoice”. There are: [serial-number")
                    .hasMessageNotContaining("mean");
        }

        @Test
        void whatCannotBeAKeyIsNotRepeated() {
            assertThatThrownBy(() -> fields.key("Anna Müller"))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageNotContaining("Anna");
            assertThatThrownBy(() -> fields.key("a".repeat(10_000_000))).isInstanceOf(NotFoundException.class);
        }

        @Test
        void twoFieldsOfOneKeyAndMoreThanTwoHundredAreToldAtOnce() {
            List<CustomField> many = IntStream.range(0, 201)
                    .<CustomField>mapToObj(i -> CustomField.bool("f" + Math.min(i, 199), "F"))
                    .toList();

            assertThatThrownBy(() -> CustomFields.of(many))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            refused -> assertThat(refused.problems()).hasSize(2))
                    .hasMessageContaining("201 custom fields; 200 are the most")
                    .hasMessageContaining("two custom fields “f199”");
        }
    }
}

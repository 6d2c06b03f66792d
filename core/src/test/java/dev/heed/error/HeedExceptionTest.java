package dev.heed.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeedExceptionTest {
    private enum Light {
        RED,
        GREEN
    }

    @Test
    void saysWhatIsWrongAndHowToMendIt() {
        HeedException e = new InvalidInputException("The subject is blank.", "Write one.");
        assertThat(e).hasMessage("The subject is blank. Remedy: Write one.");
        assertThat(e.problem()).isEqualTo("The subject is blank.");
        assertThat(e.remedy()).isEqualTo("Write one.");
    }

    @Test
    void saysNothingOfWhatIsTooLongButHowLongItIs() {
        assertThat(InvalidInputException.tooLong("The id of a note", 1_000, 998, "Pass it on as it is."))
                .hasMessage("The id of a note has 1000 characters, and 998 are the most. Remedy: Pass it on as it is.");
    }

    @Test
    void isCutWhereItWouldFillALog() {
        String most = "x".repeat(HeedException.LONGEST_TEXT);
        HeedException whole = new InvalidInputException(most, most);
        assertThat(whole.problem()).isEqualTo(most);
        assertThat(whole.remedy()).isEqualTo(most);

        HeedException cut =
                new InvalidInputException(most + "x", "x".repeat(HeedException.LONGEST_TEXT - 2) + "\uD83D\uDCE6.");
        assertThat(cut.problem()).hasSize(HeedException.LONGEST_TEXT).endsWith("x…");
        assertThat(cut.remedy()).as("no half of a pair is left").endsWith("x…");
        assertThat(cut.getMessage()).hasSizeLessThan(2 * HeedException.LONGEST_TEXT + 10);
    }

    @Test
    void aRefusalIsCutInItsMessageAndWholeInItsFindings() {
        String most = "x".repeat(HeedException.LONGEST_TEXT);
        Finding finding = new Finding(PracticeCode.SIGNATURE_MISSING, most, Optional.empty(), most);

        RefusedException refused = new RefusedException(List.of(finding, finding));

        assertThat(refused.getMessage()).hasSizeLessThan(2 * HeedException.LONGEST_TEXT + 10);
        assertThat(refused.findings()).containsExactly(finding, finding);
    }

    @Test
    void keepsItsCause() {
        IOException cause = new IOException("disk full");
        assertThat(new StoreException("Nothing was written.", "Make room.", cause))
                .hasCause(cause);
    }

    @Test
    void aChannelSaysWhatStandsInTheWay() {
        ChannelUnavailableException e = new ChannelUnavailableException(
                ChannelUnavailableException.Kind.TLS, "The certificate is not trusted.", "Renew it.", null);
        assertThat(e.kind()).isEqualTo(ChannelUnavailableException.Kind.TLS);
        assertThat(e).hasNoCause();
    }

    @Test
    void anIllegalTransitionNamesTheStatesThatAreAllowed() {
        assertThat(new IllegalTransitionException(
                        "Ticket 42", Light.RED, Light.GREEN, EnumSet.of(Light.RED), "Wait for it."))
                .hasMessage(
                        "Ticket 42 is RED, which does not allow GREEN. Possible now: [RED]." + " Remedy: Wait for it.");
    }

    @Nested
    class WhenRulesRefuse {
        private final Finding unsigned = finding(PracticeCode.SIGNATURE_MISSING, "Nobody signed.", "Sign.");
        private final Finding raw = finding(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, "It is raw.", "Fill it.");

        @Test
        void reportsAllFindingsInTheirOrder() {
            RefusedException e = new RefusedException(List.of(unsigned, raw));
            assertThat(e.findings()).containsExactly(unsigned, raw);
            assertThat(e.code()).isEqualTo(PracticeCode.SIGNATURE_MISSING);
            assertThat(e.has(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED)).isTrue();
            assertThat(e.has(PracticeCode.NO_REPLY_PATH)).isFalse();
            assertThat(e)
                    .hasMessage("P02 SIGNATURE_MISSING: Nobody signed. P06 TEMPLATE_VARIABLE_UNRESOLVED: It is raw."
                            + " Remedy: Sign. Fill it.");
        }

        @Test
        void givesTheSameRemedyOnce() {
            assertThat(new RefusedException(List.of(raw, raw)).remedy()).isEqualTo("Fill it.");
        }

        @Test
        void doesNotChangeWithTheListItWasGiven() {
            List<Finding> findings = new ArrayList<>(List.of(unsigned));
            RefusedException e = new RefusedException(findings);
            findings.clear();
            assertThat(e.findings()).containsExactly(unsigned);
            assertThatThrownBy(() -> e.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void eachFindingTellsItsReason() {
            assertThat(unsigned.reason()).isEqualTo(PracticeCode.SIGNATURE_MISSING.reason());
            assertThat(unsigned)
                    .hasToString("P02 SIGNATURE_MISSING: Nobody signed. Why: " + PracticeCode.SIGNATURE_MISSING.reason()
                            + " Remedy: Sign.");
        }

        private Finding finding(PracticeCode code, String problem, String remedy) {
            return new Finding(code, problem, Optional.empty(), remedy);
        }
    }

    @Nested
    class WhenSomethingCannotBeBuilt {
        private final Problem mistake = Problem.of("The name is blank.", "Give one.");
        private final Problem rule = Problem.of(PracticeCode.ALIAS_SHARED, "Two share an alias.", "Give one.");

        @Test
        void listsEveryProblemAndEachRemedyOnce() {
            ConfigurationException e = new ConfigurationException(List.of(mistake, rule));
            assertThat(e.problems()).containsExactly(mistake, rule);
            assertThat(e).hasMessage("The name is blank. P04 ALIAS_SHARED: Two share an alias. Remedy: Give one.");
        }

        @Test
        void knowsWhichRulesAreBehindIt() {
            ConfigurationException e = new ConfigurationException(List.of(mistake, rule));
            assertThat(e.has(PracticeCode.ALIAS_SHARED)).isTrue();
            assertThat(e.has(PracticeCode.NO_REPLY_SENDER)).isFalse();
        }
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A third list, written like the second. At its first reading precision was 0.975 and recall 0.916. */
class SignatureExamTest {
    private static final double LEAST_PRECISION = 0.98;
    private static final double LEAST_RECALL = 0.99;

    @Test
    void unknownNamesAndSignOffsAreJudgedAsACarefulPersonWould() {
        SignatureExam.Result result = new SignatureExam().judge(LabelledSignatures.read("signatures-exam.tsv"));
        result.print("Signatures, exam");

        assertThat(result.rows()).isGreaterThanOrEqualTo(300);
        assertThat(result.precision())
                .as("people refused: %s", result.wronglyRefused())
                .isGreaterThanOrEqualTo(LEAST_PRECISION);
        assertThat(result.recall())
                .as("groups passed: %s", result.wronglyPassed())
                .isGreaterThanOrEqualTo(LEAST_RECALL);
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names and sign-offs labelled by somebody who did not know the rules. The words were chosen with this list at hand. */
class LabelledSignaturesTest {
    private final SignatureExam exam = new SignatureExam();

    @Test
    void theRosterItselfIsAccepted() {
        assertThat(exam.rules().problems(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void namesAndSignOffsAreJudgedAsACarefulPersonWould() {
        SignatureExam.Result result = exam.judge(LabelledSignatures.read("signatures.tsv"));
        result.print("Signatures, known list");

        assertThat(result.rows()).isGreaterThan(400);
        assertThat(result.wronglyRefused()).isEmpty();
        assertThat(result.wronglyPassed()).isEmpty();
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.rule.LabelledSentences.Result;
import dev.heed.rule.LabelledSentences.Row;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P50: short notes, tags and names that disparage somebody, and ones that only say what happened. */
class LabelledNotesTest {
    private final Civility rule = new Civility(DerogatoryWords.builtIn());

    private Result judge(String name, String resource, int atLeast) {
        List<Row> rows = LabelledSentences.read(resource);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(atLeast);
        return LabelledSentences.judge(
                name, rows, row -> rule.check(row.text(), List.of()).isEmpty() ? Set.of() : Set.of("derogatory"));
    }

    @Test
    void notesAreJudgedAsACarefulPersonWould() {
        Result result = judge("Derogatory notes, known list", "derogatory.tsv", 576);

        assertThat(result.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(result.recall()).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(strings = {"denials.tsv", "blame.tsv", "claims-held-out.tsv"})
    void whatAgentsWriteToCustomersDisparagesNobody(String resource) {
        assertThat(LabelledSentences.read(resource))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(rule.check(row.text(), List.of())).isEmpty());
    }

    @Test
    void notesThatTheWordsWereNotMadeForAreMostlyJudgedRightly() {
        Result result = judge("Derogatory notes, held-out list", "derogatory-held-out.tsv", 160);

        assertThat(result.precision()).isGreaterThan(0.95);
        assertThat(result.recall()).isGreaterThan(0.85);
    }
}

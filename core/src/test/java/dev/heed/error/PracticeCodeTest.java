package dev.heed.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PracticeCodeTest {
    @ParameterizedTest
    @CsvSource({
        "P01, SIGNATURE_NOT_PERSONAL",
        "P02, SIGNATURE_MISSING",
        "P03, REACH_BACK_MISSING",
        "P04, ALIAS_SHARED",
        "P05, BOT_IMPERSONATION",
        "P06, TEMPLATE_VARIABLE_UNRESOLVED",
        "P07, NO_REPLY_SENDER",
        "P08, ACK_WITHOUT_EXPECTATION",
        "P33, ALREADY_PROVIDED",
        "P33, ALREADY_TRIED",
        "P59, NO_REPLY_PATH",
    })
    void keepsItsPracticeForEver(String practice, PracticeCode code) {
        assertThat(code.practice()).isEqualTo(practice);
    }

    @ParameterizedTest
    @EnumSource
    void givesItsReasonInOneSentence(PracticeCode code) {
        assertThat(code.reason()).matches("[A-Z][^.]*\\.");
    }

    @Test
    void onlyWhatWarnsCanBeOverridden() {
        assertThat(Arrays.stream(PracticeCode.values()).filter(code -> code.severity() == Severity.WARNS))
                .containsExactly(
                        PracticeCode.BASE_TIER_STARVED,
                        PracticeCode.STALE_REPLY,
                        PracticeCode.PROBLEM_NOT_REPHRASED,
                        PracticeCode.ROOT_CAUSE_MISSING,
                        PracticeCode.SKIPPED_SIMPLER_STEP,
                        PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                        PracticeCode.UNSUPPORTED_DENIAL,
                        PracticeCode.LOWERED_WITHOUT_REASON,
                        PracticeCode.BLAME_WITHOUT_EVIDENCE,
                        PracticeCode.DEROGATORY_NOTE);
    }

    @Test
    void twoStandForOnePracticeOnlyWhereItRefusesTwoThings() {
        assertThat(Arrays.stream(PracticeCode.values())
                        .filter(code -> code != PracticeCode.ALREADY_TRIED)
                        .map(PracticeCode::practice))
                .doesNotHaveDuplicates();
    }
}

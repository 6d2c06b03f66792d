package dev.heed.sla.explain;

import dev.heed.error.PracticeCode;
import dev.heed.sla.TraceStep;

/** Says what happened to a clock. */
final class StepWords {
    private StepWords() {}

    static String of(TraceStep step) {
        String words = spoken(step);
        String reason = words.isBlank() ? "" : ": " + words;
        return switch (step.kind()) {
            case STARTED -> "it starts" + reason;
            case PAUSED -> "it stands still" + reason;
            case NOT_PAUSED -> "it goes on running" + reason;
            case RESUMED -> "it goes on" + reason;
            case RETARGETED -> "what it goes by changes" + reason;
            case TOLD -> "the customer is told a time" + reason;
            case SET_BY_HAND -> "its due time is set" + reason;
            case BREACHED -> "it is late" + reason;
            case ENDED -> "it ends" + reason;
            case REVIVED -> "it never stood still or ended for that" + reason;
            case CANCELLED -> "it is called off" + reason;
        };
    }

    /** Codes are for programs; they stay in the step. */
    private static String spoken(TraceStep step) {
        String reason = step.reason();
        String code = step.code().map(PracticeCode::name).orElse("");
        return code.isEmpty() || !reason.startsWith(code)
                ? reason
                : reason.substring(code.length()).replaceFirst("^[: ]+", "");
    }
}

package dev.heed.report;

import dev.heed.error.InvalidInputException;

/**
 * When the base tier is served too badly.
 *
 * @param mostMissedPercent how many first replies in a hundred may be missed, from 0 to 100
 * @param mostMorePoints by how many percentage points that may be more than in the other tiers, from 0 to 100
 * @param atLeast how many first replies there have to be before anything is said of them, from 1
 */
public record FairnessLimits(int mostMissedPercent, int mostMorePoints, int atLeast) {
    private static final FairnessLimits DEFAULTS = new FairnessLimits(10, 10, 30);

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if a number is outside its range
     */
    public FairnessLimits {
        requirePercent(mostMissedPercent);
        requirePercent(mostMorePoints);
        if (atLeast < 1) {
            throw new InvalidInputException(
                    "Something would be said of " + atLeast + " first replies.", "Ask for one at least.");
        }
    }

    private static void requirePercent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new InvalidInputException(
                    percent + " is no limit for misses in a hundred.", "Give one from 0 to 100.");
        }
    }

    /** One in ten, ten points more than in the other tiers, of thirty first replies or more. */
    public static FairnessLimits defaults() {
        return DEFAULTS;
    }
}

package dev.heed.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A reason against something.
 *
 * @param holds whether it is one here
 * @param why the reason, as the end of a sentence
 */
record Ground<T>(Predicate<T> holds, String why) {

    /** The first reason that holds. */
    static <T> Optional<String> first(List<Ground<T>> grounds, T judged) {
        for (Ground<T> ground : grounds) {
            if (ground.holds.test(judged)) {
                return Optional.of(ground.why);
            }
        }
        return Optional.empty();
    }
}

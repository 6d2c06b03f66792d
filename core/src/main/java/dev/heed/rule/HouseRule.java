package dev.heed.rule;

import dev.heed.error.Finding;
import java.util.List;

/** One house rule: looks at what somebody wants to send and says what is wrong with it. Pure and thread-safe. */
interface HouseRule {
    /** What is wrong; empty if nothing, or if the rule does not concern this author. */
    List<Finding> check(Draft draft);
}

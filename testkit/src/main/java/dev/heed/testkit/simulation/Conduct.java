package dev.heed.testkit.simulation;

/** What somebody, or the world, does next. */
enum Conduct {
    CUSTOMER_WRITES(8, true),
    CUSTOMER_ANSWERS(8, false),
    CUSTOMER_WRITES_ON_THE_PAGE(5, false),
    CUSTOMER_CONFIRMS(6, false),
    CUSTOMER_DISAGREES(2, false),
    CUSTOMER_RELEASES(3, false),
    CUSTOMER_CONFIRMS_PROBLEM(3, false),
    CUSTOMER_CORRECTS_PROBLEM(2, false),
    CUSTOMER_FILLS_IN_A_FORM(3, false),
    CUSTOMER_QUOTES_A_NUMBER(2, false),
    CUSTOMER_FORWARDS(2, false),
    PROGRAM_WRITES(2, false),
    SOMETHING_UNREADABLE_COMES(1, false),
    SOMETHING_COMES_BACK_LATE(5, false),
    AGENT_REPLIES(10, true),
    AGENT_PROMISES(7, false),
    AGENT_KEEPS(5, false),
    AGENT_KEEPS_BY_DEED(4, false),
    AGENT_RENEGOTIATES(6, false),
    AGENT_APOLOGISES(5, false),
    AGENT_PROPOSES(6, true),
    AGENT_REPHRASES(4, false),
    AGENT_FINDS_CAUSE(3, false),
    AGENT_DECIDES_AGAINST(1, false),
    AGENT_DRAFTS(4, false),
    AGENT_CHANGES_A_DRAFT(2, false),
    AGENT_SENDS_A_DRAFT(4, false),
    AGENT_TAKES_A_DRAFT_BACK(1, false),
    COLLEAGUE_READS_A_DRAFT(4, false),
    AGENT_TAKES(3, false),
    AGENT_HANDS_OVER(4, false),
    AGENT_OVERRIDES(3, false),
    AGENT_HOLDS(3, false),
    AGENT_HOLDS_UNTOLD(3, false),
    AGENT_PUTS_OFF(4, false),
    AGENT_WANTS_BACK(1, false),
    AGENT_NOTES(2, false),
    AGENT_ASKS(4, false),
    AGENT_TELLS_THE_WAREHOUSE(2, false),
    AGENT_WITHDRAWS(1, false),
    COLLEAGUE_ANSWERS(4, false),
    AGENT_CLASSIFIES(3, false),
    AGENT_FILES(4, false),
    AGENT_MERGES(4, false),
    AGENT_MARKS_SPAM(2, false),
    AGENT_UNMERGES(4, false),
    AGENT_SPLITS(3, false),
    AGENT_LINKS(2, false),
    AGENT_TAKES_SPAM_BACK(2, false),
    AGENT_CALLS(4, false),
    AGENT_ENDS_CALL(6, false),
    BOT_WRITES(4, false),
    ABSENCE(2, false),
    REDRIVE(4, false),
    ERASURE(1, false),
    MISCHIEF(5, true),
    ROUND(26, true),
    CALM_ROUND(4, true),
    TIME_PASSES(14, true),
    LONG_TIME_PASSES(5, true),
    NODE_DIES(1, false),
    POLICY_CHANGES(1, false),
    IMPORT(2, false),
    OUTSIDE_COMES_AND_GOES(2, false);

    /** How often, of all. */
    final int weight;
    /** Whether no seed leaves it out. */
    final boolean always;

    Conduct(int weight, boolean always) {
        this.weight = weight;
        this.always = always;
    }
}

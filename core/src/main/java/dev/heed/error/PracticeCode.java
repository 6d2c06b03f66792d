package dev.heed.error;

/**
 * The stable code of a house rule. Each stands for one practice of good service; {@link #reason()} says why the rule
 * exists, in words that can be shown to the person who was refused.
 */
public enum PracticeCode {
    /** A collective, generic, hidden or unreadable name stands where a person should sign. */
    SIGNATURE_NOT_PERSONAL(
            "P01", "A customer who writes to a person is answered by a person; a team cannot be asked back."),
    /** The author's own signature is not there. */
    SIGNATURE_MISSING("P02", "Whoever writes to a customer stands for it with his or her own name."),
    /** The signature gives no direct line and no employee id of its author. */
    REACH_BACK_MISSING(
            "P03", "A customer must be able to reach the same person again without telling the story twice."),
    /** One alias stands for two people, or an alias cannot be traced to one person. */
    ALIAS_SHARED("P04", "A working name protects an employee only while it stands for exactly one of them."),
    /** An automatic message pretends to come from a person. */
    BOT_IMPERSONATION("P05", "Customers are told honestly whether a person or a program writes to them."),
    /** A placeholder would reach the customer unfilled. */
    TEMPLATE_VARIABLE_UNRESOLVED(
            "P06", "A raw placeholder tells a customer that nobody read the message before it left."),
    /** A sender address or name that takes no answers. */
    NO_REPLY_SENDER("P07", "Mail that cannot be answered is an announcement and not service."),
    /** An acknowledgement that does not say when the customer can expect an answer. */
    ACK_WITHOUT_EXPECTATION(
            "P08", "Waiting is easy when one knows how long; an acknowledgement without a time is noise."),
    /** A clock would stand still, but the customer was asked nothing. */
    PAUSE_WITHOUT_QUESTION(
            "P09", "A clock that stands still while nobody waits for the customer only hides that the customer waits."),
    /** A promise would be forgotten, or is not open. */
    OPEN_PROMISE("P10", "What a customer was promised is done, or agreed anew in time; it is never just dropped."),
    /** A call would end, or another begin, without saying how the first one ended. */
    CALL_ENDED_WITHOUT_OUTCOME("P12", "Nobody hangs up on a customer without either a solution or a promise."),
    /** A channel would be opened on which nobody is there in time. */
    CHANNEL_NOT_READY(
            "P14", "Whoever opens a channel is expected to answer on it the same day; until then it stays shut."),
    /** Whoever pays nothing extra waits too long too often, or far more often than others. */
    BASE_TIER_STARVED(
            "P20", Severity.WARNS, "The best service is for all; more for some must not be taken from the rest."),
    /** A ticket would be closed over its customer's head. */
    CLOSE_NOT_CONFIRMED("P25", "Whether a problem is solved is for the customer to say."),
    /** Nobody of the shop has answered the customer's last message. */
    NO_FINAL_MESSAGE("P27", "A conversation ends with a word by a person, not with a question left standing."),
    /** The author of an answer has not seen what was said last. */
    STALE_REPLY(
            "P34",
            Severity.WARNS,
            "Whoever answers without having read the last word asks what was answered, or contradicts a colleague."),
    /** The customer would be asked for something that the customer has given. */
    ALREADY_PROVIDED("P33", "Who is asked for the same thing twice learns that nobody listens."),
    /** The customer would be told to try something that the customer has tried. */
    ALREADY_TRIED("P33", "Who is sent back to the first step learns that nobody has read the letter."),
    /** A solution is proposed to a problem that was not put into other words for the customer. */
    PROBLEM_NOT_REPHRASED("P38", Severity.WARNS, "Who has not said the problem again has perhaps solved another one."),
    /** A solution is proposed without a word about what lies behind the problem. */
    ROOT_CAUSE_MISSING("P39", Severity.WARNS, "What is not understood comes back."),
    /** A step would be suggested before a simpler one was tried. */
    SKIPPED_SIMPLER_STEP("P40", Severity.WARNS, "The simplest solution costs the customer least; it is tried first."),
    /** Something of the customer's would be destroyed without the customer's consent, or by one person alone. */
    DESTRUCTIVE_STEP_UNAPPROVED(
            "P41", "What is destroyed does not come back; two people look first, and it is asked whose it is."),
    /** Somebody would approve what he or she has asked for. */
    APPROVAL_BY_REQUESTER("P87", "Two pairs of eyes see more than one; where there is only one, it is on the record."),
    /** Somebody else would become responsible without knowing what happened. */
    HANDOVER_WITHOUT_SUMMARY("P42", Severity.WARNS, "A customer tells a story once; after that the shop knows it."),
    /** Something would be denied that nobody has looked up since the customer said so. */
    UNSUPPORTED_DENIAL(
            "P43", Severity.WARNS, "Who has the receipt in hand is told that there is none; look before you say so."),
    /** Priority or mood would be lowered without a word. */
    LOWERED_WITHOUT_REASON(
            "P44", Severity.WARNS, "What became less urgent became so for a reason, and not because it is tiresome."),
    /** Somebody would be blamed without evidence. */
    BLAME_WITHOUT_EVIDENCE(
            "P47", Severity.WARNS, "Whose fault it is helps nobody, and it is worse when it is not true."),
    /** Somebody would be disparaged in a note, a tag or a reason. */
    DEROGATORY_NOTE(
            "P50",
            Severity.WARNS,
            "Who is written about may ask to read it, and whom colleagues call a nuisance they will treat as one."),
    /** A complaint would be put aside. */
    COMPLAINT_DISMISSED("P52", "A complaint is a customer who still talks to the shop."),
    /** Name or number of a caller are missing. */
    INTAKE_INCOMPLETE("P66", "A line can break at any time; who has the number can call back."),
    /** A decision against the customer without reason or appeal. */
    ADVERSE_WITHOUT_REASON("P68", "Who is refused something is told why, by whom, and what can be done about it."),
    /** An answer by somebody who learns that no colleague has read. */
    REVIEW_REQUIRED("P83", "Whoever learns writes to customers with somebody at hand who has done it before."),
    /** Customers without any special support would be promised nothing. */
    TIER_WITHOUT_SERVICE("P70", "Everybody who buys is a customer; whoever pays nothing extra is still answered."),
    /** There is no address to which an answer could go. */
    NO_REPLY_PATH("P59", "An answer that cannot arrive, or cannot be answered, leaves the customer alone.");

    private final String practice;
    private final Severity severity;
    private final String reason;

    PracticeCode(String practice, String reason) {
        this(practice, Severity.BLOCKS, reason);
    }

    PracticeCode(String practice, Severity severity, String reason) {
        this.practice = practice;
        this.severity = severity;
        this.reason = reason;
    }

    /** The id of the practice in docs/practices.md, for example {@code P01}. */
    public String practice() {
        return practice;
    }

    /** Whether somebody can go on in spite of it, with a reason. */
    public Severity severity() {
        return severity;
    }

    /** Why the rule exists, one English sentence. */
    public String reason() {
        return reason;
    }
}

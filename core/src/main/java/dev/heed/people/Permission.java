package dev.heed.people;

/** Something that not everybody of the shop may do. Which {@link Role} may is in {@link Permissions}. */
public enum Permission {
    /** See tickets, their histories, customers and lists. */
    READ("see tickets, their histories, customers and lists"),
    /** See what colleagues keep for themselves, as saved views. */
    SEE_VIEWS_OF_OTHERS("see the saved views of colleagues"),
    /** Answer customers, talk to them on the phone, propose solutions, keep promises, hold tickets. */
    ANSWER("answer, call, propose solutions, keep promises, hold"),
    /** Answer without anybody reading it first. */
    ANSWER_UNREVIEWED("send answers that nobody has read"),
    /** Read what somebody who learns wants to send, and let it leave. */
    REVIEW("read the answers of those who learn, and let them leave"),
    /** Write what colleagues read and no customer does. */
    NOTE("write notes for colleagues"),
    /** Take tickets and hand them over. */
    ASSIGN("take tickets and hand them over"),
    /** Put tickets in order: tags, fields, kinds that are no complaint. */
    FILE("sort tickets: kinds, tags, fields, saved views of one's own"),
    /** Put tickets off, and show them again. */
    SNOOZE("put tickets off, and show them again"),
    /** Go on in spite of a warning, with a reason. */
    OVERRIDE("go on in spite of a warning, with a reason"),
    /** Say that something is a complaint. */
    CLASSIFY_COMPLAINT("sort a complaint"),
    /** Say that a complaint is none. */
    DISMISS_COMPLAINT("say that a complaint is none"),
    /** Put aside what no customer wrote. */
    MARK_SPAM("put spam aside"),
    /** Let a ticket go on in another one, or in several. */
    MERGE("merge and split tickets"),
    /** Decide against a customer. */
    DECIDE_AGAINST("decide against a customer"),
    /** Decide, as a second person, what a colleague asks for. */
    DECIDE_REQUESTS("decide, as a second person, what a colleague asks for"),
    /** Change what is known of a customer: language, zone, consents. */
    EDIT_CUSTOMERS("change what is known of customers, and their consents"),
    /** Say that two profiles are one person, or that they are not. */
    LINK_CUSTOMERS("link the profiles of one person, and take that back"),
    /** Say who belongs to an organisation and what its members see. */
    EDIT_ORGANISATIONS("say who belongs to an organisation"),
    /** Let leave what somebody else wrote. */
    APPROVE("approve what others wrote"),
    /** Do the same to many tickets. */
    BULK("do the same to many tickets at once"),
    /** Delete what can be restored for a while. */
    DELETE("delete"),
    /** Take what the desk keeps out of it. */
    EXPORT("take data out of the desk"),
    /** Forget a customer. */
    ERASE("forget a customer"),
    /** Send dead letters again. */
    REDRIVE("send dead letters again"),
    /** Say that a colleague is away. One's own absence needs no more than {@link #ANSWER}. */
    RECORD_ABSENCE("say that a colleague is away"),
    /** Say what the shop holds itself to on a ticket: support tiers, service levels, times set by hand. */
    SET_SERVICE("set support tiers, service levels and due times"),
    /** Take tickets over from another system. */
    IMPORT("take tickets over from another system");

    private final String what;

    Permission(String what) {
        this.what = what;
    }

    /** What it permits, in a few English words. */
    public String what() {
        return what;
    }

    /** Whether somebody who may do no more than this leaves everything as it is. */
    public boolean readsOnly() {
        return this == READ || this == SEE_VIEWS_OF_OTHERS || this == EXPORT;
    }
}

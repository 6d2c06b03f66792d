package dev.heed;

/** The doors from an agent's desk to the desks for one topic each. What warns there is overridden as it is at the desk. */
abstract sealed class AgentTopics permits AgentDesk {
    final Actor actor;
    final Post post;

    AgentTopics(Actor actor, Post post) {
        this.actor = actor;
        this.post = post;
    }

    /** Tags, custom fields and references of tickets. */
    public FilingDesk filing() {
        return new FilingDesk(actor);
    }

    /** Searches, and searches kept under a name. */
    public ViewsDesk views() {
        return new ViewsDesk(actor);
    }

    /** How tickets stand to one another: merged, unmerged, split. */
    public StructureDesk structure() {
        return new StructureDesk(actor, post);
    }

    /** Notes to colleagues and departments, and what is awaited of whom. */
    public NotesDesk notes() {
        return new NotesDesk(actor);
    }

    /** What the agent can find out and say about customers. */
    public CustomersDesk customers() {
        return new CustomersDesk(actor);
    }

    /** Answers that are being written. */
    public DraftsDesk drafts() {
        return new DraftsDesk(actor, post);
    }

    /** Answers of those who learn, to be read before they leave. */
    public ReviewsDesk reviews() {
        return new ReviewsDesk(actor, post);
    }

    /** Tickets that are put off. */
    public SnoozeDesk snoozes() {
        return new SnoozeDesk(actor);
    }

    /** What the shop holds itself to on tickets: what is due when, and why. */
    public ServiceDesk service() {
        return new ServiceDesk(actor);
    }

    /** The contents of files. */
    public AttachmentsDesk attachments() {
        return new AttachmentsDesk(actor);
    }

    /** Who looks at which ticket right now, and who writes an answer. */
    public PresenceDesk presence() {
        return new PresenceDesk(actor);
    }

    /** Keeping what customers say, and acting on it. */
    public ListeningDesk listening() {
        return new ListeningDesk(actor, post);
    }

    /** Asking a second person, and deciding as one. */
    public ApprovalsDesk approvals() {
        return new ApprovalsDesk(actor);
    }
}

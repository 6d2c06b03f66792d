package dev.heed.sla;

import dev.heed.people.Tier;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketEvent;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which version of the service levels holds for a ticket, which of its policies, and why. Immutable. */
final class Standing {
    private final SlaBook book;
    private final @Nullable ServiceLevels levels;
    private final @Nullable SlaSubject subject;
    private final @Nullable SlaPolicy policy;
    private final boolean owned;
    private final boolean fresh;

    Standing(SlaBook book) {
        this(book, null, null, false, false);
    }

    private Standing(
            SlaBook book, @Nullable ServiceLevels levels, @Nullable SlaSubject subject, boolean owned, boolean fresh) {
        this.book = book;
        this.levels = levels;
        this.subject = subject;
        this.owned = owned;
        this.fresh = fresh;
        policy = levels == null || subject == null
                ? null
                : levels.policyFor(subject).orElse(null);
    }

    /** The same, if these levels were in the book. */
    Standing proposing(ServiceLevels proposed) {
        return new Standing(book.proposing(proposed), levels, subject, owned, fresh);
    }

    /** Whether the ticket was opened just now. */
    boolean isFresh() {
        return fresh;
    }

    boolean isOwned() {
        return owned;
    }

    /** What it is held to for a target; null where nothing is wanted. */
    @Nullable
    Aim aim(SlaTarget target) {
        SlaGoal goal = policy == null ? null : policy.goalOrNull(target);
        return policy == null || subject == null || goal == null
                ? null
                : new Aim(policy, goal, goal.within(subject.priority()));
    }

    Optional<SlaPolicy> policy() {
        return Optional.ofNullable(policy);
    }

    Optional<ServiceLevels> levels() {
        return Optional.ofNullable(levels);
    }

    Optional<SlaSubject> subject() {
        return Optional.ofNullable(subject);
    }

    Standing after(TicketEvent event) {
        if (event instanceof TicketOpened opened) {
            return new Standing(
                    book, book.at(opened.at()).orElse(null), SlaSubject.fresh(opened.channel()), false, true);
        } else if (event instanceof LevelsApplied applied) {
            return with(applied.levels().map(book::get).orElse(null), subject);
        } else if (event instanceof OwnerAssigned) {
            return new Standing(book, levels, subject, true, false);
        }
        SlaSubject other = subject == null ? null : changed(subject, event);
        if (other != null) {
            return with(levels, other);
        }
        return fresh ? with(levels, subject) : this;
    }

    private Standing with(@Nullable ServiceLevels otherLevels, @Nullable SlaSubject otherSubject) {
        return new Standing(book, otherLevels, otherSubject, owned, false);
    }

    /** Null if it is the same. */
    private static @Nullable SlaSubject changed(SlaSubject subject, TicketEvent event) {
        if (event instanceof PrioritySet set) {
            return subject.with(set.priority());
        } else if (event instanceof KindChanged changed) {
            return subject.with(changed.kind());
        } else if (event instanceof TierSet set) {
            return subject.with(set.tier());
        } else if (event instanceof TagsAdded added) {
            Set<Tag> tags = new HashSet<>(subject.tags());
            tags.addAll(added.tags());
            return subject.withTags(tags);
        } else if (event instanceof TagsRemoved removed) {
            Set<Tag> tags = new HashSet<>(subject.tags());
            removed.tags().forEach(tags::remove);
            return subject.withTags(tags);
        }
        return null;
    }

    /** Whether clocks may go by something else since that event. */
    static boolean changesWith(TicketEvent event) {
        return event instanceof LevelsApplied
                || event instanceof PrioritySet
                || event instanceof KindChanged
                || event instanceof TierSet
                || event instanceof TagsAdded
                || event instanceof TagsRemoved;
    }

    /** How running clocks change; empty where that depends on whether the customer was told a time. */
    Optional<ChangeMode> modeOf(TicketEvent event) {
        return event instanceof LevelsApplied applied ? Optional.of(applied.mode()) : Optional.empty();
    }

    /** As people say it. */
    static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String reasonOf(TicketEvent event) {
        if (event instanceof LevelsApplied applied) {
            String how = applied.mode() == ChangeMode.KEEP_PROMISE ? ", what was promised kept: " : ", reckoned anew: ";
            return applied.levels().map(name -> "service levels " + name + how).orElse("no service levels: ")
                    + applied.reason();
        } else if (event instanceof PrioritySet set) {
            return "priority " + words(set.priority());
        } else if (event instanceof KindChanged changed) {
            return "kind " + words(changed.kind());
        } else if (event instanceof TierSet set) {
            return (set.tier().equals(Tier.BASE) ? "base tier" : "tier " + set.tier()) + ": " + set.reason();
        }
        return "other tags";
    }
}

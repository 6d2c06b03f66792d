package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shop holds itself to for some tickets. Immutable and thread-safe; the builder is not.
 *
 * <pre>{@code
 * SlaPolicy.builder("premium", hours)
 *         .when(SlaCondition.any().tiers(Tier.of("premium")))
 *         .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(2)))
 *         .build();
 * }</pre>
 */
public final class SlaPolicy {
    /** The longest time a target may have. */
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private final String name;
    private final SlaCondition condition;
    private final BusinessHours hours;
    private final BusinessHours calendarHours;
    private final Map<SlaTarget, SlaGoal> goals;
    private final Boundary boundary;
    private final boolean duplicatesStartClocks;
    private final boolean repliesInDuplicatesCount;
    private final boolean splitsStartAtTheMessage;

    private SlaPolicy(Builder builder) {
        name = builder.name;
        condition = builder.condition;
        hours = builder.hours;
        calendarHours = BusinessHours.always(hours.zone());
        goals = new EnumMap<>(builder.goals);
        boundary = builder.boundary;
        duplicatesStartClocks = builder.duplicatesStartClocks;
        repliesInDuplicatesCount = builder.repliesInDuplicatesCount;
        splitsStartAtTheMessage = builder.splitsStartAtTheMessage;
    }

    /** Starts a policy for all tickets, without goals. */
    public static Builder builder(String name, BusinessHours hours) {
        return new Builder(requireNonNull(name, "name"), requireNonNull(hours, "hours"));
    }

    /** Names it within its version, for people, too. */
    public String name() {
        return name;
    }

    /** For which tickets it holds. */
    public SlaCondition condition() {
        return condition;
    }

    /** When the shop works. */
    public BusinessHours hours() {
        return hours;
    }

    /** What it wants, in the order of the targets. */
    public Collection<SlaGoal> goals() {
        return List.copyOf(goals.values());
    }

    /** What it wants of a target; empty if it is not measured. */
    public Optional<SlaGoal> goal(SlaTarget target) {
        return Optional.ofNullable(goals.get(target));
    }

    @Nullable
    SlaGoal goalOrNull(SlaTarget target) {
        return goals.get(target);
    }

    /** Which instant is due where a time ends with a closing. */
    public Boundary boundary() {
        return boundary;
    }

    /** Whether a duplicate whose customer waits starts the clock of the ticket in which it goes on. */
    public boolean duplicatesStartClocks() {
        return duplicatesStartClocks;
    }

    /** Whether the first reply is given if it was given in a duplicate. */
    public boolean repliesInDuplicatesCount() {
        return repliesInDuplicatesCount;
    }

    /** Whether the clock of a ticket that was split off begins when its first message was received, or when it was split. */
    public boolean splitsStartAtTheMessage() {
        return splitsStartAtTheMessage;
    }

    /**
     * Until when a reply is promised; of the next one, as soon as the first where it says nothing of it. Empty if it promises
     * none.
     *
     * @param running when the reply that is awaited already is due; empty if none is
     */
    Optional<ExpectedReply> expectedReply(
            SlaTarget target, Priority priority, Instant received, Optional<Instant> running, ZoneId zone) {
        return goal(target).or(() -> goal(SlaTarget.FIRST_REPLY)).map(goal -> {
            BusinessHours passing = hoursOf(goal);
            Duration within = goal.within(priority);
            Instant due = running.orElseGet(() -> passing.plus(received, within, boundary));
            return new ExpectedReply(due, ReplyTarget.basis(within, passing), zone);
        });
    }

    /** The hours in which the time of a goal passes. */
    public BusinessHours hoursOf(SlaGoal goal) {
        return goal.isInCalendarHours() ? calendarHours : hours;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what a policy wants. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final BusinessHours hours;
        private final Map<SlaTarget, SlaGoal> goals = new EnumMap<>(SlaTarget.class);
        private final List<Problem> problems = new ArrayList<>();
        private SlaCondition condition = SlaCondition.any();
        private Boundary boundary = Boundary.EARLIEST;
        private boolean duplicatesStartClocks;
        private boolean repliesInDuplicatesCount;
        private boolean splitsStartAtTheMessage = true;

        private Builder(String name, BusinessHours hours) {
            this.name = name;
            this.hours = hours;
        }

        /** For these tickets only. Default: for all. */
        public Builder when(SlaCondition value) {
            condition = requireNonNull(value, "condition");
            return this;
        }

        /** Wants a target met; at most one goal for each. */
        public Builder goal(SlaGoal value) {
            if (goals.put(value.target(), value) != null) {
                problems.add(Problem.of(
                        "Policy '" + name + "' has two goals for " + value.target() + ".",
                        "Give one, with other times for priorities."));
            }
            return this;
        }

        /** Which instant is due where a time ends with a closing. Default: the closing. */
        public Builder boundary(Boundary value) {
            boundary = requireNonNull(value, "boundary");
            return this;
        }

        /** A duplicate whose customer waits starts the clock of the next reply. Default: it leaves all clocks alone. */
        public Builder duplicatesStartClocks() {
            duplicatesStartClocks = true;
            return this;
        }

        /** A reply in a duplicate is the first reply of the ticket in which it goes on. Default: it is not. */
        public Builder repliesInDuplicatesCount() {
            repliesInDuplicatesCount = true;
            return this;
        }

        /** The clock of a ticket that was split off begins with the split. Default: when its first message was received. */
        public Builder splitsStartAtTheSplit() {
            splitsStartAtTheMessage = false;
            return this;
        }

        /**
         * Builds the policy.
         *
         * @throws ConfigurationException if its name is blank, it wants nothing, or a time is not above zero or longer than
         *     {@link #LONGEST}, or levels do not follow one another, or lie before the beginning of what they warn of
         */
        public SlaPolicy build() {
            List<Problem> found = new ArrayList<>(problems);
            if (name.isBlank()) {
                found.add(Problem.of("A policy has no name.", "Name it, such as 'standard'."));
            }
            if (goals.isEmpty()) {
                found.add(Problem.of("Policy '" + name + "' has no goals.", "Give one, or leave the policy out."));
            }
            for (SlaGoal goal : goals.values()) {
                goal.fault()
                        .ifPresent(
                                fault -> found.add(
                                        Problem.of(
                                                "Policy '" + name + "' " + fault + ".",
                                                "Give times above zero and up to ten years, and levels in their order, none longer before"
                                                        + " the due time than the shortest time; a priority can have a policy of its own.")));
            }
            if (!found.isEmpty()) {
                throw new ConfigurationException(found);
            }
            return new SlaPolicy(this);
        }
    }
}

package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Until when a policy wants a target met. Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
 *         .forPriority(Priority.URGENT, Duration.ofHours(1))
 *         .levels(SlaLevel.before(Duration.ofMinutes(30), "soon", "notify"));
 * }</pre>
 */
public final class SlaGoal {
    private final SlaTarget target;
    private final Map<Priority, Duration> within;
    private final boolean calendarHours;
    private final Set<PauseReason> pauses;
    private final ReopenRule reopening;
    private final List<SlaLevel> levels;

    private SlaGoal(
            SlaTarget target,
            Map<Priority, Duration> within,
            boolean calendarHours,
            Set<PauseReason> pauses,
            ReopenRule reopening,
            List<SlaLevel> levels) {
        this.target = target;
        this.within = within;
        this.calendarHours = calendarHours;
        this.pauses = pauses;
        this.reopening = reopening;
        this.levels = levels;
    }

    /**
     * Within this working time, whatever the priority.
     *
     * @param time above zero, which is checked when the policy is built
     */
    public static SlaGoal within(SlaTarget target, Duration time) {
        requireNonNull(target, "target");
        requireNonNull(time, "time");
        Map<Priority, Duration> all = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            all.put(priority, time);
        }
        return new SlaGoal(target, all, false, pausesOf(target), ReopenRule.RESUME, List.of());
    }

    private static Set<PauseReason> pausesOf(SlaTarget target) {
        return switch (target) {
            case FIRST_REPLY, NEXT_REPLY, PERIODIC_UPDATE, REQUESTER_WAIT -> EnumSet.of(PauseReason.QUESTION);
            case AGENT_WORK -> EnumSet.of(PauseReason.QUESTION, PauseReason.ON_HOLD);
            case TOTAL_RESOLUTION, TIME_TO_OWN -> EnumSet.noneOf(PauseReason.class);
        };
    }

    /** The same, but within another time for a priority. */
    public SlaGoal forPriority(Priority priority, Duration time) {
        Map<Priority, Duration> other = new EnumMap<>(within);
        other.put(requireNonNull(priority, "priority"), requireNonNull(time, "time"));
        return new SlaGoal(target, other, calendarHours, pauses, reopening, levels);
    }

    /** The same, day and night. Default: in the hours of the policy. */
    public SlaGoal inCalendarHours() {
        return new SlaGoal(target, within, true, pauses, reopening, levels);
    }

    /**
     * The same, stopped by these only. Default: a question stops all but {@code TOTAL_RESOLUTION} and {@code TIME_TO_OWN}, being
     * on hold stops {@code AGENT_WORK}.
     */
    public SlaGoal pausedBy(PauseReason... reasons) {
        Set<PauseReason> other = EnumSet.noneOf(PauseReason.class);
        other.addAll(List.of(reasons));
        return new SlaGoal(target, within, calendarHours, other, reopening, levels);
    }

    /** The same, with another rule for when the ticket opens again. Default: {@link ReopenRule#RESUME}. */
    public SlaGoal onReopening(ReopenRule rule) {
        return new SlaGoal(target, within, calendarHours, pauses, requireNonNull(rule, "rule"), levels);
    }

    /** The same, with these levels, from the first to the last. Default: none. */
    public SlaGoal levels(SlaLevel... ladder) {
        return new SlaGoal(target, within, calendarHours, pauses, reopening, List.of(ladder));
    }

    /** What is to be met. */
    public SlaTarget target() {
        return target;
    }

    /** Within which time, for a priority. */
    public Duration within(Priority priority) {
        return requireNonNull(within.get(priority));
    }

    /** Whether time passes day and night. */
    public boolean isInCalendarHours() {
        return calendarHours;
    }

    /** What stops it. */
    public Set<PauseReason> pauses() {
        return Set.copyOf(pauses);
    }

    boolean isPausedBy(PauseReason reason) {
        return pauses.contains(reason);
    }

    /** What happens when the ticket opens again. */
    public ReopenRule reopening() {
        return reopening;
    }

    /** Its warnings and escalations, from the first to the last. */
    public List<SlaLevel> levels() {
        return levels;
    }

    /** What is wrong with it, if anything is. */
    Optional<String> fault() {
        for (Map.Entry<Priority, Duration> one : within.entrySet()) {
            if (one.getValue().isZero() || one.getValue().isNegative()) {
                return Optional.of("wants " + target + " within " + one.getValue() + " for " + one.getKey());
            }
            if (one.getValue().compareTo(SlaPolicy.LONGEST) > 0) {
                return Optional.of(
                        "wants " + target + " within " + one.getValue() + ", which is more than " + SlaPolicy.LONGEST);
            }
        }
        Set<String> names = new HashSet<>();
        Duration last = null;
        for (SlaLevel level : levels) {
            if (!names.add(level.name())) {
                return Optional.of("has two levels '" + level.name() + "' for " + target);
            }
            if (last != null && level.offset().compareTo(last) < 0) {
                return Optional.of(
                        "reaches level '" + level.name() + "' of " + target + " before the one in front of it");
            }
            last = level.offset();
        }
        return levels.stream().map(this::tooEarly).flatMap(Optional::stream).findFirst();
    }

    /** Of a level that would be reached before its target begins. */
    private Optional<String> tooEarly(SlaLevel level) {
        for (Map.Entry<Priority, Duration> one : within.entrySet()) {
            if (level.offset().negated().compareTo(one.getValue()) > 0) {
                return Optional.of("reaches level '" + level.name() + "' "
                        + level.offset().negated() + " before " + target + " is due, which is within " + one.getValue()
                        + " for " + one.getKey() + ": before it begins");
            }
        }
        return Optional.empty();
    }
}

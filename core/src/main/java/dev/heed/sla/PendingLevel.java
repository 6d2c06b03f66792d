package dev.heed.sla;

import dev.heed.hours.BusinessHours;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A warning or escalation that is to come, unless something happens before.
 *
 * @param at when; while those who hear of it are there
 * @param target of what
 * @param cycle which time it is measured
 * @param level which
 * @param due when the target is due, or was
 */
public record PendingLevel(Instant at, SlaTarget target, int cycle, SlaLevel level, Instant due) {

    /** Why something is done when it is reached; by this, too, it is known again in what happened. */
    public String reason() {
        return reason(level.name(), target);
    }

    static String reason(String level, SlaTarget target) {
        return "Level '" + level + "' of " + target + " was reached.";
    }

    /** In the order of their times; of one clock in the order of its ladder. */
    static List<PendingLevel> of(SlaFold fold) {
        List<PendingLevel> all = new ArrayList<>();
        Instant imported = fold.importedAt().orElse(Instant.MIN);
        for (SlaTarget target : SlaTarget.values()) {
            fold.clocks()
                    .find(target)
                    .filter(clock -> clock.isOpen() && clock.isRunning())
                    .ifPresent(clock -> add(clock, fold.clocks(), imported, all));
        }
        all.sort(Comparator.comparing(PendingLevel::at));
        return List.copyOf(all);
    }

    private static void add(RunningClock clock, Clocks clocks, Instant imported, List<PendingLevel> all) {
        Instant due = clock.due();
        if (due == null) {
            return;
        }
        Instant last = Instant.MIN;
        for (SlaLevel level : clock.goal().levels()) {
            Instant when = moved(due, level.offset(), clock.hours());
            Instant at =
                    level.recipients().map(hours -> hours.nextOpening(when)).orElse(when);
            Instant inOrder = at.isBefore(last) ? last : at;
            last = inOrder;
            if (!clocks.hasReached(clock, level) && when.isAfter(imported)) {
                all.add(new PendingLevel(inOrder, clock.target, clock.cycle, level, due));
            }
        }
    }

    private static Instant moved(Instant due, Duration offset, BusinessHours hours) {
        return offset.isNegative() ? hours.minus(due, offset.negated()) : hours.plus(due, offset);
    }
}

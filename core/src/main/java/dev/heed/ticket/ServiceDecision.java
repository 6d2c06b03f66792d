package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import java.util.Optional;

/** What the shop holds itself to on a ticket. */
final class ServiceDecision {
    private static final int LONGEST_REASON = 2_000;

    private final Steps steps;
    private final TicketState state;

    ServiceDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ServiceCommand command) {
        if (command instanceof ServiceCommand.SetTier set) {
            String reason = reason(set.reason());
            steps.add(new TierSet(steps.id, steps.now, set.tier(), set.by(), reason));
        } else if (command instanceof ServiceCommand.ApplyLevels apply) {
            String reason = reason(apply.reason());
            steps.add(new LevelsApplied(steps.id, steps.now, apply.levels(), apply.mode(), apply.by(), reason));
        } else if (command instanceof ServiceCommand.SetDue set) {
            setDue(set);
        } else if (command instanceof ServiceCommand.ReachLevel reach) {
            reach(reach);
        }
    }

    private static String reason(String given) {
        if (given.isBlank()) {
            throw new InvalidInputException(
                    "What the shop holds itself to is to change, and nobody says why.",
                    "Give a reason that colleagues understand.");
        }
        if (given.length() > LONGEST_REASON) {
            throw InvalidInputException.tooLong("The reason", given.length(), LONGEST_REASON, "Say it shorter.");
        }
        return PlainText.lines(given);
    }

    private void setDue(ServiceCommand.SetDue set) {
        String reason = reason(set.reason());
        if (!set.due().isAfter(steps.now)) {
            throw new InvalidInputException(
                    set.target() + " is to be due at " + set.due() + ", which is over.", "Name a time that is ahead.");
        }
        Optional<Promise> told = state.promises.findOpen(PromiseKind.REPLY);
        if (set.target().isReply() && told.isPresent() && told.get().due().isBefore(set.due())) {
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    set.target() + " is to be due at " + set.due() + ", and the customer was told "
                            + told.get().due() + ".",
                    "Agree on another time with the customer by an answer, or name one that is no later.");
        }
        steps.add(new DueSet(steps.id, steps.now, set.target(), set.due(), set.by(), reason));
    }

    private void reach(ServiceCommand.ReachLevel reach) {
        boolean known = state.moments.stream()
                .anyMatch(moment -> moment.event() instanceof LevelReached before
                        && before.target() == reach.target()
                        && before.cycle() == reach.cycle()
                        && before.level().equals(reach.level()));
        if (!known) {
            steps.add(new LevelReached(steps.id, steps.now, reach.target(), reach.cycle(), reach.level(), reach.due()));
        }
    }
}

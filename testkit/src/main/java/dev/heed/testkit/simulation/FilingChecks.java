package dev.heed.testkit.simulation;

import dev.heed.people.AgentId;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.TicketEvent;
import java.util.Optional;

/** Tickets are filed by those who wanted it, and what changes nothing is no event. */
final class FilingChecks implements Check {
    private final World world;

    FilingChecks(World world) {
        this.world = world;
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof FilingEvent filed) {
            boolean wanted = by(filed)
                    .filter(agent -> world.intents.ordered("file", event.ticket(), agent))
                    .isPresent();
            world.require(wanted, () -> "nobody wanted " + filed);
            FilingFacts after = new FilingFacts();
            facts.history.forEach(earlier -> {
                if (earlier instanceof FilingEvent other) {
                    after.take(other);
                }
            });
            after.take(filed);
            world.require(!after.all().equals(facts.filing.all()), () -> filed + " changes nothing");
        }
    }

    private static Optional<AgentId> by(FilingEvent event) {
        if (event instanceof TagsAdded added) {
            return added.by();
        } else if (event instanceof TagsRemoved removed) {
            return removed.by();
        } else if (event instanceof FieldSet set) {
            return set.by();
        } else if (event instanceof FieldCleared cleared) {
            return cleared.by();
        } else if (event instanceof ReferencesAdded added) {
            return added.by();
        } else if (event instanceof ReferencesRemoved removed) {
            return removed.by();
        }
        throw new IllegalStateException("Say who did " + event + ".");
    }
}

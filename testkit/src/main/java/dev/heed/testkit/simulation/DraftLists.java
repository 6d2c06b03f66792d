package dev.heed.testkit.simulation;

import dev.heed.DraftsDesk;
import dev.heed.Helpdesk;
import dev.heed.Review;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whoever looks finds each draft, and nobody those that colleagues keep for themselves. */
final class DraftLists {
    private static final int MANY = 10_000;

    private final World world;

    DraftLists(World world) {
        this.world = world;
    }

    void look(Helpdesk desk) {
        for (Agent agent : world.setting.agents) {
            DraftsDesk drafts = desk.as(agent).drafts();
            same("of " + agent.id(), drafts.mine(MANY), kept(agent.id()));
        }
        for (DraftChecks.Kept kept : world.drafts.all()) {
            for (Agent agent : world.setting.agents) {
                boolean found = desk.as(agent)
                        .drafts()
                        .find(kept.id())
                        .filter(kept.draft()::equals)
                        .isPresent();
                world.require(
                        found == DraftChecks.isSeenBy(kept.draft(), agent.id()),
                        () -> agent.id() + (found ? " finds" : " does not find") + " draft " + kept.word());
            }
        }
        reviews(desk.as(world.setting.agents.get(0)).reviews().open(MANY));
    }

    private List<ReplyDraft> kept(AgentId author) {
        return world.drafts.all().stream()
                .map(DraftChecks.Kept::draft)
                .filter(draft -> draft.author().equals(author))
                .toList();
    }

    private void same(String whose, List<ReplyDraft> listed, List<ReplyDraft> kept) {
        boolean all = listed.size() == kept.size() && new HashSet<>(kept).containsAll(listed);
        world.require(all, () -> "the drafts " + whose + " are " + kept + ", and listed are " + listed);
    }

    private void reviews(List<Review> open) {
        Set<DraftId> listed = new HashSet<>();
        open.forEach(review -> listed.add(review.draft().id()));
        List<DraftId> waiting = new ArrayList<>();
        for (Facts facts : world.book.open()) {
            facts.letters.orders.orders().stream()
                    .filter(SendOrder::review)
                    .filter(order -> world.drafts.isKept(order.draft()))
                    .forEach(order -> waiting.add(order.draft()));
        }
        world.require(
                listed.equals(new HashSet<>(waiting)),
                () -> "waiting to be read are " + waiting + ", and listed " + listed);
    }
}

package dev.heed.testkit.simulation;

import dev.heed.AgentDesk;
import dev.heed.DraftsDesk;
import dev.heed.Review;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.testkit.simulation.DraftChecks.Kept;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Those who write answers without sending them at once, and those who read what others want to send. Not thread-safe. */
final class Drafting {
    private static final int MANY = 10_000;

    private final Agents agents;
    private final World world;
    private final Chance chance;
    /** What somebody has before the eyes, perhaps for long. */
    private final Map<DraftId, ReplyDraft> read = new HashMap<>();

    private List<Review> listed = new ArrayList<>();

    Drafting(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    /** False if it is for others to do. */
    boolean happens(Conduct conduct, Node node) {
        switch (conduct) {
            case AGENT_DRAFTS -> agents.someWork(node).ifPresent(this::writes);
            case AGENT_CHANGES_A_DRAFT -> some().ifPresent(draft -> changes(node, draft));
            case AGENT_SENDS_A_DRAFT -> some().ifPresent(draft -> sends(node, draft));
            case AGENT_TAKES_A_DRAFT_BACK -> someWaiting(order -> true).ifPresent(order -> cancels(node, order));
            case COLLEAGUE_READS_A_DRAFT -> someWaiting(SendOrder::review).ifPresent(order -> reads(node, order));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<Kept> some() {
        List<Kept> all = world.drafts.all();
        List<Kept> free = all.stream()
                .filter(kept -> !world.book.goesOnIn(kept.draft().ticket()).isClosed())
                .filter(kept -> !world.drafts.waits(kept.id()))
                .toList();
        return chance.anyOf(free.isEmpty() || chance.oneIn(6) ? all : free);
    }

    private Optional<SendOrder> someWaiting(java.util.function.Predicate<SendOrder> which) {
        return chance.anyOf(world.book.open().stream()
                .flatMap(facts -> facts.letters.orders.orders().stream())
                .filter(which)
                .filter(order -> world.drafts.isKept(order.draft()))
                .toList());
    }

    /** Often sent at once, in one of the ways. */
    private void writes(Work work) {
        List<Kept> before = world.drafts.all();
        begins(work);
        List<Kept> now = world.drafts.all();
        if (now.size() > before.size() && chance.oneIn(2)) {
            sends(work.node(), now.get(now.size() - 1));
        }
    }

    private void begins(Work work) {
        String word = world.intents.word("R", Said.by(work.by()));
        String text = text(word);
        world.intents.want("begin", word, work.id() + " " + work.by());
        Optional<Commitments> commitments = chance.oneIn(3) ? Optional.of(commitments(work)) : Optional.empty();
        does(work, "begins draft " + word + " on", desk -> {
            DraftsDesk drafts = desk.drafts();
            ReplyDraft draft = commitments
                    .map(all -> drafts.write(work.id(), Reply.text(text, Signature.of(work.agent())), all))
                    .orElseGet(() -> drafts.write(work.id(), text));
            read.put(draft.id(), draft);
            boolean there = world.drafts.last(draft.id()).isPresent();
            world.require(there, () -> draft + " was given back and never committed");
        });
    }

    private static String text(String word) {
        return "I have looked into it, see " + word + ".";
    }

    private Commitments commitments(Work work) {
        Commitments none = Commitments.none();
        return switch (chance.below(4)) {
            case 0 ->
                none.promise(
                        PromiseKind.ACTION,
                        "to look after it",
                        work.node().instant().plus(upTo(6000)));
            case 1 -> none.solve(Resolution.FIXED);
            case 2 -> none.apologise();
            default ->
                chance.anyOf(work.facts().promises.open().stream()
                                .filter(entry -> entry.made.kind().madeByAgents())
                                .toList())
                        .map(entry -> none.keep(entry.made.id()))
                        .orElse(none);
        };
    }

    private Duration upTo(int minutes) {
        return chance.upTo(Duration.ofMinutes(minutes)).plusMinutes(1);
    }

    /** Most of them open the ticket first; the others know what was said when it was written, or do not. */
    private void does(Work work, String what, Consumer<AgentDesk> deed) {
        boolean looks = !chance.oneIn(3);
        String name = work.by() + " " + what + " #" + work.facts().opened.number();
        work.node().attempt(name, desk -> {
            AgentDesk mine = desk.as(work.by());
            if (looks) {
                world.seenChecks.looked(work.node(), work.by(), mine.getTicket(work.id()));
            }
            deed.accept(mine);
        });
    }

    /** Mostly whoever began it. */
    private Work of(Node node, Kept kept) {
        Agent agent = chance.oneIn(kept.draft().shared() ? 2 : 8)
                ? chance.of(world.setting.agents)
                : world.setting.agent(kept.draft().author());
        return new Work(node, agent, world.book.facts(kept.draft().ticket()));
    }

    /** A draft as it is, or as somebody has read it a while ago. */
    private void with(Work work, String what, Kept kept, BiConsumer<DraftsDesk, ReplyDraft> deed) {
        ReplyDraft before = chance.oneIn(4) ? read.get(kept.id()) : null;
        does(work, what + " draft " + kept.word() + " on", desk -> {
            DraftsDesk drafts = desk.drafts();
            ReplyDraft draft = before == null ? drafts.get(kept.id()) : before;
            read.put(draft.id(), draft);
            deed.accept(drafts, draft);
            boolean visible = world.drafts
                    .last(draft.id())
                    .filter(last -> DraftChecks.isSeenBy(last.draft(), work.by()))
                    .isPresent();
            world.require(visible, () -> work.by() + " has what a colleague keeps alone: " + draft);
        });
    }

    private void changes(Node node, Kept kept) {
        Work work = of(node, kept);
        AgentId by = work.by();
        String word = world.intents.word("R", Said.by(by));
        switch (chance.below(6)) {
            case 0 ->
                with(work, "shares", kept, (desk, draft) -> {
                    world.intents.want("share", draft.id(), draft.version() + " ");
                    read.put(draft.id(), desk.share(draft));
                });
            case 1 ->
                with(work, "discards", kept, (desk, draft) -> {
                    world.intents.want("discard", draft.id(), draft.version() + "");
                    desk.discard(draft);
                    world.require(!world.drafts.isKept(draft.id()), () -> draft + " was discarded and is there");
                });
            default ->
                with(work, "changes", kept, (desk, draft) -> {
                    world.intents.want("change", draft.id(), draft.version() + " " + word + " " + by);
                    read.put(draft.id(), desk.change(draft, text(word)));
                });
        }
    }

    private void sends(Node node, Kept kept) {
        Work work = of(node, kept);
        boolean learns = world.setting.learns(work.by());
        int how = learns && !chance.oneIn(5) ? 4 : chance.below(6);
        Instant at = node.instant().plus(upTo(chance.of(List.of(20, 300, 3000))));
        IfCustomerWrites then = chance.of(List.of(IfCustomerWrites.values()));
        orders(work, kept);
        with(work, WAYS.get(how), kept, (desk, draft) -> {
            world.intents.want("send", Intents.wordIn(draft.text()).orElseThrow(), work.by());
            String version = draft.version() + " " + work.by();
            Ticket after = switch (how) {
                case 0, 1 -> {
                    world.intents.want("send now", draft.id(), version);
                    yield desk.send(draft);
                }
                case 2 -> {
                    world.intents.want("send with undo", draft.id(), version);
                    world.intents.want("send now", draft.id(), version); // what is due at once does not wait
                    yield desk.sendWithUndo(draft);
                }
                case 3, 5 -> {
                    world.intents.want("send later", draft.id(), version + " " + at + " " + then);
                    yield desk.sendLater(draft, at, then);
                }
                default -> {
                    world.intents.want("submit", draft.id(), version);
                    yield desk.submit(draft);
                }
            };
            world.require(!learns || how == 4, () -> "nobody has read " + draft);
            handed(work, after);
        });
    }

    private static final List<String> WAYS =
            List.of("sends", "sends", "sends with undo", "sends later", "submits", "sends later");

    private void handed(Work work, Ticket after) {
        agents.written(after);
        world.seenChecks.looked(work.node(), work.by(), after);
    }

    /** Wherever it goes on by then. */
    private void orders(Work work, Kept kept) {
        for (Facts facts : world.book.all()) {
            Commitments commitments = kept.draft().commitments();
            commitments
                    .promises()
                    .forEach(promise -> world.intents.order(
                            "promise", facts.opened.ticket(), promise.kind() + " " + promise.due()));
            if (commitments.apology()) {
                world.intents.order("apologise", facts.opened.ticket(), "");
            }
        }
        kept.draft().commitments().kept().forEach(promise -> world.intents.order("keep", work.id(), promise));
    }

    private void cancels(Node node, SendOrder order) {
        Kept kept = world.drafts.last(order.draft()).orElseThrow();
        Work work = of(node, kept);
        with(work, "takes back", kept, (desk, draft) -> {
            world.intents.want("cancel", draft.id(), "");
            handed(work, desk.cancel(draft));
        });
    }

    /** What stands in the list, now or a while ago. */
    private void reads(Node node, SendOrder order) {
        AgentId author = order.by();
        List<Agent> others = world.setting.agents.stream()
                .filter(agent -> !agent.id().equals(author))
                .toList();
        Agent reader = chance.oneIn(8)
                ? world.setting.agent(author)
                : chance.anyOf(others).orElseGet(() -> world.setting.agent(author));
        if (!chance.oneIn(5)) {
            node.attempt(
                    reader.id() + " lists reviews",
                    desk -> listed = desk.as(reader).reviews().open(MANY));
        }
        listed.stream()
                .filter(review -> review.draft().id().equals(order.draft()))
                .findFirst()
                .ifPresent(review -> decides(node, reader, review));
    }

    private void decides(Node node, Agent reader, Review review) {
        Work work = new Work(node, reader, world.book.facts(review.ticket()));
        DraftId draft = review.draft().id();
        if (chance.oneIn(3)) {
            world.intents.want("return", draft, work.by());
            act(work, "returns", (desk, id) -> desk.reviews().sendBack(work.id(), id, "Say when."), review);
        } else {
            world.intents.want("approve", draft, review.draft().version() + " " + work.by());
            act(work, "approves", (desk, id) -> desk.reviews().approve(work.id(), review.draft()), review);
        }
    }

    private void act(Work work, String what, BiFunction<AgentDesk, DraftId, Ticket> deed, Review review) {
        does(work, what + " a draft on", desk -> {
            Ticket after = deed.apply(desk, review.draft().id());
            boolean may = !work.by().equals(review.by()) && !world.setting.learns(work.by());
            world.require(may, () -> work.by() + " let leave what should have been read by somebody else");
            handed(work, after);
        });
    }

    /** At the end whatever waits for a reader is read, or taken back. */
    void allAreRead(Node node) {
        for (Facts facts : world.book.open()) {
            for (SendOrder order : facts.letters.orders.orders()) {
                if (order.review() && world.drafts.isKept(order.draft())) {
                    reads(node, order);
                }
                if (facts.letters.orders.of(order.draft()) != null && order.review()) {
                    takesBack(node, facts, order);
                }
            }
        }
    }

    private void takesBack(Node node, Facts facts, SendOrder order) {
        Work work = new Work(node, world.setting.agent(order.by()), facts);
        world.intents.want("cancel", order.draft(), "");
        does(
                work,
                "takes back a draft on",
                desk -> desk.drafts().cancel(desk.drafts().get(order.draft())));
        world.require(
                facts.letters.orders.of(order.draft()) == null, () -> "what waits cannot be taken back: " + order);
    }
}

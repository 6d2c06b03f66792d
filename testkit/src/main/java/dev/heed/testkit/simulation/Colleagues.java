package dev.heed.testkit.simulation;

import dev.heed.message.Author;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People of the shop who ask each other, tell the warehouse what to do, and answer. Not thread-safe. */
final class Colleagues {
    private final Agents agents;
    private final World world;
    private final Chance chance;

    Colleagues(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    /** False if it is for others to do. */
    boolean happens(Conduct conduct, Node node) {
        switch (conduct) {
            case AGENT_ASKS -> agents.someWork(node).ifPresent(this::asks);
            case AGENT_TELLS_THE_WAREHOUSE -> agents.someWork(node).ifPresent(this::tells);
            case COLLEAGUE_ANSWERS -> somethingOpen().ifPresent(open -> does(node, open));
            case AGENT_WITHDRAWS -> somethingOpen().ifPresent(open -> withdraws(node, open));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What is awaited, and where. */
    private record Awaited(Facts facts, NoteFacts.Open open) {}

    private Optional<Awaited> somethingOpen() {
        return chance.anyOf(world.book.all().stream()
                .flatMap(facts -> facts.notes.open.values().stream().map(open -> new Awaited(facts, open)))
                .toList());
    }

    private void asks(Work work) {
        List<Agent> others = world.setting.agents.stream()
                .filter(agent -> !agent.id().equals(work.by()))
                .toList();
        Addressee to = chance.oneIn(3)
                ? world.setting.warehouse.id()
                : chance.anyOf(others).<Addressee>map(Agent::id).orElse(world.setting.warehouse.id());
        Duration time = Duration.ofMinutes(chance.of(List.of(10, 90, 400, 2000, 6000)));
        Instant due = work.node().instant().plus(chance.upTo(time)).plusSeconds(60);
        String word = world.intents.word("N", Said.by(work.by()));
        world.intents.want("ask " + word, to, due);
        agents.act(work, "asks " + to + " about", desk -> {
            Ticket after = desk.notes().ask(work.id(), to, due, Agents.NOTE + word + ".");
            boolean open = after.openAsks().stream()
                    .anyMatch(one -> one.due().equals(due) && one.asked().contains(to));
            world.require(open, () -> "an ask of " + to + " is not in " + after);
            return after;
        });
    }

    private void tells(Work work) {
        String word = world.intents.word("N", Said.by(work.by()));
        String action = "Add a card, see " + word;
        world.intents.want("tell " + word, world.setting.warehouse.id(), action);
        agents.act(work, "tells the warehouse about", desk -> {
            Ticket after = desk.notes()
                    .tell(work.id(), world.setting.warehouse.id(), "A-" + word, action, Agents.NOTE + word + ".");
            world.require(!after.unacknowledged().isEmpty(), () -> "what the warehouse is to do is not in " + after);
            return after;
        });
    }

    /** Whoever it is, in time or not; mostly somebody who was asked. */
    private void does(Node node, Awaited awaited) {
        AgentId by = chance.oneIn(4) ? chance.of(world.setting.agents).id() : somebodyAsked(awaited.open());
        does(node, awaited, by);
    }

    private AgentId somebodyAsked(NoteFacts.Open open) {
        Addressee asked = chance.of(open.asked);
        return asked instanceof AgentId agent && world.setting.knows(agent)
                ? agent
                : chance.of(world.setting.warehouse.members());
    }

    private void does(Node node, Awaited awaited, AgentId by) {
        Work work = new Work(node, world.setting.agent(by), awaited.facts());
        NoteId id = awaited.open().note.id();
        if (awaited.open().isAsk()) {
            String word = world.intents.word("N", Said.by(by));
            world.intents.want("answer " + word, id, "");
            agents.act(work, "answers " + id + " on", desk -> {
                Ticket after = desk.notes().answer(work.id(), id, Agents.NOTE + word + ".");
                boolean there =
                        after.notes().stream().anyMatch(note -> note.text().contains(word));
                world.require(there, () -> "an answer is not in " + after);
                return gone(after, id);
            });
        } else {
            world.intents.want("acknowledge", id, by);
            agents.act(
                    work,
                    "acknowledges " + id + " on",
                    desk -> gone(desk.notes().acknowledge(work.id(), id), id));
        }
    }

    private Ticket gone(Ticket after, NoteId id) {
        world.require(
                after.openNotes().stream().noneMatch(open -> open.note().id().equals(id)),
                () -> "note " + id + " was done and is open in " + after);
        return after;
    }

    private void withdraws(Node node, Awaited awaited) {
        NoteFacts.Open open = awaited.open();
        boolean own = open.note.author() instanceof Author.ByAgent by && world.setting.knows(by.agent());
        AgentId author = own ? ((Author.ByAgent) open.note.author()).agent() : world.setting.responsible;
        AgentId by = chance.oneIn(5) ? chance.of(world.setting.agents).id() : author;
        world.intents.want("withdraw", open.note.id(), by);
        Work work = new Work(node, world.setting.agent(by), awaited.facts());
        agents.act(
                work,
                "withdraws " + open.note.id() + " on",
                desk -> gone(desk.notes().withdraw(work.id(), open.note.id(), "It is found."), open.note.id()));
    }

    /** At the end everybody does what is awaited. */
    void allAreDone(Node node) {
        for (Facts facts : world.book.all()) {
            for (NoteFacts.Open open : List.copyOf(facts.notes.open.values())) {
                does(node, new Awaited(facts, open), somebodyAsked(open));
            }
            world.require(
                    facts.notes.open.isEmpty(),
                    () -> "ticket " + facts.opened.number() + " awaits colleagues for ever: " + facts.notes.spelled());
        }
    }
}

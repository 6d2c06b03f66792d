package dev.heed.testkit.simulation;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Those who answer. What they are told of a ticket afterwards has to be what was committed. Not thread-safe. */
final class Agents {
    /** How notes begin. */
    static final String NOTE = "The carrier was asked, see ";

    private final World world;
    private final Chance chance;
    private final Filings filings;

    /** Somebody at work on a ticket, at one node. */
    record Work(Node node, Agent agent, Facts facts) {
        TicketId id() {
            return facts.opened.ticket();
        }

        AgentId by() {
            return agent.id();
        }
    }

    Agents(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.filings = new Filings(this, world, chance);
    }

    /** Mostly an open ticket of the agent's own or one whose customer waits. */
    Optional<Work> someWork(Node node) {
        List<Agent> there = world.setting.agents.stream()
                .filter(agent -> world.book.isThere(agent.id(), world.now))
                .toList();
        Agent agent = chance.anyOf(there).orElseGet(() -> chance.of(world.setting.agents));
        List<Facts> near = world.book.open().stream()
                .filter(facts -> facts.awaited || agent.id().equals(facts.owner))
                .toList();
        List<Facts> contested = world.contested();
        if (!contested.isEmpty() && !chance.oneIn(3)) {
            return Optional.of(new Work(node, agent, chance.of(contested)));
        }
        Optional<Facts> ticket = chance.oneIn(4) ? chance.anyOf(world.book.all()) : chance.anyOf(near);
        return ticket.map(facts -> new Work(node, agent, facts));
    }

    void happens(Conduct conduct, Node node) {
        someWork(node).ifPresent(work -> {
            switch (conduct) {
                case AGENT_REPLIES -> reply(work, Commitments.none());
                case AGENT_APOLOGISES -> reply(work, apology(work, Commitments.none()));
                case AGENT_PROMISES -> promises(work);
                case AGENT_KEEPS, AGENT_KEEPS_BY_DEED -> keeps(work, conduct == Conduct.AGENT_KEEPS);
                case AGENT_RENEGOTIATES -> renegotiates(work);
                case AGENT_DECIDES_AGAINST ->
                    reply(
                            work,
                            Commitments.none()
                                    .decideAgainst(new AdverseDecision("The time is over.", "Write to Maria Keller.")));
                case AGENT_TAKES -> takes(work);
                case AGENT_HANDS_OVER -> handsOver(work);
                case AGENT_OVERRIDES -> overrides(work);
                case AGENT_HOLDS, AGENT_HOLDS_UNTOLD -> holds(work, conduct == Conduct.AGENT_HOLDS);
                case AGENT_NOTES -> notes(work);
                case AGENT_CLASSIFIES -> classifies(work);
                case AGENT_FILES -> filings.happens(work);
                case AGENT_MERGES -> merges(work);
                case AGENT_MARKS_SPAM -> spam(work);
                case BOT_WRITES -> bot(work);
                case ERASURE -> erases(work);
                default -> throw new IllegalStateException("nobody does " + conduct);
            }
        });
    }

    /** Does it, and looks whether what was given back is what was written. */
    Node.End act(Work work, String what, Function<AgentDesk, Ticket> deed) {
        String name = work.by() + " " + what + " #" + work.facts.opened.number();
        return work.node.attempt(name, desk -> {
            AgentDesk mine = desk.as(work.by());
            world.seenChecks.looked(work.node, work.by(), mine.getTicket(work.id()));
            Ticket after = deed.apply(mine);
            world.seenChecks.looked(work.node, work.by(), after);
            written(after);
        });
    }

    /** What was given back is what was committed. */
    void written(Ticket ticket) {
        Facts facts = world.book.facts(ticket.id());
        boolean known = ticket.version() <= facts.history.size();
        world.require(known, () -> ticket + " was given back and never committed");
        Ticket then = Ticket.replay(facts.history.subList(0, (int) ticket.version()));
        boolean same = then.status() == ticket.status()
                && then.owner().equals(ticket.owner())
                && then.messages().equals(ticket.messages())
                && then.notes().equals(ticket.notes())
                && then.promises().equals(ticket.promises());
        world.require(same, () -> ticket + " was given back, and committed was " + then);
    }

    Node.End reply(Work work, Commitments commitments) {
        Reply reply = words(work);
        return act(work, "replies", desk -> replied(desk.reply(work.id(), reply, commitments), reply));
    }

    Reply words(Work work) {
        String word = world.intents.word("R", Said.by(work.by()));
        return Reply.text("I have looked into it, see " + word + ".", Signature.of(work.agent));
    }

    Ticket replied(Ticket ticket, Reply reply) {
        boolean there = ticket.messages().stream()
                .anyMatch(message -> message.isHumanAnswer() && message.text().startsWith(reply.text()));
        world.require(there, () -> "a reply is not in " + ticket);
        return ticket;
    }

    Commitments apology(Work work, Commitments commitments) {
        world.intents.order("apologise", work.id(), "");
        return commitments.apologise();
    }

    private Instant ahead(Work work) {
        Duration time = Duration.ofMinutes(chance.of(List.of(10, 90, 400, 2000, 6000)));
        return work.node.instant().plus(chance.upTo(time)).plusSeconds(60);
    }

    private void promises(Work work) {
        Commitments commitments = Commitments.none();
        for (int i = chance.between(1, 2); i > 0; i--) {
            PromiseKind kind = chance.of(List.of(PromiseKind.CALLBACK, PromiseKind.FIND_OUT, PromiseKind.ACTION));
            Instant due = ahead(work);
            world.intents.order("promise", work.id(), kind + " " + due);
            commitments = commitments.promise(kind, "to look after it", due);
        }
        reply(work, commitments);
    }

    private Optional<PromiseFacts.Entry> somePromise(Work work) {
        return chance.anyOf(work.facts.promises.all.stream()
                .filter(entry -> entry.made.kind().madeByAgents() && (entry.isOpen() || chance.oneIn(5)))
                .toList());
    }

    private void keeps(Work work, boolean byAnswer) {
        somePromise(work).ifPresent(entry -> {
            world.intents.order("keep", work.id(), entry.made.id());
            boolean tells = entry.made.kind() == PromiseKind.FIND_OUT && work.facts.onThePhone == null;
            if (byAnswer || tells) {
                reply(work, Commitments.none().keep(entry.made.id()));
            } else {
                act(work, "keeps " + entry.made.id() + " on", desk -> {
                    Ticket after = desk.keepPromise(work.id(), entry.made.id(), "It is done.");
                    world.require(!entry.isOpen(), () -> "promise " + entry.made + " was kept and is open");
                    return after;
                });
            }
        });
    }

    private void renegotiates(Work work) {
        somePromise(work).ifPresent(entry -> {
            Instant due = ahead(work);
            world.intents.order("renegotiate", work.id(), entry.made.id());
            world.intents.order("promise", work.id(), entry.made.kind() + " " + due);
            reply(work, Commitments.none().renegotiate(entry.made.id(), due));
        });
    }

    private void takes(Work work) {
        world.intents.order("take", work.id(), work.by());
        act(work, "takes", desk -> owned(desk.take(work.id()), work.by()));
    }

    private Ticket owned(Ticket ticket, AgentId owner) {
        world.require(
                ticket.owner().filter(owner::equals).isPresent(),
                () -> ticket + " is owned by " + ticket.owner() + " and not by " + owner);
        return ticket;
    }

    private void handsOver(Work work) {
        AgentId to = chance.of(world.setting.agents).id();
        for (Agent agent : world.setting.agents) {
            world.intents.order("hand over", work.id(), agent.id());
        }
        act(work, "hands over", desk -> {
            Ticket after = desk.handOver(work.id(), to, "The parcel is on its way.");
            AgentId present = world.book.presentFor(to, work.node.instant()).orElse(to);
            return world.undisturbed() ? owned(after, present) : after;
        });
    }

    /** Takes a colleague's ticket, or hands one over without a word; what a warning would refuse is on the record. */
    private void overrides(Work work) {
        boolean takes = chance.oneIn(2);
        AgentId to = takes ? work.by() : chance.of(world.setting.agents).id();
        for (Agent agent : world.setting.agents) {
            world.intents.order(takes ? "override take" : "override hand over", work.id(), agent.id());
        }
        world.intents.order("take", work.id(), work.by());
        world.intents.order("override " + PracticeCode.HANDOVER_WITHOUT_SUMMARY, work.id(), work.by());
        act(work, takes ? "takes in spite of all" : "hands over in spite of all", desk -> {
            AgentDesk allowed = desk.overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "The colleague is ill.");
            Ticket after = takes ? allowed.take(work.id()) : allowed.handOver(work.id(), to, " ");
            AgentId present =
                    takes ? to : world.book.presentFor(to, work.node.instant()).orElse(to);
            return world.undisturbed() ? owned(after, present) : after;
        });
    }

    private void holds(Work work, boolean told) {
        Instant until = ahead(work);
        world.intents.order("hold", work.id(), until);
        Reply reply = words(work);
        act(work, "holds", desk -> {
            Ticket after = told
                    ? desk.hold(work.id(), until, "The carrier looks.", reply)
                    : desk.holdUntold(work.id(), until, "The carrier looks.", "Nothing new to tell.");
            world.require(
                    after.heldUntil().filter(until::equals).isPresent(), () -> after + " is not held until " + until);
            return after;
        });
    }

    private void notes(Work work) {
        String word = world.intents.word("N", Said.by(work.by()));
        act(work, "notes", desk -> {
            Ticket after = desk.note(work.id(), NOTE + word + ".");
            boolean there = after.notes().stream().anyMatch(note -> note.text().contains(word));
            world.require(there, () -> "a note is not in " + after);
            return after;
        });
    }

    private void classifies(Work work) {
        TicketKind kind = chance.of(List.of(TicketKind.values()));
        world.intents.order("classify", work.id(), work.by() + " " + kind);
        act(work, "sorts as " + kind, desk -> {
            Ticket after = desk.classify(work.id(), kind, "That is what it is.");
            world.require(after.kind() == kind, () -> after + " is " + after.kind());
            return after;
        });
    }

    private void merges(Work work) {
        List<Facts> others = world.book.open().stream()
                .filter(other -> other != work.facts && other.opened.customer().equals(work.facts.opened.customer()))
                .toList();
        chance.anyOf(others).ifPresent(into -> {
            world.intents.order("DUPLICATE", work.id(), work.by());
            act(work, "merges into #" + into.opened.number() + " ticket", desk -> {
                Ticket after = desk.mergeInto(work.id(), into.opened.ticket(), "The same matter.");
                world.require(
                        work.facts.exempted || !world.undisturbed(),
                        () -> "ticket " + work.facts.opened.number() + " was merged and lives on");
                return after;
            });
        });
    }

    private void spam(Work work) {
        world.intents.order("SPAM", work.id(), work.by());
        act(work, "marks as spam", desk -> desk.markSpam(work.id(), "Nobody ordered there."));
    }

    private void erases(Work work) {
        erase(work.node, work.facts, work.by());
    }

    void erase(Node node, Facts facts, AgentId by) {
        TicketId id = facts.opened.ticket();
        world.intents.order("CUSTOMER_ERASED", id, by);
        node.attempt("erase #" + facts.opened.number(), (Helpdesk desk) -> {
            Ticket after = desk.backoffice().closeErased(id, by, "The customer asked for it.");
            world.require(after.status() == TicketStatus.CLOSED, () -> after + " was to be erased");
            world.drafts.nothingIsLeft(facts);
        });
    }

    private void bot(Work work) {
        String word = world.intents.word("B", Said.byBot());
        String name = "bot writes on #" + work.facts.opened.number();
        work.node.attempt(
                name,
                desk -> written(desk.as(world.setting.bot)
                        .write(work.id(), "The parcel has left the warehouse, see " + word + ".")));
    }
}

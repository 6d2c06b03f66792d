package dev.heed.testkit.simulation;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;

/** Agents who say how they understand a problem and solve it, and customers who say whether that is right. */
final class Diagnoses {
    private static final List<String> PROBLEMS =
            List.of("The parcel is lost.", "The cap does not fit.", "You were charged twice.");
    private static final List<String> CAUSES =
            List.of("shipping/carrier-lost", "product/incompatible", "payment/charged-twice", "unknown");

    private static final List<String> ASKED = List.of("club-card", "order-number", "clean-lens");

    private final Agents agents;
    private final World world;
    private final Chance chance;

    Diagnoses(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    /** False if it has nothing to do with understanding. */
    boolean happens(Conduct conduct, Node node) {
        switch (conduct) {
            case AGENT_REPHRASES -> agents.someWork(node).ifPresent(this::rephrases);
            case AGENT_FINDS_CAUSE -> agents.someWork(node).ifPresent(this::findsCause);
            case AGENT_PROPOSES -> agents.someWork(node).ifPresent(this::proposes);
            case CUSTOMER_CONFIRMS_PROBLEM -> confirms(node);
            case CUSTOMER_CORRECTS_PROBLEM -> corrects(node);
            case CUSTOMER_FILLS_IN_A_FORM -> fillsIn(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rephrases(Work work) {
        Reply reply = rephrasing(work, agents.words(work));
        agents.act(work, "rephrases", desk -> {
            Ticket after = desk.reply(work.id(), reply);
            world.require(
                    after.understanding()
                            .statement()
                            .filter(statement ->
                                    statement.text().equals(reply.rephrased().orElseThrow()))
                            .isPresent(),
                    () -> after + " was rephrased, and says "
                            + after.understanding().statement());
            return after;
        });
    }

    private Reply rephrasing(Work work, Reply reply) {
        String problem = chance.of(PROBLEMS);
        world.intents.order("rephrase", work.id(), work.by() + " " + problem);
        return reply.rephrasing(problem);
    }

    private void findsCause(Work work) {
        String cause = chance.of(CAUSES);
        world.intents.order("cause", work.id(), work.by() + " " + cause);
        agents.act(work, "finds the cause of", desk -> {
            Ticket after = desk.listening().rootCause(work.id(), cause);
            world.require(
                    after.understanding()
                            .rootCause()
                            .filter(found -> found.value().equals(cause))
                            .isPresent(),
                    () -> after + " has the cause " + after.understanding().rootCause());
            return after;
        });
    }

    /** Mostly as one should; sometimes in a hurry, with a reason; and now and then as one must not. */
    private void proposes(Work work) {
        TicketKind kind = work.facts().kind;
        boolean trouble = kind == TicketKind.COMPLAINT || kind == TicketKind.TECHNICAL;
        Reply reply = agents.words(work);
        Commitments solved = Commitments.none().solve(Resolution.FIXED);
        if (!trouble || chance.oneIn(5)) {
            solve(work, reply, solved, false);
        } else if (chance.oneIn(4)) {
            solve(work, reply, solved, true);
        } else {
            if (work.facts().work.understood.cause().isEmpty() || chance.oneIn(4)) {
                findsCause(work);
            }
            if (!work.facts().work.understood.isRephrased() || chance.oneIn(4)) {
                reply = rephrasing(work, reply);
            }
            Instant due = work.node().instant().plusSeconds(90_000);
            if (chance.oneIn(2)) {
                world.intents.order("promise", work.id(), PromiseKind.FIND_OUT + " " + due);
                solved = solved.promise(PromiseKind.FIND_OUT, "what lies behind it", due);
            }
            solve(work, reply, solved, false);
        }
    }

    private void solve(Work work, Reply reply, Commitments solved, boolean inSpiteOfAll) {
        if (inSpiteOfAll) {
            for (PracticeCode code : List.of(PracticeCode.PROBLEM_NOT_REPHRASED, PracticeCode.ROOT_CAUSE_MISSING)) {
                world.intents.order("override " + code, work.id(), work.by());
            }
        }
        agents.act(work, "proposes a solution of", desk -> {
            AgentDesk allowed = inSpiteOfAll
                    ? desk.overriding(PracticeCode.PROBLEM_NOT_REPHRASED, "The customer is in a hurry.")
                            .overriding(PracticeCode.ROOT_CAUSE_MISSING, "It is clear from the picture.")
                    : desk;
            Ticket after = allowed.reply(work.id(), reply, solved);
            boolean waits = after.status() == TicketStatus.SOLVED || after.confirmed();
            world.require(waits, () -> "a solution was proposed, and it is " + after);
            return agents.replied(after, reply);
        });
    }

    private void confirms(Node node) {
        chance.anyOf(stated()).ifPresent(facts -> {
            for (Facts other : world.book.all()) { // where it goes on, if it is merged meanwhile
                if (other.opened.customer().equals(facts.opened.customer())) {
                    world.intents.order("confirm problem", other.opened.ticket(), "");
                }
            }
            node.attempt("confirm the problem of #" + facts.opened.number(), desk -> {
                CustomerTicket view = desk.forCustomer(facts.opened.customer()).confirmProblem(facts.opened.ticket());
                world.require(
                        view.problem().isEmpty() || !world.undisturbed(),
                        () -> "the customer confirmed the problem of " + view.number() + " and is asked still");
            });
        });
    }

    private void corrects(Node node) {
        chance.anyOf(stated()).ifPresent(facts -> {
            TicketId id = facts.opened.ticket();
            String text = "No, it is something else. " + world.intents.word("Q", Said.onPage(id));
            node.attempt("correct the problem of #" + facts.opened.number(), desk -> {
                CustomerTicket view = desk.forCustomer(facts.opened.customer()).correctProblem(id, text);
                Facts after = world.book.facts(view.id());
                boolean anew = after.work.understood.cause().isEmpty() || after.history.size() < 6;
                world.require(
                        anew || !world.undisturbed(),
                        () -> "the problem of " + view.number() + " is another one, and its cause is as before");
            });
        });
    }

    /** Sometimes what does not hold is taken back, and sometimes what was never given. */
    private void fillsIn(Node node) {
        chance.anyOf(world.book.all()).ifPresent(facts -> {
            CustomerId customer = facts.opened.customer();
            TicketId id = facts.opened.ticket();
            FactKind kind = chance.oneIn(3) ? FactKind.TRIED : FactKind.PROVIDED;
            String key = chance.of(ASKED);
            if (chance.oneIn(4)) {
                world.intents.want("take back", customer, kind + " " + key);
                node.attempt("take back " + key + " of #" + facts.opened.number(), desk -> {
                    var unused = desk.forCustomer(customer).takeBack(id, kind, key, "It was another one.");
                });
                return;
            }
            String value = "no " + chance.below(100);
            world.intents.want("form", customer, kind + " " + key + " " + value);
            node.attempt("fill in " + key + " of #" + facts.opened.number(), desk -> {
                CustomerDesk own = desk.forCustomer(customer);
                var unused = kind == FactKind.TRIED ? own.tried(id, key, value) : own.provide(id, key, value);
            });
        });
    }

    private List<Facts> stated() {
        return world.book.all().stream()
                .filter(facts -> facts.work.understood.statement != null
                        && world.book.addresses.containsValue(facts.opened.customer()))
                .toList();
    }
}

package dev.heed.testkit.simulation;

import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What people try and may not. It has to be refused, whatever goes wrong besides. Not thread-safe. */
final class Mischief {
    private final Agents agents;
    private final World world;
    private final Chance chance;

    /** Something that is not allowed now. */
    private record Attempt(String what, boolean alwaysRefused, Consumer<dev.heed.Helpdesk> deed) {}

    Mischief(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    void happens(Node node) {
        agents.someWork(node).ifPresent(work -> {
            mayBeRightByThen(work);
            List<Attempt> possible = new ArrayList<>();
            words(work, possible);
            ever(work, possible);
            now(work, possible);
            complaints(work, possible);
            customer(work, possible);
            Attempt attempt = chance.of(possible);
            node.attempt(
                    work.by() + " tries to " + attempt.what + " #"
                            + work.facts().opened.number(),
                    desk -> {
                        attempt.deed.accept(desk);
                        world.require(
                                !attempt.alwaysRefused && !world.undisturbed(),
                                () -> "nobody may " + attempt.what + ", and it was not refused");
                    });
        });
    }

    /** Somebody who comes in between can make it right. */
    private void mayBeRightByThen(Work work) {
        world.intents.order("take", work.id(), work.by());
        world.intents.order("call", work.id(), work.by());
        world.intents.order("SPAM", work.id(), work.by());
        world.intents.order("classify", work.id(), work.by() + " " + TicketKind.QUESTION);
    }

    private static void add(List<Attempt> all, boolean possible, String what, Consumer<dev.heed.Helpdesk> deed) {
        if (possible) {
            all.add(new Attempt(what, false, deed));
        }
    }

    private static void never(List<Attempt> all, String what, Consumer<dev.heed.Helpdesk> deed) {
        all.add(new Attempt(what, true, deed));
    }

    private void words(Work work, List<Attempt> all) {
        Reply good = agents.words(work);
        String id = work.agent().employeeId().orElseThrow();
        never(
                all,
                "sign as a team",
                desk -> desk.as(work.by())
                        .reply(work.id(), good.signed(Signature.of("Acme Team").withEmployeeId(id))));
        never(
                all,
                "sign without a way back",
                desk -> desk.as(work.by())
                        .reply(work.id(), good.signed(Signature.of(work.agent().fullName()))));
        for (Agent other : world.setting.agents) {
            if (!other.id().equals(work.by())) {
                never(
                        all,
                        "sign as a colleague",
                        desk -> desk.as(work.by()).reply(work.id(), good.signed(Signature.of(other))));
            }
        }
        never(
                all,
                "leave a blank",
                desk -> desk.as(work.by())
                        .reply(
                                work.id(),
                                Reply.text("Dear {{customer.nickname}}, it has left.", Signature.of(work.agent()))));
        never(
                all,
                "let a bot pose as a person",
                desk -> desk.as(world.setting.bot)
                        .write(
                                work.id(),
                                "It has left.\n\nKind regards\n" + work.agent().fullName()));
    }

    private void ever(Work work, List<Attempt> all) {
        Instant past = work.node().instant().minusSeconds(60);
        never(all, "note nothing", desk -> desk.as(work.by()).note(work.id(), "  "));
        never(
                all,
                "hand over without a word",
                desk -> desk.as(work.by())
                        .handOver(work.id(), chance.of(world.setting.agents).id(), " "));
        never(
                all,
                "promise for the past",
                desk -> desk.as(work.by())
                        .reply(
                                work.id(),
                                agents.words(work),
                                Commitments.none().promise(PromiseKind.ACTION, "to have done it", past)));
        never(
                all,
                "keep what was never promised",
                desk -> desk.as(work.by()).keepPromise(work.id(), new PromiseId(999), "It is done."));
        never(
                all,
                "hold until yesterday",
                desk -> desk.as(work.by()).holdUntold(work.id(), past, "The carrier looks.", "Nothing new."));
        never(
                all,
                "hold without a reason",
                desk -> desk.as(work.by()).holdUntold(work.id(), past.plusSeconds(600), "The carrier looks.", " "));
        never(all, "merge into itself", desk -> desk.as(work.by()).mergeInto(work.id(), work.id(), "The same."));
        for (Facts other : world.book.all()) {
            if (!other.opened.customer().equals(work.facts().opened.customer())) {
                never(
                        all,
                        "merge two customers",
                        desk -> desk.as(work.by()).mergeInto(work.id(), other.opened.ticket(), "The same."));
                break;
            }
        }
    }

    private void now(Work work, List<Attempt> all) {
        Facts facts = work.facts();
        Instant now = work.node().instant();
        boolean others = facts.owner != null && !work.by().equals(facts.owner);
        add(all, others, "take a colleague's ticket", desk -> desk.as(work.by()).take(work.id()));
        Optional<Instant> due = facts.promises.open().stream()
                .map(entry -> entry.made.due())
                .filter(now::isBefore)
                .min(Instant::compareTo);
        due.ifPresent(at -> world.intents.order("hold", work.id(), at.plusSeconds(1)));
        add(
                all,
                due.isPresent() && facts.letters.atStake(facts).isEmpty(),
                "hold beyond a promise",
                desk -> desk.as(work.by())
                        .holdUntold(work.id(), due.orElseThrow().plusSeconds(1), "The carrier looks.", "Nothing new."));
        putsOff(work, due, all);
        boolean spoken = !facts.isClosed() && facts.firstAnsweredAt != null;
        add(
                all,
                spoken,
                "call an answered question spam",
                desk -> desk.as(work.by()).markSpam(work.id(), "Nobody ordered."));
        add(
                all,
                facts.isClosed(),
                "solve what is closed",
                desk -> desk.as(work.by())
                        .reply(work.id(), agents.words(work), Commitments.none().solve(Resolution.FIXED)));
        boolean unheard = (facts.kind == TicketKind.COMPLAINT || facts.kind == TicketKind.TECHNICAL)
                && !facts.work.understood.isRephrased()
                && world.setting.policy.rephraseBeforeSolving();
        add(
                all,
                unheard,
                "solve what nobody has understood",
                desk -> desk.as(work.by())
                        .reply(work.id(), agents.words(work), Commitments.none().solve(Resolution.FIXED)));
        later(work, all);
    }

    private void putsOff(Work work, Optional<Instant> due, List<Attempt> all) {
        due.ifPresent(at -> world.intents.order("snooze", work.id(), at.minusSeconds(1)));
        add(
                all,
                due.isPresent(),
                "put off past a promise",
                desk -> desk.as(work.by())
                        .snoozes()
                        .snooze(work.id(), due.orElseThrow().minusSeconds(1)));
    }

    private void later(Work work, List<Attempt> all) {
        Facts facts = work.facts();
        Instant now = work.node().instant();
        boolean free = facts.onThePhone == null
                || (!work.by().equals(facts.onThePhone) && !work.by().equals(facts.owner));
        add(
                all,
                free,
                "end a call of somebody else",
                desk -> desk.as(work.by()).endCall(work.id(), new CallOutcome.CustomerEnded()));
        add(
                all,
                facts.onThePhone != null,
                "call during a call",
                desk -> desk.as(work.by()).call(work.id(), CallIntake.numberRefused("Ana Roth")));
        facts.promises.all.stream()
                .filter(entry ->
                        entry.made.kind().madeByAgents() && entry.made.due().isBefore(now))
                .findFirst()
                .ifPresent(late -> add(
                        all,
                        true,
                        "move a promise that is past its time",
                        desk -> desk.as(work.by())
                                .reply(
                                        work.id(),
                                        agents.words(work),
                                        Commitments.none().renegotiate(late.made.id(), now.plusSeconds(9000)))));
    }

    private void complaints(Work work, List<Attempt> all) {
        Facts facts = work.facts();
        boolean complaint = facts.kind == TicketKind.COMPLAINT && !facts.isClosed();
        add(all, complaint, "call a complaint spam", desk -> desk.as(work.by()).markSpam(work.id(), "Rude."));
        boolean mayNot = facts.kind == TicketKind.COMPLAINT && !world.setting.answersForTheShop(work.by());
        add(
                all,
                mayNot,
                "sort a complaint away",
                desk -> desk.as(work.by()).classify(work.id(), TicketKind.QUESTION, "It is none."));
    }

    private void customer(Work work, List<Attempt> all) {
        Facts facts = work.facts();
        boolean waits = facts.awaited && !facts.isClosed();
        if (waits) {
            world.intents.confirms(work.id());
        }
        add(
                all,
                waits,
                "confirm without an answer",
                desk -> desk.forCustomer(facts.opened.customer()).confirmSolved(work.id()));
        facts.promises
                .open(PromiseKind.REPLY)
                .filter(entry -> entry.made.due().isAfter(work.node().instant()))
                .ifPresent(entry -> add(
                        all,
                        facts.letters.atStake(facts).isEmpty(),
                        "release an answer",
                        desk -> desk.forCustomer(facts.opened.customer()).releasePromise(work.id(), entry.made.id())));
        for (Facts other : world.book.all()) {
            if (!other.opened.customer().equals(facts.opened.customer())) {
                never(
                        all,
                        "confirm for somebody else",
                        desk -> desk.forCustomer(other.opened.customer()).confirmSolved(work.id()));
                never(
                        all,
                        "read somebody else's ticket",
                        desk -> desk.forCustomer(other.opened.customer()).getTicket(work.id()));
                break;
            }
        }
    }
}

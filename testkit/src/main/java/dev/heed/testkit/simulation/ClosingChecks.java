package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.SilencePolicy;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.Optional;

/** P25 to P27: a ticket is closed by its customer, by silence after questions that arrived, or by an order on the record. */
final class ClosingChecks implements Check {
    private final World world;

    ClosingChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds,
                () -> "ticket " + facts.opened.number() + ", " + facts.status + ", " + event + ": " + invariant
                        + "; history " + facts.history);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof Closed closed) {
            require(!facts.isClosed(), facts, event, "closed twice");
            require(facts.promises.noneOpen(), facts, event, "closed with an open promise");
            require(facts.onThePhone == null, facts, event, "closed during a call");
            if (closed.closing() instanceof Closing.Confirmed confirmed) {
                require(
                        facts.confirmed
                                && confirmed.customer().equals(facts.opened.customer())
                                && facts.confirmations <= world.saidSolved(event.ticket()),
                        facts,
                        event,
                        "the customer has not confirmed");
                require(answered(facts), facts, event, "no person had the last word");
            } else if (closed.closing() instanceof Closing.Silence silence) {
                silence(facts, closed, silence);
            } else if (closed.closing() instanceof Closing.Exempt exempt) {
                exempt(facts, closed, exempt, batch);
            }
        } else if (event instanceof Reminded reminded) {
            reminded(facts, reminded);
        }
    }

    /** Whether a person's message is the last between customer and shop. */
    private static boolean answered(Facts facts) {
        boolean answered = facts.agreedLast;
        for (Message message : facts.messages) {
            boolean moved = facts.structure.moved.containsKey(message.id());
            boolean elsewhere = facts.structure.answered.contains(message.id());
            switch (message.direction()) {
                case INBOUND ->
                    answered = elsewhere || (answered && (message.automatic() || facts.agreedLast || moved));
                case OUTBOUND -> answered |= message.isHumanAnswer();
            }
        }
        return answered && facts.lostAnswer == null && !facts.awaited;
    }

    private void silence(Facts facts, Closed closed, Closing.Silence silence) {
        SilencePolicy policy = world.setting.policy.silence();
        require(Due.silenceCounts(facts), facts, closed, "silence does not count here");
        require(answered(facts), facts, closed, "no person had the last word");
        require(
                facts.asking().size() >= policy.reminders()
                        && silence.reminders() == facts.asking().size(),
                facts,
                closed,
                "the customer was not asked often enough");
        Optional<Instant> earliest = Due.closeAt(world.setting, facts);
        require(earliest.isPresent(), facts, closed, "no reminder arrived");
        require(
                earliest.filter(at -> !closed.at().isBefore(at)).isPresent(),
                facts,
                closed,
                "closed before " + earliest);
        boolean announced = facts.asking().stream().noneMatch(one -> closed.at().isBefore(one.closesAt));
        require(announced, facts, closed, "closed before the day that was announced");
        boolean arrived = facts.asking().stream().anyMatch(one -> world.outboxChecks.accepted(one.message) > 0);
        require(arrived, facts, closed, "the provider never took a reminder over");
    }

    private void reminded(Facts facts, Reminded reminded) {
        SilencePolicy policy = world.setting.policy.silence();
        require(Due.silenceCounts(facts), facts, reminded, "the customer was asked where silence does not count");
        require(facts.silentSince != null, facts, reminded, "the customer was asked without an answer");
        require(!reminded.at().isBefore(Due.remindAt(world.setting, facts)), facts, reminded, "asked too early");
        require(
                reminded.count() == facts.asking().size() + 1 && reminded.count() <= policy.reminders(),
                facts,
                reminded,
                "asked too often");
        int more = (policy.reminders() - reminded.count()) * policy.remindAfter() + policy.closeAfter();
        Instant fair = world.setting.hours.endOfDay(reminded.at(), more);
        Instant named = facts.asked.isEmpty() ? fair : facts.asked.get(facts.asked.size() - 1).closesAt;
        Instant expected = named.isAfter(fair) ? named : fair;
        require(
                reminded.closesAt().equals(expected),
                facts,
                reminded,
                "names " + reminded.closesAt() + " and not " + expected);
        require(
                reminded.message().text().contains(WordChecks.time(reminded.closesAt(), world.setting.shop.zone())),
                facts,
                reminded,
                "the reminder does not tell the closing date");
    }

    private void exempt(Facts facts, Closed closed, Closing.Exempt exempt, Batch batch) {
        require(
                world.intents.ordered(exempt.exemption().name(), closed.ticket(), exempt.by()),
                facts,
                closed,
                "nobody ordered this");
        require(!exempt.reason().isBlank(), facts, closed, "without a reason");
        if (exempt.exemption() == Exemption.CUSTOMER_ERASED) {
            return;
        }
        require(facts.kind != TicketKind.COMPLAINT, facts, closed, "a complaint was put aside");
        boolean spam = exempt.exemption() == Exemption.SPAM;
        require(!spam || !facts.spokenTo(), facts, closed, "spam of a customer with whom a person has dealt");
        for (PromiseEvent.PromiseWithdrawn withdrawn : batch.all(PromiseEvent.PromiseWithdrawn.class)) {
            boolean nobodys = facts.promises
                    .find(withdrawn.promise())
                    .filter(entry -> !entry.made.kind().madeByAgents())
                    .isPresent();
            require(nobodys, facts, closed, "a promise was dropped");
        }
        require(
                spam == exempt.goesOnIn().isEmpty()
                        && exempt.goesOnIn().filter(closed.ticket()::equals).isEmpty(),
                facts,
                closed,
                "goes on nowhere");
    }
}

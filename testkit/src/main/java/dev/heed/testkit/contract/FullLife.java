package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.FullMessages.NAME;
import static dev.heed.testkit.contract.FullMessages.SUBJECT;
import static dev.heed.testkit.contract.FullMessages.WORDS;
import static dev.heed.testkit.contract.FullMessages.ZONE;
import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A ticket to which everything happens that can happen to one, and a customer of whom everything is known: what a store
 * has to give back whole.
 */
final class FullLife {
    static final TicketId TICKET = new TicketId(new UUID(5, 5));
    private static final TicketId EARLIER = new TicketId(new UUID(5, 4));

    private FullLife() {}

    static Customer customer() {
        return knownBy(Customer.builder("c-full"))
                .name("Ana Sílvia Çelik")
                .locale(Locale.forLanguageTag("zh-Hant-TW"))
                .zone(ZONE)
                .build();
    }

    /** The same customer after all but the addresses was taken back. */
    static Customer customerOfWhomLittleIsKnown() {
        return knownBy(Customer.builder("c-full")).build();
    }

    private static Customer.Builder knownBy(Customer.Builder customer) {
        return customer.email("ana@example.com").address(new AccountAddress("chat", "Ana#42"));
    }

    /** Every kind of event, the first at {@code start}; at the end the customer waits, and Ben owns it. */
    static List<TicketEvent> events(Instant start, long number, Customer customer) {
        Instant later = start.plusSeconds(1);
        List<TicketEvent> events = new ArrayList<>(said(start, number, customer));
        events.addAll(FullMessages.notes(TICKET, EARLIER, later));
        events.addAll(onThePhone(later));
        events.addAll(promised(later));
        events.addAll(FullListening.events(later, customer));
        events.addAll(moved(later, customer));
        events.addAll(filed(later));
        events.addAll(FullOutgoing.events(later));
        events.addAll(FullSnoozes.events(later));
        events.addAll(FullService.events(later));
        events.addAll(related(later, customer));
        ExpectedReply expected = expected(start);
        events.add(new MessageReceived(TICKET, later, FullMessages.plain(customer, later)));
        events.add(new PromiseMade(TICKET, later, promise(10, PromiseKind.REPLY, expected.basis(), expected.at())));
        events.add(new PromiseBroken(TICKET, later, new PromiseId(10)));
        return List.copyOf(events);
    }

    private static ExpectedReply expected(Instant start) {
        return new ExpectedReply(start.plus(Duration.ofHours(8)), "8 h, day and night", ZONE);
    }

    private static List<TicketEvent> said(Instant start, long number, Customer customer) {
        Instant later = start.plusSeconds(1);
        Message answer = FullMessages.answer(later);
        Message reminder = FullMessages.reminder(later);
        ExpectedReply expected = expected(start);
        Optional<Address> address = customer.addresses().stream().findFirst();
        ChannelId channel = StoreFixtures.CHANNEL;
        return List.of(
                new TicketOpened(TICKET, start, number, customer.id(), address, channel, SUBJECT, Optional.of(EARLIER)),
                new MessageReceived(TICKET, start, FullMessages.inbound(customer, start, WORDS)),
                new PromiseMade(TICKET, start, promise(1, PromiseKind.REPLY, expected.basis(), expected.at())),
                new Acknowledged(TICKET, start, FullMessages.acknowledgement(start), expected),
                new AcknowledgementWithheld(TICKET, later, "three a day"),
                new OwnerMissing(TICKET, later),
                new OwnerAssigned(TICKET, later, MARIA, "asked for by name", Optional.empty()),
                new BotWrote(TICKET, later, FullMessages.byBot(later)),
                new Answered(TICKET, later, answer, Optional.of(Resolution.MUTUAL_UNDERSTANDING)),
                new PromiseKept(TICKET, later, new PromiseId(1), "A person answered.", Optional.of(answer.id())),
                new DecidedAgainst(
                        TICKET, later, answer.id(), new AdverseDecision("worn" + WORDS, "ask Ms Grün" + WORDS)),
                new Delivered(TICKET, later, answer.id(), Optional.of(NAME)),
                new Reminded(TICKET, later, reminder, 1, later.plus(Duration.ofDays(3))),
                new DeliveryDelayed(TICKET, later, answer.id(), "Größe: server unreachable"),
                new DeliveryFailed(TICKET, later, reminder.id(), "no such mailbox"),
                new Redriven(TICKET, later, reminder.id()),
                new Bounced(TICKET, later, reminder.id(), "Größe: mailbox full"),
                new Unreachable(TICKET, later, "no address"));
    }

    private static List<TicketEvent> onThePhone(Instant at) {
        CallIntake intake = CallIntake.of("Ana Çelik", "+49 30 765-4321");
        List<CallOutcome> outcomes = List.of(
                new CallOutcome.Solved(Resolution.REFUNDED),
                new CallOutcome.CallbackPromised("the size 42½", at.plus(Duration.ofDays(1))),
                new CallOutcome.WarmTransfer(BEN, "It left." + WORDS),
                new CallOutcome.CustomerEnded(),
                new CallOutcome.Dropped());
        List<TicketEvent> calls = new ArrayList<>();
        for (CallOutcome outcome : outcomes) {
            calls.add(new CallStarted(TICKET, at, MARIA, calls.isEmpty() ? CallIntake.numberRefused("Ana") : intake));
            calls.add(new CallEnded(TICKET, at, MARIA, outcome));
        }
        return calls;
    }

    private static List<TicketEvent> promised(Instant at) {
        Instant due = at.plus(Duration.ofDays(2));
        return List.of(
                new PromiseMade(TICKET, at, promise(2, PromiseKind.FIND_OUT, "where it is" + WORDS, due)),
                new PromiseReminded(TICKET, at, new PromiseId(2), 80),
                new PromiseRenegotiated(TICKET, at, new PromiseId(2), new PromiseId(3), Optional.empty()),
                new PromiseMade(TICKET, at, promise(3, PromiseKind.FIND_OUT, "where it is" + WORDS, due)),
                new PromiseReopened(TICKET, at, new PromiseId(2), Optional.of(new MessageId("m-2"))),
                new PromiseMade(TICKET, at, promise(4, PromiseKind.CALLBACK, "the size", due)),
                new PromiseWithdrawn(TICKET, at, new PromiseId(4), "not wanted any more"),
                new PromiseMade(TICKET, at, promise(5, PromiseKind.ACTION, "another one is sent", due)),
                new PromiseBroken(TICKET, at, new PromiseId(5)),
                new PromiseMade(TICKET, at, promise(6, PromiseKind.APOLOGY, "for ACTION 5", due)),
                new Escalated(TICKET, at, 1, OwnershipEvent.Why.PROMISE_BROKEN),
                new OwnerAssigned(TICKET, at, BEN, "knows parcels", Optional.of("It left." + WORDS)),
                new PromiseTransferred(TICKET, at, new PromiseId(3), BEN));
    }

    private static List<TicketEvent> filed(Instant at) {
        Optional<AgentId> by = Optional.of(MARIA);
        FieldKey weight = FieldKey.of("weight");
        FieldKey size = FieldKey.of("size");
        FieldValue words = FieldValue.of("42½" + WORDS);
        FieldValue day = FieldValue.of(LocalDate.of(2024, 2, 29));
        Reference order = Reference.order("Nº 1001/ß");
        Reference product = Reference.product("SKU 42½");
        return List.of(
                new TagsAdded(TICKET, at, List.of(Tag.of("größe"), Tag.of("42½ 🥿"), Tag.of("vip")), by),
                new TagsRemoved(TICKET, at, List.of(Tag.of("vip")), Optional.empty()),
                new FieldSet(TICKET, at, size, words, Optional.empty(), by),
                new FieldSet(TICKET, at, weight, FieldValue.of(7), Optional.empty(), by),
                new FieldSet(
                        TICKET,
                        at,
                        weight,
                        FieldValue.of(new BigDecimal("-0.000000000000000001")),
                        Optional.of(FieldValue.of(7)),
                        by),
                new FieldSet(TICKET, at, FieldKey.of("bought"), day, Optional.empty(), by),
                new FieldSet(TICKET, at, FieldKey.of("gift"), FieldValue.of(true), Optional.empty(), Optional.empty()),
                new FieldSet(TICKET, at, FieldKey.of("colour"), new FieldValue.Choice("grün"), Optional.empty(), by),
                new FieldSet(TICKET, at, FieldKey.of("gone"), words, Optional.empty(), by),
                new FieldCleared(TICKET, at, FieldKey.of("gone"), words, by),
                new ReferencesAdded(TICKET, at, List.of(order, product, Reference.payment("p-1")), by),
                new ReferencesRemoved(TICKET, at, List.of(product), by));
    }

    /** Of what Heed promises by itself, nobody is named. */
    private static Promise promise(int id, PromiseKind kind, String text, Instant due) {
        Optional<AgentId> by = Optional.of(MARIA).filter(agent -> kind.madeByAgents());
        Instant madeAt = due.minus(Duration.ofHours(8));
        return new Promise(new PromiseId(id), kind, text, by, madeAt, due, ZONE, PromiseState.OPEN);
    }

    private static List<TicketEvent> moved(Instant at, Customer customer) {
        Instant until = at.plus(Duration.ofDays(1));
        Optional<MessageId> told = Optional.of(new MessageId("full-6"));
        List<TicketEvent> events = new ArrayList<>(List.of(
                new KindChanged(TICKET, at, TicketKind.COMPLAINT, MARIA, "She is not happy."),
                new Overridden(TICKET, at, PracticeCode.OPEN_PROMISE, MARIA, "The customer knows."),
                new Imported(TICKET, at),
                new ExpertNeeded(TICKET, at),
                new Disputed(TICKET, at),
                new Absorbed(TICKET, at, EARLIER, false, true, Optional.of(new MessageId("earlier")), Optional.of(at)),
                new Held(TICKET, at, until, BEN, "for the carrier", told, Optional.empty()),
                new HoldEnded(TICKET, at),
                new Held(TICKET, at, until, BEN, "for the carrier", Optional.empty(), Optional.of("She knows."))));
        events.add(new Erased(TICKET, at, Optional.of(BEN)));
        for (Closing closing : closings(customer)) {
            events.add(new CustomerConfirmed(TICKET, at, customer.id()));
            events.add(new Closed(TICKET, at, closing));
            events.add(new Reopened(TICKET, at, TicketStatus.CLOSED));
        }
        return events;
    }

    private static List<TicketEvent> related(Instant at, Customer customer) {
        Message message = FullMessages.plain(customer, at);
        List<MessageId> messages = List.of(new MessageId("full-1"), new MessageId("full-2"));
        Optional<ExpectedReply> told = Optional.of(expected(at));
        TicketStatus open = TicketStatus.OPEN;
        return List.of(
                new SplitFrom(TICKET, at, EARLIER, MARIA, "another matter" + WORDS, told),
                new MessageTakenOver(TICKET, at, EARLIER, message, List.of(EARLIER, TICKET)),
                new SplitOff(TICKET, at, messages, EARLIER, MARIA, "another matter" + WORDS, open, true),
                new Released(TICKET, at, EARLIER, BEN, "another parcel" + WORDS, open, true, false, messages),
                new Unmerged(
                        TICKET, at, EARLIER, BEN, "another parcel" + WORDS, open, true, false, told, Optional.of(at)),
                new Linked(TICKET, at, EARLIER, LinkKind.CHILD_OF, MARIA),
                new Unlinked(TICKET, at, EARLIER, BEN),
                new Linked(TICKET, at, EARLIER, LinkKind.RELATED, MARIA),
                new Deleted(TICKET, at, MARIA, "a test" + WORDS),
                new Restored(TICKET, at, Optional.empty()),
                new NotSpam(TICKET, at, MARIA, "an order" + WORDS, open, true, false, told));
    }

    /** Every way in which a ticket can be closed. */
    static List<Closing> closings(Customer customer) {
        return List.of(
                new Closing.Confirmed(customer.id()),
                new Closing.Silence(2),
                new Closing.Exempt(Exemption.DUPLICATE, BEN, "the same" + WORDS, Optional.of(EARLIER)),
                new Closing.Exempt(Exemption.SPAM, BEN, "nobody wrote it", Optional.empty()));
    }
}

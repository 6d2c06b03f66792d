package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.error.StoreException;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.Agent;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The whole life of two tickets of one customer, step by step: who gets an error looks at the ticket first, as the error
 * says, and repeats only what did not happen. Not thread-safe.
 */
final class WholeLife {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final int MANY = 100;
    private static final Duration LATER = Duration.ofMinutes(11);

    final FakeChannel outside = FakeChannel.named("fake");
    final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    final NthCallFails store;
    private final InMemoryAttachmentStore contents = new InMemoryAttachmentStore();
    private final GivenFile photo = new GivenFile("photo.png", "what arrived");
    private final GivenFile label = new GivenFile("label.png", "the label");
    private final Helpdesk desk;
    private final List<Step> steps = new ArrayList<>();
    private boolean wroteAgain;
    private int errors;

    private record Step(Predicate<WholeLife> done, Consumer<WholeLife> action) {}

    WholeLife(NthCallFails store) {
        this.store = store;
        desk = store.unwatched(() -> Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .agent(Story.BEN)
                .channel(outside)
                .store(store)
                .attachments(contents)
                .clock(clock)
                .ids(IdSource.version7(new Random(7)))
                .build());
        store.unwatched(() -> {
            desk.backoffice()
                    .register(dev.heed.people.Customer.builder(ANA.value())
                            .email(Story.ANA)
                            .build());
            return ANA;
        });
        customerWritesAndIsAnswered();
        theOwnerIsAwayAndTheDeputyGoesOn();
        itIsSolvedAndConfirmed();
    }

    private void customerWritesAndIsAnswered() {
        outside.receive(outside.message("Where is my parcel?")
                .sender(EmailAddress.of(Story.ANA))
                .attachments(List.of(photo.source()))
                .build());
        comes(life -> life.tickets().size() == 1);
        step(
                life -> life.first().onThePhone().isPresent(),
                life -> life.desk.as(MARIA).call(life.first().id(), CallIntake.of("Ana", "030 555")));
        step(
                life -> life.first().onThePhone().isEmpty(),
                life -> life.desk
                        .as(MARIA)
                        .endCall(
                                life.first().id(),
                                new CallOutcome.CallbackPromised(
                                        "where it is", life.clock.instant().plusSeconds(9 * 3600))));
        says(
                MARIA,
                "I ask the carrier.",
                life -> Commitments.none()
                        .promise(
                                PromiseKind.ACTION,
                                "a new one",
                                life.clock.instant().plus(Duration.ofDays(3))));
        writes("Thank you!");
        says(MARIA, "I call you today.", life -> Commitments.none());
    }

    private void theOwnerIsAwayAndTheDeputyGoesOn() {
        step(
                life -> life.first().heldUntil().isPresent(),
                life -> life.desk
                        .as(MARIA)
                        .holdUntold(
                                life.first().id(),
                                life.clock.instant().plus(Duration.ofHours(1)),
                                "the carrier",
                                "She knows."));
        step(
                life -> !life.store.unwatched(life.store::absences).isEmpty(),
                life -> life.desk
                        .backoffice()
                        .recordAbsence(new Absence(
                                MARIA.id(),
                                Story.BEN.id(),
                                life.clock.instant().minus(Duration.ofDays(60)),
                                life.clock.instant().plus(Duration.ofDays(9)))));
        comes(life -> life.first().owner().filter(Story.BEN.id()::equals).isPresent());
        step(
                life -> kept(life, PromiseKind.CALLBACK),
                life -> life.desk
                        .as(Story.BEN)
                        .keepPromise(
                                life.first().id(),
                                life.promise(PromiseKind.CALLBACK).id(),
                                "I called her."));
    }

    private void itIsSolvedAndConfirmed() {
        step(life -> life.wroteAgain, life -> {
            life.outside.receive(Story.ANA, "And where is my other parcel?");
            life.wroteAgain = true;
        });
        comes(life -> life.tickets().size() == 2);
        step(
                life -> life.last().status() == TicketStatus.CLOSED,
                life -> life.desk
                        .as(Story.BEN)
                        .mergeInto(life.last().id(), life.first().id(), "the same"));
        says(
                Story.BEN,
                "Both are here.",
                life -> Commitments.none()
                        .keep(life.promise(PromiseKind.ACTION).id())
                        .solve(Resolution.FIXED));
        step(
                life -> life.first().status() == TicketStatus.CLOSED,
                life -> life.desk.forCustomer(ANA).confirmSolved(life.first().id()));
    }

    private static boolean kept(WholeLife life, PromiseKind kind) {
        return life.first().openPromises().stream().noneMatch(promise -> promise.kind() == kind);
    }

    private void step(Predicate<WholeLife> done, Consumer<WholeLife> action) {
        steps.add(new Step(done, action));
    }

    private void comes(Predicate<WholeLife> done) {
        step(done, life -> life.desk.runDue());
    }

    private void writes(String text) {
        step(
                life -> life.said(text),
                life -> life.desk.forCustomer(ANA).write(life.first().id(), text, List.of(photo.source())));
    }

    private void says(Agent agent, String text, java.util.function.Function<WholeLife, Commitments> commitments) {
        step(
                life -> life.said(text),
                life -> Story.inSpite(life.desk.as(agent))
                        .reply(
                                life.first().id(),
                                Reply.text(text, Signature.of(agent)).attach(label.source()),
                                commitments.apply(life)));
    }

    private Promise promise(PromiseKind kind) {
        return first().openPromises().stream()
                .filter(promise -> promise.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private boolean said(String text) {
        return first().messages().stream().anyMatch(message -> message.text().startsWith(text));
    }

    int steps() {
        return steps.size();
    }

    int errors() {
        return errors;
    }

    /** Lives it to the end. */
    WholeLife lived(Consumer<Integer> beforeEach) {
        for (int i = 0; i < steps.size(); i++) {
            beforeEach.accept(i);
            untilDone(steps.get(i));
        }
        return rested();
    }

    /** What waits for a while has come. */
    WholeLife rested() {
        for (int i = 0; i < 3; i++) {
            clock.advance(LATER);
            tolerating(desk::runDue);
        }
        return this;
    }

    private void untilDone(Step step) {
        for (int attempt = 0; attempt < 3 && !step.done.test(this); attempt++) {
            tolerating(() -> step.action.accept(this));
        }
        assertThat(step.done.test(this))
                .as("step %s is done", steps.indexOf(step))
                .isTrue();
        clock.advance(Duration.ofMinutes(1));
        tolerating(desk::runDue);
    }

    private void tolerating(Runnable action) {
        try {
            action.run();
        } catch (StoreException e) {
            errors++;
            assertThat(e.remedy()).isEqualTo(NthCallFails.REMEDY);
        }
    }

    /** The oldest first. */
    List<Ticket> tickets() {
        List<Ticket> newestFirst = store.unwatched(() -> store.list(new TicketQuery.OfCustomer(ANA), MANY));
        List<Ticket> tickets = new ArrayList<>(newestFirst);
        java.util.Collections.reverse(tickets);
        return tickets;
    }

    private Ticket first() {
        return tickets().get(0);
    }

    private Ticket last() {
        List<Ticket> tickets = tickets();
        return tickets.get(tickets.size() - 1);
    }

    /** What has become of it, but for when. */
    List<Object> outcome() {
        List<Object> outcome = new ArrayList<>();
        for (Ticket ticket : tickets()) {
            outcome.add(ticket.status());
            outcome.add(ticket.owner());
            outcome.add(ticket.messages().stream()
                    .map(Message::text)
                    .map(ShopInTrouble::firstLine)
                    .toList());
            outcome.add(ticket.promises().stream()
                    .map(promise -> promise.kind() + " " + promise.state())
                    .toList());
            outcome.add(ticket.messages().stream().map(Message::attachments).toList());
        }
        outcome.add(contents.list(Optional.empty(), MANY));
        return outcome;
    }
}

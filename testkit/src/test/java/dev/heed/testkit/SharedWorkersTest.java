package dev.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.SharedWorkers;
import dev.heed.error.InvalidInputException;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedWorkersTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final int MANY = 1500;
    private static final long PATIENCE = 60;

    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Helpdesk desk(String name, FakeChannel channel) {
        return Helpdesk.builder(Shop.of(name, ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(channel)
                .clock(clock)
                .interval(Duration.ofDays(1))
                .build();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aShopWithVeryMuchToDoKeepsNoOtherWaitingUntilAllOfItIsDone() throws InterruptedException {
        FakeChannel busyMail = FakeChannel.named("email");
        FakeChannel calmMail = FakeChannel.named("email");
        CountDownLatch busyDone = new CountDownLatch(MANY);
        CountDownLatch calmDone = new CountDownLatch(1);
        CountDownLatch firstPart = new CountDownLatch(1);
        try (SharedWorkers workers = SharedWorkers.of(1);
                Helpdesk busy = desk("Busy", busyMail);
                Helpdesk calm = desk("Calm", calmMail)) {
            for (int i = 0; i < MANY; i++) {
                busyMail.receive("customer" + i + "@example.com", "Where is my parcel?");
            }
            busy.runDue();
            clock.advance(Duration.ofHours(3)); // nobody took them in time
            busy.on(OwnerMissing.class, event -> {
                heard.add("busy");
                firstPart.countDown();
                busyDone.countDown();
            });
            calm.on(MessageReceived.class, event -> {
                heard.add("calm");
                calmDone.countDown();
            });
            calmMail.receive("ana@example.com", "Where is my parcel?");
            busy.start(workers);
            await(firstPart);
            calm.start(workers);
            await(calmDone);
            await(busyDone);
        }

        assertThat(heard.indexOf("calm")).isPositive().isLessThan(MANY);
    }

    @Test
    void whatIsAnsweredAtADeskIsSentAtOnceOnThreadsThatAreShared() throws InterruptedException {
        FakeChannel mail = FakeChannel.named("email");
        CountDownLatch sent = new CountDownLatch(1);
        try (SharedWorkers workers = SharedWorkers.of(2);
                Helpdesk desk = desk("Acme", mail)) {
            mail.receive("ana@example.com", "Where is my parcel?");
            desk.runDue();
            desk.on(TicketEvent.class, event -> {
                if (event instanceof Delivered) {
                    sent.countDown();
                }
            });
            desk.start(workers).start(workers).start();
            var maria = desk.as(MARIA);
            var ticket = maria.queue(1).get(0).id();
            maria.getTicket(ticket);
            maria.reply(ticket, "It left this morning.");
            await(sent);
        }
        assertThat(mail.sent()).hasSize(2);
    }

    @Test
    void aDeskThatWasClosedIsWorkedForNoMoreAndTheOthersAre() throws InterruptedException {
        FakeChannel mail = FakeChannel.named("email");
        CountDownLatch received = new CountDownLatch(1);
        try (SharedWorkers workers = SharedWorkers.of(1)) {
            Helpdesk first = desk("First", FakeChannel.named("email"));
            first.start(workers);
            first.close();
            assertThatThrownBy(() -> first.start(workers)).isInstanceOf(IllegalStateException.class);
            try (Helpdesk second = desk("Second", mail)) {
                second.on(MessageReceived.class, event -> received.countDown());
                mail.receive("ana@example.com", "Where is my parcel?");
                second.start(workers);
                await(received);
            }
        }
    }

    @Test
    void aListenerMayCloseItsDeskOnItsOwnThread() throws InterruptedException {
        FakeChannel mail = FakeChannel.named("email");
        CountDownLatch closed = new CountDownLatch(1);
        Helpdesk desk = desk("Acme", mail);
        desk.on(MessageReceived.class, event -> {
            desk.close();
            closed.countDown();
        });
        mail.receive("ana@example.com", "Where is my parcel?");

        desk.start();

        await(closed);
    }

    @Test
    void manyDesksAreWorkedForByFewThreads() throws InterruptedException {
        CountDownLatch received = new CountDownLatch(20);
        List<Helpdesk> desks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            FakeChannel mail = FakeChannel.named("email");
            mail.receive("ana@example.com", "Where is my parcel?");
            Helpdesk desk = desk("Shop " + i, mail);
            desk.on(MessageReceived.class, event -> received.countDown());
            desks.add(desk);
        }

        SharedWorkers workers = SharedWorkers.of(4);
        desks.forEach(desk -> desk.start(workers));

        await(received);
        desks.forEach(Helpdesk::close);
        workers.close();
    }

    @Test
    void noDeskIsStartedOnThreadsThatWereClosed() {
        SharedWorkers workers = SharedWorkers.of(1);
        workers.close();
        try (Helpdesk desk = desk("Acme", FakeChannel.named("email"))) {
            assertThatThrownBy(() -> desk.start(workers))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("threads are closed");
            assertThat(desk.start()).isSameAs(desk);
        }
    }

    @Test
    void noThreadsAreRefused() {
        assertThatThrownBy(() -> SharedWorkers.of(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("by 0 threads");
    }
}

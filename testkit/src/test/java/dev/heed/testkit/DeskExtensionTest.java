package dev.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heed.people.Agent;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A fresh desk for each test, and the same one each time. */
class DeskExtensionTest {
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    @RegisterExtension
    final DeskExtension twin = DeskExtension.create();

    @RegisterExtension
    final DeskExtension other = DeskExtension.with(builder -> builder.agent(BEN));

    private static List<TicketEvent> aDay(DeskExtension desk) {
        desk.channel().receive("ana@example.com", "Where is my parcel?");
        desk.run();
        desk.clock().advance(Duration.ofHours(1));
        Ticket read = desk.maria().getTicket(desk.onlyTicket().id());
        desk.maria().reply(read.id(), "It left this morning.");
        desk.run();
        return desk.events();
    }

    @RepeatedTest(3)
    void eachTestHasAFreshDesk() {
        assertThat(heed.tickets()).isEmpty();
        assertThat(heed.events()).isEmpty();
        assertThat(heed.channel().sent()).isEmpty();
        assertThat(heed.gateway().attempts()).isEmpty();
        assertThat(heed.clock().instant()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        aDay(heed);
        assertThat(heed.onlyTicket().number()).isEqualTo(1001);
    }

    @Test
    void theSameDayLooksTheSameDownToTheIds() {
        assertThat(aDay(heed)).hasSize(9).isEqualTo(aDay(twin));
        assertThat(heed.channel().sent()).isEqualTo(twin.channel().sent());
    }

    @Test
    void twoDesksOfOneTestKnowNothingOfEachOther() {
        aDay(heed);

        assertThat(twin.tickets()).isEmpty();
        assertThat(twin.run().idle()).isTrue();
    }

    @Test
    void whatIsAddedToTheBuilderIsThere() {
        assertThat(other.desk().as(BEN).agent()).isEqualTo(BEN);
        assertThat(other.maria().agent()).isEqualTo(DeskExtension.MARIA);
    }

    @Test
    void ticketsComeInTheOrderInWhichTheyWereOpened() {
        for (int i = 0; i < 5; i++) {
            heed.channel().receive("c" + i + "@example.com", "Question " + i);
        }
        heed.run();
        heed.maria().reply(heed.tickets().get(0).id(), "Here is the answer.");

        assertThat(heed.tickets())
                .extracting(ticket -> ticket.number())
                .containsExactly(1001L, 1002L, 1003L, 1004L, 1005L);
        assertThatThrownBy(heed::onlyTicket)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Ticket 1001")
                .hasMessageContaining("Ticket 1005");
    }

    @Test
    void outsideATestThereIsNoDesk() {
        DeskExtension unused = DeskExtension.create();

        assertThatThrownBy(unused::desk).hasMessageContaining("outside a test");
        assertThatThrownBy(unused::clock).hasMessageContaining("outside a test");
        assertThatThrownBy(unused::channel).hasMessageContaining("outside a test");
    }

    @Test
    void theDeskIsClosedAfterItsTest() {
        Sample.CHANNELS.clear();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sample.class))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(2));

        assertThat(Sample.CHANNELS)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(channel ->
                        assertThatThrownBy(channel::close).hasMessageContaining("closed and then asked to close"));
    }

    @Test
    void whyADeskCannotBeBuiltIsAllThatIsReported() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Unbuildable.class))
                .execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .singleElement()
                .satisfies(event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable())
                        .hasValueSatisfying(
                                fault -> assertThat(fault).hasMessage("no desk").hasNoSuppressedExceptions()));
    }

    /** Run from inside the test above. */
    static class Unbuildable {
        @RegisterExtension
        final DeskExtension heed = DeskExtension.with(builder -> {
            throw new IllegalStateException("no desk");
        });

        @Test
        void isNotReached() {
            assertThat(heed.events()).isEmpty();
        }
    }

    /** Run from inside the first test of these; harmless on its own. */
    static class Sample {
        static final List<FakeChannel> CHANNELS = new ArrayList<>();

        @RegisterExtension
        final DeskExtension heed = DeskExtension.create();

        @RepeatedTest(2)
        void usesTheDesk() {
            heed.desk()
                    .on(
                            TicketOpened.class,
                            opened -> assertThat(opened.number()).isEqualTo(1001));
            CHANNELS.add(heed.channel());
            assertThat(aDay(heed)).isNotEmpty();
        }
    }
}

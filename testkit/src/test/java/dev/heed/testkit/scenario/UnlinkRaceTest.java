package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.people.CustomerId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Shop;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.InTheWay;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people who were taken for one are parted in the very moment in which their tickets are merged. */
class UnlinkRaceTest {
    private final InTheWay store = new InTheWay();
    private final FakeChannel channel = FakeChannel.named("email");
    private Helpdesk desk;
    private TicketId hers;
    private TicketId his;
    private ProfileLink link;

    @SuppressWarnings("NullAway.Init") // set before each test
    UnlinkRaceTest() {}

    @BeforeEach
    void twoAreTakenForOne() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                .store(store)
                .build();
        hers = written("ana@example.com");
        his = written("bob@example.com");
        link = maria().customers().link(customer(hers), customer(his), "They live together.");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private AgentDesk maria() {
        return desk.as(DeskExtension.MARIA);
    }

    private CustomerId customer(TicketId id) {
        return kept(id).customer();
    }

    private Ticket kept(TicketId id) {
        return store.findTicket(id).orElseThrow();
    }

    private TicketId written(String from) {
        channel.receive(from, "Where is my parcel?");
        desk.runDue();
        return store.list(new TicketQuery.Waiting(), 9).stream()
                .max((one, other) -> Long.compare(one.number(), other.number()))
                .map(Ticket::id)
                .orElseThrow();
    }

    @Test
    void whoIsPartedWhileTheyAreMergedIsNotMerged() {
        store.before(
                unit -> unit.changes().size() == 2,
                () -> assertThat(
                                maria().customers().unlink(link, "They do not.").holds())
                        .isFalse());

        assertThatThrownBy(() -> maria().mergeInto(hers, his, "The same parcel."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another customer");
        assertThat(kept(hers).closing()).isEmpty();
    }

    @Test
    void whatIsMergedWhileTheyArePartedGoesOnByItselfAgain() {
        store.before(
                unit -> !unit.links().isEmpty(),
                () -> assertThat(
                                maria().mergeInto(hers, his, "The same parcel.").id())
                        .isEqualTo(his));

        maria().customers().unlink(link, "They do not.");

        assertThat(kept(hers).closing()).isEmpty();
        assertThat(kept(hers).expected()).isPresent();
    }
}

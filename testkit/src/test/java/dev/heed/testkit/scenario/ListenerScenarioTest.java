package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.RunReport;
import dev.heed.error.RefusedException;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What listeners are told, when, and in which order. */
class ListenerScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private final List<TicketEvent> heard = new ArrayList<>();

    private void written() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
    }

    private List<Class<?>> kinds() {
        List<Class<?>> kinds = new ArrayList<>();
        heard.forEach(event -> kinds.add(event.getClass()));
        return kinds;
    }

    @Test
    void everythingIsToldInTheOrderInWhichItHappened() {
        heed.desk().on(TicketEvent.class, heard::add);
        written();
        Story.reading(heed.maria(), heed.onlyTicket().id())
                .reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();

        assertThat(kinds())
                .containsExactly(
                        TicketOpened.class,
                        MessageReceived.class,
                        PromiseMade.class,
                        Acknowledged.class,
                        Delivered.class,
                        OwnerAssigned.class,
                        Answered.class,
                        PromiseKept.class,
                        Delivered.class);
        assertThat(heard).isEqualTo(heed.maria().history(heed.onlyTicket().id()));
    }

    @Test
    void aListenerHearsItsOwnKindOnly() {
        heed.desk().on(TicketOpened.class, opened -> assertThat(opened.number()).isPositive());
        heed.desk().on(TicketOpened.class, heard::add);
        written();
        written();

        assertThat(kinds()).containsExactly(TicketOpened.class, TicketOpened.class);
    }

    @Test
    void listenersAreToldInTheOrderInWhichTheyCame() {
        List<String> order = new ArrayList<>();
        heed.desk().on(TicketOpened.class, event -> order.add("first"));
        heed.desk().on(TicketEvent.class, event -> order.add("second"));
        heed.desk().on(TicketOpened.class, event -> order.add("third"));
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();

        assertThat(order).startsWith("first", "second", "third", "second");
    }

    @Test
    void aListenerThatThrowsStopsNobody() {
        heed.desk().on(TicketEvent.class, event -> {
            throw new IllegalStateException("a bug in a listener");
        });
        heed.desk().on(TicketEvent.class, heard::add);
        written();
        Ticket answered = Story.reading(heed.maria(), heed.onlyTicket().id())
                .reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();

        assertThat(answered.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(heard).hasSize(9).isEqualTo(heed.events());
        assertThat(heed.channel().sent()).hasSize(2);
    }

    @Test
    void aListenerMayReplyFromInside() {
        heed.desk()
                .on(
                        TicketOpened.class,
                        event -> Story.reading(heed.maria(), event.ticket()).reply(event.ticket(), "We are on it."));
        heed.desk().on(TicketEvent.class, heard::add);
        written();

        assertThat(heed.channel().sent()).hasSize(2);
        assertThat(kinds())
                .containsExactly(
                        TicketOpened.class,
                        MessageReceived.class,
                        PromiseMade.class,
                        Acknowledged.class,
                        OwnerAssigned.class,
                        Answered.class,
                        PromiseKept.class,
                        Delivered.class,
                        Delivered.class);
    }

    @Test
    void aListenerThatIsRefusedStopsNobody() {
        List<RefusedException> refusals = new ArrayList<>();
        heed.desk().on(TicketOpened.class, event -> {
            try {
                Story.reading(heed.maria(), event.ticket()).reply(event.ticket(), "Best regards\nThe Acme Team");
            } catch (RefusedException e) {
                refusals.add(e);
                throw e;
            }
        });
        written();

        assertThat(refusals).hasSize(1);
        assertThat(heed.channel().sent()).hasSize(1);
    }

    @Test
    void aListenerMayBeAddedFromInside() {
        heed.desk().on(TicketOpened.class, event -> heed.desk().on(NoteAdded.class, heard::add));
        written();
        heed.maria().note(heed.onlyTicket().id(), "Look at the carrier.");

        assertThat(kinds()).containsExactly(NoteAdded.class);
    }

    @Test
    void whatIsToldIsCommitted() {
        heed.desk().on(TicketEvent.class, event -> {
            List<TicketEvent> history = heed.maria().history(event.ticket());
            heard.add(history.get(heard.size()));
            assertThat(history).contains(event);
        });
        written();
        Story.reading(heed.maria(), heed.onlyTicket().id())
                .reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();

        assertThat(heard).isEqualTo(heed.events());
    }

    @Test
    void whatIsRefusedIsNotTold() {
        written();
        heed.desk().on(TicketEvent.class, heard::add);
        assertThatThrownBy(() -> Story.reading(heed.maria(), heed.onlyTicket().id())
                        .reply(heed.onlyTicket().id(), "Thanks,\nAcme"))
                .isInstanceOf(RefusedException.class);

        assertThat(heard).isEmpty();
    }

    @Test
    void whatAListenerThrewOnIsToldAgainInALaterRound() {
        List<TicketEvent> tries = new ArrayList<>();
        heed.desk().on(TicketEvent.class, event -> {
            tries.add(event);
            if (tries.size() == 1) {
                throw new IllegalStateException("the receiver is away");
            }
            heard.add(event);
        });
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        RunReport failed = heed.run();
        assertThat(failed.untold()).isEqualTo(5);
        assertThat(heard).isEmpty();

        heed.clock().advance(Duration.ofMinutes(1));
        RunReport told = heed.run();
        assertThat(told.untold()).isZero();
        assertThat(told.idle()).isTrue();
        assertThat(heard).isEqualTo(heed.maria().history(heed.onlyTicket().id()));
    }

    @Test
    void closingTheDeskTellsOnceMore() {
        heed.desk().on(TicketOpened.class, event -> {
            heard.add(event);
            heed.maria().getTicket(event.ticket());
            throw new IllegalStateException("a bug in a listener");
        });
        written();
        heed.desk().close();

        assertThat(kinds()).containsExactly(TicketOpened.class, TicketOpened.class);
    }
}

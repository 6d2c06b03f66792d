package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.Seen;
import dev.heed.people.Agent;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two agents look and answer while the customer writes again, in every order in which the store can be asked. */
class StaleReplyScheduleTest {
    private static final Agent MARIA = DeskExtension.MARIA;

    /** How many answers were sent in some order. */
    private final Set<Integer> answers = new TreeSet<>();

    private static final class Scene {
        final FakeChannel channel = FakeChannel.named("email");
        final Map<Agent, Ticket> read = new HashMap<>();
        final Map<Agent, Boolean> refused = new HashMap<>();
        final Helpdesk desk;
        final TicketId ticket;
        final CustomerId ana;

        Scene(EverySchedule schedule) {
            desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(MARIA)
                    .agent(Story.BEN)
                    .channel(channel)
                    .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                    .store(new ForwardingStore() {
                        @Override
                        public Optional<Ticket> findTicket(TicketId id) {
                            Optional<Ticket> found = super.findTicket(id);
                            schedule.othersFirst(); // before they decide, and before they write what they decided
                            return found;
                        }
                    })
                    .build();
            channel.receive("ana@example.com", "Where is my parcel?");
            desk.runDue();
            Ticket opened = desk.as(MARIA).queue(1).get(0);
            ticket = opened.id();
            ana = opened.customer();
        }

        void looksAndAnswers(Agent agent) {
            read.put(agent, desk.as(agent).getTicket(ticket));
            try {
                var unused = desk.as(agent).reply(ticket, "It left this morning, says " + agent.fullName() + ".");
                refused.put(agent, false);
            } catch (RefusedException e) {
                assertThat(e.code()).isEqualTo(PracticeCode.STALE_REPLY);
                refused.put(agent, true);
            }
        }

        void nobodyAnsweredBlind() {
            Ticket after = desk.as(MARIA).getTicket(ticket);
            for (Agent agent : List.of(MARIA, Story.BEN)) {
                Author author = new Author.ByAgent(agent.id());
                Seen seen = Seen.upTo(read.get(agent).lastMessage().orElseThrow());
                List<Message> unseen = after.unseen(seen, author);
                Optional<Message> answer = after.messages().stream()
                        .filter(message -> message.author().equals(author))
                        .findFirst();
                assertThat(answer.isPresent()).isEqualTo(!refused.get(agent));
                if (answer.isPresent()) {
                    List<Message> all = after.messages();
                    assertThat(unseen).allMatch(message -> all.indexOf(message) > all.indexOf(answer.get()));
                } else {
                    assertThat(unseen).isNotEmpty();
                }
            }
        }
    }

    @Test
    void nobodyAnswersBlindInAnyOrder() throws Exception {
        int orders = new EverySchedule()
                .play(
                        Scene::new,
                        scene -> List.of(
                                () -> scene.looksAndAnswers(MARIA),
                                () -> scene.looksAndAnswers(Story.BEN),
                                () -> scene.desk.forCustomer(scene.ana).write(scene.ticket, "It is broken!")),
                        scene -> () -> {
                            scene.nobodyAnsweredBlind();
                            answers.add((int) scene.refused.values().stream()
                                    .filter(refused -> !refused)
                                    .count());
                            scene.desk.close();
                        });

        assertThat(orders).isGreaterThan(500);
        assertThat(answers).containsExactly(0, 1, 2); // or the orders would not be all
    }
}

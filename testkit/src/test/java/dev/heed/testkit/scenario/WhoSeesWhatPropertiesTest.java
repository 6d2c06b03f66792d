package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.CustomersDesk;
import dev.heed.Helpdesk;
import dev.heed.OrganisationsDesk;
import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Shop;
import dev.heed.spi.id.IdSource;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * Some profiles are linked and parted, join organisations and leave them, write mails, write on pages, have tickets merged,
 * all by chance. Whoever looks sees what a second telling says, which knows nothing but the links and members, and no more.
 */
class WhoSeesWhatPropertiesTest {
    private static final int PROFILES = 6;
    private static final int STEPS = 60;

    @Property(tries = 60)
    void nobodySeesOrJoinsWhatIsOfAnotherPerson(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        try (Play play = new Play(seed)) {
            for (int step = 0; step < STEPS; step++) {
                play.step();
                play.check();
            }
        }
    }

    private static final class Play implements AutoCloseable {
        private final Random chance;
        private final FakeChannel channel = FakeChannel.named("fake");
        private final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
        private final Helpdesk desk;
        private final CustomersDesk customers;
        private final OrganisationsDesk organisations;
        private final List<CustomerId> profiles = new ArrayList<>();
        private final Set<TicketId> tickets = new LinkedHashSet<>();
        private final List<ProfileLink> links = new ArrayList<>();
        private final Map<OrganisationId, Map<CustomerId, Sight>> members = new HashMap<>();
        private int words;

        Play(long seed) {
            chance = new Random(seed);
            desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                    .agent(DeskExtension.MARIA)
                    .channel(channel)
                    .clock(clock)
                    .ids(IdSource.version7(new Random(seed)))
                    .build();
            desk.on(TicketEvent.class, event -> tickets.add(event.ticket()));
            customers = desk.as(DeskExtension.MARIA).customers();
            organisations = desk.backoffice().organisations();
            for (int i = 0; i < PROFILES; i++) {
                profiles.add(CustomerId.of("p-" + i));
                desk.backoffice()
                        .register(Customer.builder("p-" + i).email(address(i)).build());
            }
            for (String name : List.of("acme", "zeta")) {
                organisations.register(Organisation.of(name, name));
                members.put(OrganisationId.of(name), new HashMap<>());
            }
        }

        private static String address(int profile) {
            return "p" + profile + "@example.com";
        }

        private <T> T any(List<T> some) {
            return some.get(chance.nextInt(some.size()));
        }

        void step() {
            clock.advance(Duration.ofMinutes(chance.nextInt(300)));
            int writer = chance.nextInt(PROFILES);
            switch (chance.nextInt(9)) {
                case 0 -> link();
                case 1 -> unlink();
                case 2 -> joinOrLeave();
                case 3 -> channel.receive(address(writer), said(writer));
                case 4, 5 -> mailAboutSomeTicket(writer);
                case 6 -> pageAboutSomeTicket(writer);
                case 7 -> merge();
                default -> answer();
            }
            run();
        }

        /** Who says it is part of what is said. */
        private String said(int writer) {
            return "I am p-" + writer + ", and this is " + ++words + ".";
        }

        private void run() {
            while (!desk.runDue().idle()) {
                // another round
            }
        }

        private void link() {
            CustomerId one = any(profiles);
            CustomerId other = any(profiles);
            if (!one.equals(other)) {
                ProfileLink link = customers.link(one, other, "They said so.");
                if (!links.contains(link)) {
                    links.add(link);
                }
            }
        }

        private void unlink() {
            if (!links.isEmpty()) {
                ProfileLink link = any(links);
                customers.unlink(link, "It was wrong.");
                links.remove(link);
            }
        }

        private void joinOrLeave() {
            OrganisationId organisation = any(new ArrayList<>(members.keySet()));
            CustomerId member = any(profiles);
            if (chance.nextBoolean()) {
                Sight sight = chance.nextBoolean() ? Sight.ALL : Sight.OWN;
                organisations.addMember(organisation, member, sight);
                members.get(organisation).put(member, sight);
            } else {
                organisations.removeMember(organisation, member);
                members.get(organisation).remove(member);
            }
        }

        private void mailAboutSomeTicket(int writer) {
            if (tickets.isEmpty()) {
                return;
            }
            Ticket about = ticket(any(new ArrayList<>(tickets)));
            List<String> names = about.messages().stream()
                    .flatMap(message -> message.reference().stream())
                    .toList();
            channel.receive(channel.message(said(writer))
                    .sender(EmailAddress.of(address(writer)))
                    .answers(names)
                    .build());
        }

        private void pageAboutSomeTicket(int writer) {
            if (tickets.isEmpty()) {
                return;
            }
            TicketId about = any(new ArrayList<>(tickets));
            CustomerDesk page = desk.forCustomer(profiles.get(writer));
            boolean own = person(profiles.get(writer)).contains(ticket(about).customer());
            try {
                if (chance.nextInt(4) == 0) {
                    page.confirmSolved(about);
                } else {
                    page.write(about, said(writer));
                }
                assertThat(own).as("wrote about a ticket of another person").isTrue();
            } catch (NotFoundException e) {
                assertThat(own).as("could not write about an own ticket").isFalse();
            } catch (HeedException e) {
                assertThat(own).isTrue();
            }
        }

        private void merge() {
            if (tickets.size() < 2) {
                return;
            }
            TicketId duplicate = any(new ArrayList<>(tickets));
            TicketId into = any(new ArrayList<>(tickets));
            boolean one =
                    person(ticket(duplicate).customer()).contains(ticket(into).customer());
            try {
                desk.as(DeskExtension.MARIA).mergeInto(duplicate, into, "It is the same.");
                assertThat(one).as("merged tickets of two people").isTrue();
            } catch (HeedException e) {
                // closed, or of two people
            }
        }

        private void answer() {
            if (!tickets.isEmpty()) {
                TicketId id = any(new ArrayList<>(tickets));
                ticket(id);
                try {
                    desk.as(DeskExtension.MARIA).reply(id, "It left this morning.");
                } catch (InvalidInputException e) {
                    assertThat(e).hasMessageContaining("goes on in ticket");
                }
            }
        }

        private Ticket ticket(TicketId id) {
            return desk.as(DeskExtension.MARIA).getTicket(id);
        }

        /** Whoever can be reached over links that hold. */
        private Set<CustomerId> person(CustomerId profile) {
            Set<CustomerId> person = new HashSet<>(Set.of(profile));
            boolean grown = true;
            while (grown) {
                grown = false;
                for (ProfileLink link : links) {
                    if (person.contains(link.one()) || person.contains(link.other())) {
                        grown |= person.add(link.one());
                        grown |= person.add(link.other());
                    }
                }
            }
            return person;
        }

        void check() {
            for (CustomerId profile : profiles) {
                Set<CustomerId> person = person(profile);
                assertThat(customers.person(profile).profiles()).isEqualTo(person);
                sees(desk.forCustomer(profile).tickets(1000), person);
                sees(desk.forCustomer(profile).organisationTickets(1000), colleagues(person));
            }
        }

        private Set<CustomerId> colleagues(Set<CustomerId> person) {
            Set<CustomerId> seen = new HashSet<>();
            for (Map<CustomerId, Sight> organisation : members.values()) {
                for (CustomerId profile : Sets.intersection(organisation.keySet(), person)) {
                    seen.add(profile);
                    seen.addAll(organisation.get(profile) == Sight.ALL ? organisation.keySet() : Set.of());
                }
            }
            return seen;
        }

        /** Exactly the tickets of these profiles, and in each only words of the person whose ticket it is, under these profiles. */
        private void sees(List<CustomerTicket> shown, Set<CustomerId> of) {
            assertThat(shown)
                    .extracting(CustomerTicket::id)
                    .containsExactlyInAnyOrderElementsOf(tickets.stream()
                            .filter(id -> of.contains(ticket(id).customer()))
                            .toList());
            for (CustomerTicket ticket : shown) {
                Set<CustomerId> speakers = person(ticket(ticket.id()).customer());
                Set<CustomerId> visible = Sets.intersection(of, speakers);
                List<String> expected = conversation(ticket.id(), visible).stream()
                        .filter(message ->
                                message.author() instanceof Author.ByCustomer by && visible.contains(by.customer()))
                        .map(Message::text)
                        .toList();
                assertThat(ticket.messages())
                        .filteredOn(CustomerTicket.Line::fromCustomer)
                        .extracting(CustomerTicket.Line::text)
                        .containsExactlyInAnyOrderElementsOf(expected)
                        .allSatisfy(text ->
                                assertThat(visible).anyMatch(speaker -> text.contains("I am " + speaker + ",")));
            }
        }

        /** What was said in a ticket and in duplicates of these profiles, and did not go back with one; of such a duplicate nothing. */
        private List<Message> conversation(TicketId id, Set<CustomerId> visible) {
            if (goesOnIn(id)
                    .filter(there -> visible.contains(ticket(there).customer()))
                    .isPresent()) {
                return List.of();
            }
            List<Message> all = new ArrayList<>();
            Deque<TicketId> open = new ArrayDeque<>(List.of(id));
            while (!open.isEmpty()) {
                TicketId next = open.poll();
                Ticket said = ticket(next);
                said.messages().stream()
                        .filter(message -> said.movedTo(message.id()).isEmpty())
                        .forEach(all::add);
                tickets.stream()
                        .filter(other -> goesOnIn(other).filter(next::equals).isPresent())
                        .filter(other -> visible.contains(ticket(other).customer()))
                        .forEach(open::add);
            }
            return all;
        }

        private Optional<TicketId> goesOnIn(TicketId id) {
            return ticket(id).closing().flatMap(Closing::goesOnIn);
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}

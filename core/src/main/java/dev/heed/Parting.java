package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.HeedException;
import dev.heed.message.Author;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to happen to tickets whose customers are not one person any more: none of them goes on in one of somebody else.
 * What one person has merged herself stays merged. Of one attempt; not thread-safe.
 */
final class Parting {
    private static final int MOST_ATTEMPTS = 50;
    private static final int ALL = Integer.MAX_VALUE;
    /** What was the reason for a link that was wrong is nobody's business in a ticket. */
    private static final String REASON = "Its customer and that of the other ticket are not one person.";

    private final Engine engine;
    private final AgentId by;
    private final Set<LinkId> ended;
    private final Together tickets;
    private final Unmerging unmerging;
    private final Merging merging;
    private final Map<CustomerId, Set<CustomerId>> people = new HashMap<>();
    private final List<Pair> parted = new ArrayList<>();

    private record Pair(TicketId duplicate, TicketId target, boolean onePerson) {}

    /**
     * Before some links end.
     *
     * @param by who says so
     */
    Parting(Engine engine, Collection<ProfileLink> ended, AgentId by) {
        this.engine = engine;
        this.by = by;
        this.ended = ended.stream().map(ProfileLink::id).collect(Collectors.toUnmodifiableSet());
        this.tickets = new Together(engine);
        this.unmerging = new Unmerging(engine, by, REASON, command -> command);
        this.merging = new Merging(engine, by);
    }

    /** Tickets of a person of so far, and those in which they go on. What is merged meanwhile is a reason to begin anew. */
    Together of(Person person) {
        List<Ticket> all = person.profiles().stream()
                .flatMap(profile -> engine.store().list(new TicketQuery.OfCustomer(profile), ALL).stream())
                .toList();
        all.stream().filter(ticket -> ticket.status() != TicketStatus.CLOSED).forEach(tickets::keep);
        for (Ticket ticket : all) {
            if (goesOnWithAStranger(ticket)) {
                part(ticket.id());
            }
            new Conversations(engine)
                    .duplicatesOf(ticket).stream()
                            .filter(this::goesOnWithAStranger)
                            .map(Ticket::id)
                            .forEach(this::part);
        }
        for (int i = parted.size() - 1; i >= 0; i--) {
            mergeAgain(parted.get(i));
        }
        all.forEach(ticket -> endConsents(ticket.id()));
        return tickets;
    }

    /**
     * Parts what is merged with tickets of strangers now, of whichever time.
     *
     * @throws ConflictException if others change those tickets all the time
     */
    static void strangers(Engine engine, Person person, AgentId by) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Parting parting = new Parting(engine, List.of(), by);
            Together tickets = parting.of(person);
            if (parting.isNothing() || tickets.commit(unit -> {}) == CommitResult.COMMITTED) {
                return;
            }
        }
        throw People.busy();
    }

    /** What somebody else has agreed to is destroyed to nobody. */
    private void endConsents(TicketId id) {
        Ticket ticket = tickets.get(id);
        Set<CustomerId> own = afterwards(ticket.customer());
        List<TicketCommand> ends = ticket.understanding().consents().stream()
                .filter(consent -> author(ticket, consent.source())
                        .filter(said -> !own.contains(said))
                        .isPresent())
                .<TicketCommand>map(
                        consent -> new ListeningCommand.WithdrawConsent(consent.step(), new FactSource.ByAgent(by)))
                .toList();
        if (!ends.isEmpty()) {
            tickets.change(id, ends);
        }
    }

    private static Optional<CustomerId> author(Ticket ticket, FactSource source) {
        if (source instanceof FactSource.InAForm form) {
            return Optional.of(form.customer());
        }
        return source instanceof FactSource.Quoted quoted
                ? ticket.messages().stream()
                        .filter(message -> message.id().equals(quoted.message()))
                        .flatMap(message -> message.author() instanceof Author.ByCustomer said
                                ? Stream.of(said.customer())
                                : Stream.empty())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isNothing() {
        return parted.isEmpty() && !tickets.hasEvents();
    }

    private boolean goesOnWithAStranger(Ticket ticket) {
        return !ticket.erased()
                && Conversations.goesOnIn(ticket)
                        .flatMap(engine.store()::findTicket)
                        .filter(target -> !isOfOnePerson(ticket, target))
                        .isPresent();
    }

    private boolean isOfOnePerson(Ticket one, Ticket other) {
        return afterwards(one.customer()).contains(other.customer());
    }

    /** Who is one person with this profile once the links have ended. */
    private Set<CustomerId> afterwards(CustomerId profile) {
        Set<CustomerId> known = people.get(profile);
        if (known != null) {
            return known;
        }
        Set<CustomerId> all = new HashSet<>(Set.of(profile));
        Deque<CustomerId> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (ProfileLink link : engine.store().links(open.remove())) {
                if (link.holds() && !ended.contains(link.id())) {
                    for (CustomerId next : List.of(link.one(), link.other())) {
                        if (all.add(next)) {
                            open.add(next);
                        }
                    }
                }
            }
        }
        all.forEach(one -> people.put(one, all));
        return all;
    }

    /** What it goes on in goes on by itself first. */
    private void part(TicketId id) {
        Conversations.goesOnIn(tickets.get(id)).ifPresent(into -> {
            part(into);
            Ticket duplicate = tickets.get(id);
            Ticket target = tickets.get(into);
            boolean onePerson = isOfOnePerson(duplicate, target);
            tickets.changeBoth(
                    id,
                    unmerging.ofDuplicate(duplicate, target, onePerson),
                    into,
                    Unmerging.isForgotten(target) ? List.of() : unmerging.ofTarget(duplicate, target, onePerson));
            parted.add(new Pair(id, into, onePerson));
        });
    }

    /** What stood in between of one and the same person. Where it can go on no more, it goes on by itself. */
    private void mergeAgain(Pair pair) {
        if (pair.onePerson()) {
            try {
                merging.again(tickets, pair.duplicate(), pair.target(), "Merged as before.");
            } catch (HeedException e) {
                return; // closed meanwhile, or somebody is on the phone about it
            }
        }
    }
}

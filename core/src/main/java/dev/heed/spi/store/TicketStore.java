package dev.heed.spi.store;

import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps everything one shop's desk must not forget. Implementations are thread-safe, pass {@code TicketStoreContract} of
 * the test kit, and never ask a clock.
 *
 * <p>Any method may throw {@link dev.heed.error.StoreException}; after that, nothing of the call has happened, or, for a
 * {@link #commit} whose answer was lost, all of it.
 *
 * <p>What is given to a store comes back as it was given: every part, every letter, every byte, however long. Instants
 * keep their microseconds; what is finer may be cut off, in what is kept and in what is asked for alike, and nothing is
 * rounded up. Names and keys are compared letter by letter. A list that was handed out stays as it was, and changing it,
 * where it can be changed, changes nothing in the store.
 */
public interface TicketStore extends AutoCloseable {

    /** A new number for people to name a ticket by: above zero, never given twice; gaps are allowed. */
    long nextTicketNumber();

    /**
     * Writes everything of a unit of work, or nothing: unless it returns {@link CommitResult#COMMITTED}, not one part of
     * the unit is written. When it does, all readers see it.
     */
    CommitResult commit(UnitOfWork unit);

    /**
     * Whether what this thread commits now stands in a transaction that ends later: one of the caller, or that of {@link
     * #lookAtDue}. Others wait meanwhile for the rows it has written.
     */
    default boolean isJoined() {
        return false;
    }

    /**
     * Runs something once everything that this thread has committed is there for all: at once, unless the store writes in a
     * transaction of the caller, or that of {@link #lookAtDue}. If that is rolled back, it never runs.
     */
    default void afterCommit(Runnable told) {
        told.run();
    }

    /**
     * Hands out tickets that are {@linkplain TicketQuery.Due due}, the earliest first, to somebody who looks at them and
     * commits what is to become of them. A store that several nodes work on hands none out at which another one is looking
     * just now, and writes all that this thread commits in between as one: if {@code look} throws, or the process ends,
     * nothing of it is written, and the tickets are still due.
     *
     * @param now what is due then
     * @param limit how many are handed out at most
     * @param look is not called if none is due
     * @return how many were handed out
     */
    default int lookAtDue(Instant now, int limit, Consumer<List<Ticket>> look) {
        List<Ticket> due = list(new TicketQuery.Due(now), limit);
        if (!due.isEmpty()) {
            look.accept(due);
        }
        return due.size();
    }

    /** The newest committed state of a ticket. */
    Optional<Ticket> findTicket(TicketId id);

    /** All events of a ticket in their order; empty if there is no such ticket. */
    List<TicketEvent> history(TicketId id);

    /**
     * Tickets in the order the query says, at most {@code limit}.
     *
     * @throws dev.heed.error.InvalidInputException if {@code limit} is below one
     */
    List<Ticket> list(TicketQuery query, int limit);

    /**
     * A page of the tickets that a search {@linkplain TicketSearch#matches matches}, in {@linkplain TicketSearch#isBefore its
     * order}: from the first on, or from behind the cursor of the page before. It has {@code limit} tickets, above zero, or
     * all that are left, and a cursor exactly where there are more.
     *
     * <p>Whoever goes on from page to page while others work finds each ticket that matches all the while, and by which what
     * is sorted by does not change, exactly once: by number and by opening, every ticket that matches all the while. One
     * whose {@code CHANGED} or {@code DUE} changes in between is found again if it comes to stand behind the cursor, and is
     * missed if it had stood behind and comes to stand before it. One that begins or ceases to match in between may be found
     * or not; what is found matches when its page is made.
     *
     * @throws dev.heed.error.InvalidInputException if the cursor is of another search, or {@code limit} is below one
     */
    Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit);

    /** How many tickets a search matches, or {@code upTo}, above zero, if there are that many or more. */
    int count(TicketSearch search, int upTo);

    /**
     * The ticket that a name in the world outside was {@linkplain UnitOfWork.Builder#reference tied} to. The same name on
     * another channel is another name.
     */
    Optional<TicketId> findByReference(ChannelId channel, String reference);

    /**
     * The ticket that an inbound message was put into when it was first accepted. The same key on another channel is
     * another message.
     */
    Optional<TicketId> findInbound(InboundKey key);

    /** As {@link #findInbound}, whether the key is kept as it is or in its {@linkplain InboundKey#forgotten forgotten} form. */
    default Optional<TicketId> findAccepted(InboundKey key) {
        return findInbound(key).or(() -> findInbound(key.forgotten()));
    }

    /** A customer by number, and who is one person with her: {@link #findCustomer} and {@link #person} in one look. */
    default Optional<Acquaintance> findAcquaintance(CustomerId id) {
        return findCustomer(id).map(profile -> new Acquaintance(profile, person(id)));
    }

    /** The customer an address belongs to, and who is one person with her. Asked for each message that comes in. */
    default Optional<Acquaintance> findAcquaintance(Address address) {
        return findCustomer(address).map(profile -> new Acquaintance(profile, person(profile.id())));
    }

    /** A customer by number. */
    Optional<Customer> findCustomer(CustomerId id);

    /** The customer an address belongs to. */
    Optional<Customer> findCustomer(Address address);

    /** All profiles that are one person with this one by links that hold; a profile that is not linked is one alone. */
    Person person(CustomerId profile);

    /** As {@link #person}, of the customer an address belongs to. */
    Optional<Person> findPerson(Address address);

    /** The links of one profile, those that have ended too, in the order in which they were made. */
    List<ProfileLink> links(CustomerId profile);

    /**
     * Outgoing work due at or before {@code now}, leased to the caller until {@code now + lease}: no other claim gives it
     * out before then, and its {@linkplain OutboxEntry#attempt attempt} has grown by one. The entries of one ticket are
     * given out strictly in the order in which they were written: none before the earlier ones have been settled. The
     * one due first is at the front, of several the one written first. At most {@code limit} are given out and as many as there are, and none is leased
     * that is not given out.
     */
    List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit);

    /** Outgoing work that was given up, what was given up first at the front; at most {@code limit}. */
    List<OutboxEntry> deadLetters(int limit);

    /** One entry of the outbox, whatever its state. */
    Optional<OutboxEntry> findOutbox(UUID id);

    /** Keeps what could not be read as a message; the same key on the same channel again changes nothing. */
    void keepUnreadable(UnreadableInbound inbound);

    /** What could not be read, in the order in which it came; at most {@code limit}. */
    List<UnreadableInbound> unreadable(int limit);

    /**
     * Ties keys to holders for good: the first to come keeps a key, compared letter by letter. If somebody else holds one
     * of them, none is tied.
     *
     * @param holders each key with the holder who wants it
     * @return the keys that somebody else holds, with these others; empty if all are tied as asked
     */
    Map<String, String> claim(Map<String, String> holders);

    /** Who is away, in the order in which it was written down; one that is over may be forgotten. */
    List<Absence> absences();

    /** A document by its name. */
    Optional<StoredDocument> findDocument(String kind, String id);

    /** The documents of a kind that belong to an owner, in the order of their ids, letter by letter; at most {@code limit}. */
    List<StoredDocument> documents(String kind, String owner, int limit);

    /** Frees what the store holds open. Called once, by the desk that was given the store. */
    @Override
    default void close() {}
}

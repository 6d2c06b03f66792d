package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.privacy.PersonExport;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.template.Texts;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of a ticket is shown to customers: what they and the shop have said to each other, in it and in the duplicates that
 * go on in it; nothing of somebody who was only taken for the same person, and nothing private where a colleague looks.
 */
final class ShownToCustomers {
    private static final Set<FactKind> GIVEN = EnumSet.of(FactKind.PROVIDED, FactKind.TRIED);

    private final Engine engine;

    ShownToCustomers(Engine engine) {
        this.engine = engine;
    }

    /**
     * A ticket as it is shown.
     *
     * @param ticket one whose profile is among those seen
     * @param seen the profiles whose tickets who looks may see
     */
    CustomerTicket of(Ticket ticket, Set<CustomerId> seen, Texts texts) {
        Person person = engine.store().person(ticket.customer());
        Predicate<CustomerId> speaks = profile -> seen.contains(profile) && person.has(profile);
        Predicate<Ticket> visible = other -> speaks.test(other.customer());
        Optional<TicketId> goesOnIn = Conversations.goesOnIn(ticket)
                .flatMap(engine.store()::findTicket)
                .filter(visible)
                .map(Ticket::id);
        List<Conversation.Entry> said = goesOnIn.isPresent()
                ? List.of() // each message is shown once, where it goes on
                : new Conversations(engine).of(ticket, visible).entries();
        List<Conversation.Entry> byThem =
                said.stream().filter(entry -> isSaidBy(speaks, entry.message())).toList();
        CustomerTicket.Told told = new CustomerTicket.Told(statement(ticket, speaks), promises(ticket, speaks));
        return CustomerTicket.of(ticket, byThem, told, goesOnIn, texts, engine.now());
    }

    /** How the shop has told the customer that it understands the problem; not what it has told somebody else. */
    Optional<ProblemStatement> statement(Ticket ticket) {
        return statement(ticket, engine.store().person(ticket.customer())::has);
    }

    private Optional<ProblemStatement> statement(Ticket ticket, Predicate<CustomerId> speaks) {
        return ticket.understanding().statement().filter(told -> isOf(speaks, told.duplicate()));
    }

    private List<Promise> promises(Ticket ticket, Predicate<CustomerId> speaks) {
        return ticket.promises().stream()
                .filter(promise -> isOf(speaks, ticket.structure().owedFor(promise.id())))
                .toList();
    }

    /**
     * A person does nothing about a promise that she is not shown, or that there is not.
     *
     * @throws NotFoundException if it is not shown to her
     */
    void requireShown(Ticket ticket, Person person, PromiseId id) {
        if (promises(ticket, person::has).stream()
                .noneMatch(promise -> promise.id().equals(id))) {
            throw new NotFoundException(
                    "Ticket " + ticket.id() + " has no promise " + id + ".",
                    "Use an id from the promises() of the ticket.");
        }
    }

    /** Whether what stands under a name was given by this person, as far as it is known by whom. */
    boolean mayTakeBack(Ticket ticket, Person person, FactKind kind, FactKey key) {
        return ticket.facts()
                .find(kind, key)
                .filter(fact -> isGiven(
                        ticket, person, fact.source(), ticket.structure().cameWith(fact)))
                .isPresent();
    }

    /** What of a ticket is a person's to take along: what was said, told, promised and given, by her or to her. */
    PersonExport.Content content(Ticket ticket, Person person) {
        Predicate<Fact> herOwn = fact -> GIVEN.contains(fact.kind())
                && isGiven(ticket, person, fact.source(), ticket.structure().cameWith(fact));
        return new PersonExport.Content(
                ticket.messages().stream()
                        .filter(message -> isOf(person, message))
                        .toList(),
                statement(ticket, person::has),
                promises(ticket, person::has).stream()
                        .filter(ShownToCustomers::isShown)
                        .toList(),
                ticket.facts().history().stream().filter(herOwn).toList(),
                ticket.understanding().consents().stream()
                        .filter(consent -> isGiven(
                                ticket,
                                person,
                                consent.source(),
                                ticket.structure().cameWith(consent)))
                        .toList());
    }

    /** Whether she gave it herself. Who called nobody has noted, so that the ticket tells. */
    private boolean isGiven(Ticket ticket, Person person, FactSource source, Optional<TicketId> cameWith) {
        if (!isOf(person::has, cameWith) || source instanceof FactSource.ByAgent) {
            return false;
        } else if (source instanceof FactSource.InAForm form) {
            return person.has(form.customer());
        }
        return !(source instanceof FactSource.Quoted quoted)
                || Stream.concat(Stream.of(ticket), quoted.duplicate().flatMap(engine.store()::findTicket).stream())
                        .flatMap(said -> said.messages().stream())
                        .anyMatch(message -> message.id().equals(quoted.message()) && isOf(person, message));
    }

    private boolean isOf(Predicate<CustomerId> speaks, Optional<TicketId> toldIn) {
        return toldIn.isEmpty()
                || toldIn.flatMap(engine.store()::findTicket)
                        .filter(other -> speaks.test(other.customer()))
                        .isPresent();
    }

    /** Whether it is a person's own, or was said by the shop; not if somebody wrote it who was only taken for that person. */
    static boolean isOf(Person person, Message message) {
        return isSaidBy(person::has, message);
    }

    private static boolean isSaidBy(Predicate<CustomerId> speaks, Message message) {
        return !(message.author() instanceof Author.ByCustomer by) || speaks.test(by.customer());
    }

    /** Whether a person of the shop gave the customer that word; the others are how Heed keeps what it owes. */
    static boolean isShown(Promise promise) {
        return promise.kind().madeByAgents();
    }
}

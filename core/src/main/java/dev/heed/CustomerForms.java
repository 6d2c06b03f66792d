package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import dev.heed.people.Customer;
import dev.heed.people.Person;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How what a customer does on the page without a message comes into a ticket. Who acts is on record, under whichever profile. */
final class CustomerForms {
    private static final int MOST_ATTEMPTS = 50;

    private final Customer customer;
    private final Person person;
    private final Policies policies;
    private final Engine engine;

    CustomerForms(Customer customer, Person person, Policies policies, Engine engine) {
        this.customer = customer;
        this.person = person;
        this.policies = policies;
        this.engine = engine;
    }

    /** As good as a message: nobody is reminded who has said something. */
    Ticket say(Supplier<Ticket> own, Function<FactSource, ListeningCommand> what) {
        return change(own, form -> new ListeningCommand.SayInForm(what.apply(form), expected(own)), true);
    }

    private ExpectedReply expected(Supplier<Ticket> own) {
        Ticket end = engine.wayFrom(own.get().id()).orElseThrow().end();
        return policies.expectedReply(customer, end.channel(), Optional.of(end), engine.now());
    }

    /** Where a duplicate goes on, it is said of that. */
    Ticket change(Supplier<Ticket> own, Function<FactSource, TicketCommand> command) {
        return change(own, command, false);
    }

    private Ticket change(Supplier<Ticket> own, Function<FactSource, TicketCommand> command, boolean reopens) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) { // it may be merged meanwhile
            StoreReads.Way way = engine.wayFrom(own.get().id()).orElseThrow();
            if (reopens) {
                requireReopens(way.end());
            }
            FactSource form = new FactSource.InAForm(customer.id(), way.via());
            Engine.Outcome outcome = engine.tryChange(way.end(), Engine.Plan.of(byPerson(command.apply(form))));
            if (outcome.result() == CommitResult.COMMITTED) {
                return outcome.ticket();
            }
        }
        throw new ConflictException(
                "What was said about ticket " + own.get().id() + " could not be kept, because it changes all the time.",
                "Try again in a moment.");
    }

    private void requireReopens(Ticket ticket) {
        if (!policies.reopens(ticket, engine.now())) {
            throw new InvalidInputException(
                    "Ticket " + ticket.number() + " was closed too long ago.",
                    "Write with write(…), which goes on in a new ticket.");
        }
    }

    /** A consent stands where it was given: before a merge in the duplicate, since then where that goes on. */
    Ticket withdraw(Supplier<Ticket> own, FactKey step) {
        Ticket given = own.get();
        Ticket goesOn = engine.goesOnIn(given.id()).orElseThrow();
        boolean here = given.understanding().hasConsent(step) && !goesOn.id().equals(given.id());
        Ticket after = here
                ? changeHere(given, new ListeningCommand.WithdrawConsent(step, new FactSource.InAForm(customer.id())))
                : goesOn;
        return here && !goesOn.understanding().hasConsent(step)
                ? after
                : say(own, form -> new ListeningCommand.WithdrawConsent(step, form));
    }

    /** In this very ticket, wherever it goes on. */
    Ticket changeHere(Ticket ticket, TicketCommand command) {
        return engine.change(ticket.id(), before -> Engine.Plan.of(byPerson(command)));
    }

    private TicketCommand byPerson(TicketCommand command) {
        return new TicketCommand.ByPerson(person, command);
    }
}

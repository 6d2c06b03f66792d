package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.people.Person;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.RootCauses;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an agent does with what a customer has said: keeps it on the fact sheet of the ticket, so that nobody asks again.
 * Got from {@link AgentDesk#listening}. What changes a ticket gives it back as it is afterwards. Thread-safe.
 *
 * <p>Keys are names such as {@code order-number} and {@code restart-router}; other words are put into that form.
 */
public final class ListeningDesk {
    private final Actor actor;
    private final AgentId agent;
    private final Answering answering;

    ListeningDesk(Actor actor, Post post) {
        this.actor = actor;
        this.agent = actor.person().id();
        this.answering = new Answering(actor, post);
    }

    /**
     * Notes what the customer has written.
     *
     * @param kind whether it was provided, was tried, or proves something
     * @param value the data, or what was tried; not blank
     * @param message in which message of the ticket
     * @param quotation the very words, a part of its text
     * @throws InvalidInputException if the words do not stand there, the message is not the customer's, or key or value
     *     have nothing in them
     * @throws NotFoundException if the ticket has no such message
     */
    public Ticket noteWritten(
            TicketId id, FactKind kind, String key, String value, MessageId message, String quotation) {
        actor.may(Permission.NOTE);
        return note(id, kind, key, value, quoted(id, message, quotation));
    }

    /**
     * Notes what the customer has said on the phone.
     *
     * @param kind whether it was provided, was tried, or proves something
     * @param value the data, or what was tried; not blank
     * @throws InvalidInputException if nobody has talked with the customer, or key or value have nothing in them
     */
    public Ticket noteSpoken(TicketId id, FactKind kind, String key, String value) {
        actor.may(Permission.NOTE);
        return note(id, kind, key, value, new FactSource.OnThePhone(agent));
    }

    /**
     * Notes what the agent has found.
     *
     * @param kind whether it was provided, was tried, or proves something
     * @param value the data, or what was found; not blank
     * @throws InvalidInputException if key or value have nothing in them
     */
    public Ticket noteFound(TicketId id, FactKind kind, String key, String value) {
        actor.may(Permission.NOTE);
        return note(id, kind, key, value, new FactSource.ByAgent(agent));
    }

    /**
     * Notes that the agent has looked something up, as evidence. Before something is denied, somebody has to look after the
     * customer has last written: else the answer is refused with {@code UNSUPPORTED_DENIAL}.
     *
     * @param where such as “payments”
     * @param what what was looked for; not blank
     * @param result what was found; not blank
     * @throws InvalidInputException if one of them has nothing in it, or {@code where} is long
     */
    public Ticket lookedUp(TicketId id, String where, String what, String result) {
        actor.may(Permission.NOTE);
        if (what.isBlank() || result.isBlank()) {
            throw new InvalidInputException(
                    "The look-up does not say for what, or what was found.", "Say both; “nothing” is a result.");
        }
        return change(id, () -> ListeningCommand.NoteFact.lookedUp(where, what + ": " + result, agent));
    }

    /**
     * Says that a fact is wrong, or does not hold any more, so that it may be asked for, or suggested, again. It stays in
     * {@code facts().history()}.
     *
     * @param reason why, for those who read it later; not blank
     * @throws NotFoundException if nothing of this kind holds under this name
     */
    public Ticket outdate(TicketId id, FactKind kind, String key, String reason) {
        actor.may(Permission.NOTE);
        requireNonNull(kind, "kind");
        return change(id, new ListeningCommand.OutdateFact(kind, FactKey.of(key), Optional.of(agent), reason));
    }

    /**
     * Says on the phone, in the agent's own words, what the problem is. In writing, {@link
     * dev.heed.message.Reply#rephrasing} does so.
     *
     * @throws dev.heed.error.RefusedException if a house rule refuses the words, which stand on the customer's page
     * @throws InvalidInputException if nobody talks with the customer right now, or the text is blank
     */
    public Ticket rephrasedOnThePhone(TicketId id, String problem) {
        actor.may(Permission.ANSWER);
        TicketCommand rephrase = new ListeningCommand.Rephrase(agent, problem);
        return actor.glanced(actor.engine().change(id, ticket -> {
            List<TicketCommand> commands = new ArrayList<>(answering.rephrasing(ticket, problem));
            commands.add(actor.inSpite(rephrase));
            return new Engine.Plan(commands, (after, unit) -> {});
        }));
    }

    /**
     * The customer has written that the problem is understood.
     *
     * @param message in which message of the ticket
     * @param quotation the very words, a part of its text
     * @throws InvalidInputException if the words do not stand there, nobody has said how the shop understands it, or the
     *     customer has said that it is another problem
     * @throws NotFoundException if the ticket has no such message
     */
    public Ticket statementConfirmed(TicketId id, MessageId message, String quotation) {
        actor.may(Permission.NOTE);
        return change(id, new ListeningCommand.ConfirmStatement(quoted(id, message, quotation)));
    }

    /**
     * As {@link #statementConfirmed}, on the phone.
     *
     * @throws InvalidInputException also if nobody has talked with the customer
     */
    public Ticket statementConfirmedOnThePhone(TicketId id) {
        actor.may(Permission.NOTE);
        return change(id, new ListeningCommand.ConfirmStatement(new FactSource.OnThePhone(agent)));
    }

    /**
     * The customer has written that it is another problem. What was found out so far does not count any more.
     *
     * @param message in which message of the ticket
     * @param quotation the very words, a part of its text
     * @throws InvalidInputException if the words do not stand there, or nobody has said how the shop understands it
     * @throws NotFoundException if the ticket has no such message
     */
    public Ticket statementCorrected(TicketId id, MessageId message, String quotation) {
        actor.may(Permission.NOTE);
        return change(id, new ListeningCommand.CorrectStatement(quoted(id, message, quotation), Optional.of(message)));
    }

    /**
     * As {@link #statementCorrected}, on the phone.
     *
     * @throws InvalidInputException also if nobody has talked with the customer
     */
    public Ticket statementCorrectedOnThePhone(TicketId id) {
        actor.may(Permission.NOTE);
        return change(id, new ListeningCommand.CorrectStatement(new FactSource.OnThePhone(agent), Optional.empty()));
    }

    /**
     * Says what lies behind the problem; {@code unknown} if nobody knows yet.
     *
     * @param cause one of {@link #rootCauses}, such as {@code shipping/carrier-lost}
     * @throws InvalidInputException if the shop has declared no such cause; it names the one that is most like it
     */
    public Ticket rootCause(TicketId id, String cause) {
        actor.may(Permission.FILE);
        RootCauses causes = actor.policies().hearing().rootCauses();
        return change(id, () -> new ListeningCommand.FindRootCause(causes.get(cause), agent));
    }

    /** The causes that the shop tells apart. */
    public RootCauses rootCauses() {
        actor.may(Permission.READ);
        return actor.policies().hearing().rootCauses();
    }

    /**
     * The steps for a ticket that nobody has tried yet, the simplest first.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<Step> nextSteps(TicketId id) {
        actor.may(Permission.READ);
        return playbook().untried(actor.engine().ticket(id));
    }

    /**
     * The customer has written that a step that destroys something may be done.
     *
     * @param step its id
     * @param message in which message of the ticket
     * @param quotation the very words, a part of its text; whole words, one of them of two letters at least
     * @throws InvalidInputException if the words do not stand there, or are pieces of words
     * @throws NotFoundException if the ticket has no such message, or no playbook such a step; it names those that there are
     */
    public Ticket consentWritten(TicketId id, String step, MessageId message, String quotation) {
        actor.may(Permission.ANSWER);
        return change(id, () -> new ListeningCommand.GiveConsent(step(step).id(), quoted(id, message, quotation)));
    }

    /**
     * As {@link #consentWritten}, on the phone.
     *
     * @throws InvalidInputException if nobody has talked with the customer
     */
    public Ticket consentSpoken(TicketId id, String step) {
        actor.may(Permission.ANSWER);
        return change(id, () -> new ListeningCommand.GiveConsent(step(step).id(), new FactSource.OnThePhone(agent)));
    }

    /**
     * The customer has written that the step may not be done.
     *
     * @param step its id
     * @param message in which message of the ticket
     * @param quotation the very words, a part of its text
     * @throws InvalidInputException if the words do not stand there
     * @throws NotFoundException if the ticket has no such message, or no consent to this step that stands
     */
    public Ticket consentWithdrawn(TicketId id, String step, MessageId message, String quotation) {
        actor.may(Permission.ANSWER);
        return change(id, new ListeningCommand.WithdrawConsent(FactKey.of(step), quoted(id, message, quotation)));
    }

    /**
     * As {@link #consentWithdrawn}, on the phone.
     *
     * @throws InvalidInputException if nobody has talked with the customer
     */
    public Ticket consentWithdrawnOnThePhone(TicketId id, String step) {
        actor.may(Permission.ANSWER);
        return change(id, new ListeningCommand.WithdrawConsent(FactKey.of(step), new FactSource.OnThePhone(agent)));
    }

    /**
     * A step of a playbook was done. It stands on the fact sheet as tried; consent and approval are used up by it.
     *
     * @param step its id
     * @param what what came of it; not blank
     * @throws dev.heed.error.RefusedException with {@code DESTRUCTIVE_STEP_UNAPPROVED} if it destroys something and the
     *     customer's consent, or the approval of a second person, is missing
     * @throws NotFoundException if no playbook has such a step; it names those that there are
     */
    public Ticket stepDone(TicketId id, String step, String what) {
        actor.may(Permission.ANSWER);
        return change(id, () -> {
            Step known = step(step);
            boolean destructive = known.invasiveness() == Invasiveness.DESTRUCTIVE;
            return new ListeningCommand.DoStep(known.id(), destructive, agent, what);
        });
    }

    private Step step(String id) {
        return playbook().get(FactKey.of(id));
    }

    private Playbook playbook() {
        return actor.policies().hearing().playbook();
    }

    /**
     * Says how urgent it is. It may be raised without a word.
     *
     * @throws dev.heed.error.RefusedException with {@code LOWERED_WITHOUT_REASON}, which warns, if it is less than before
     */
    public Ticket priority(TicketId id, Priority priority) {
        actor.may(Permission.FILE);
        return change(id, new ListeningCommand.SetPriority(requireNonNull(priority, "priority"), agent, ""));
    }

    /**
     * Says how urgent it is, and why.
     *
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket priority(TicketId id, Priority priority, String reason) {
        actor.may(Permission.FILE);
        requireWords(reason);
        return change(id, new ListeningCommand.SetPriority(requireNonNull(priority, "priority"), agent, reason));
    }

    /**
     * Says how the customer feels. It may be raised without a word.
     *
     * @throws dev.heed.error.RefusedException with {@code LOWERED_WITHOUT_REASON}, which warns, if it is less than before
     */
    public Ticket mood(TicketId id, Mood mood) {
        actor.may(Permission.FILE);
        return change(id, new ListeningCommand.SetMood(requireNonNull(mood, "mood"), agent, ""));
    }

    /**
     * Says how the customer feels, and why.
     *
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket mood(TicketId id, Mood mood, String reason) {
        actor.may(Permission.FILE);
        requireWords(reason);
        return change(id, new ListeningCommand.SetMood(requireNonNull(mood, "mood"), agent, reason));
    }

    private static void requireWords(String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException("The reason has no words.", "Say why, or leave the reason out.");
        }
    }

    /** Of the customer, and not of somebody who was only taken for her. */
    private FactSource quoted(TicketId id, MessageId message, String quotation) {
        Ticket ticket = actor.engine().ticket(id);
        Person person = actor.engine().store().person(ticket.customer());
        if (ticket.messages().stream()
                .anyMatch(said -> said.id().equals(message) && !ShownToCustomers.isOf(person, said))) {
            throw new InvalidInputException(
                    "Message " + message + " was written by somebody who is not the customer of ticket "
                            + ticket.number() + ".",
                    "Quote what the customer wrote; split off what is somebody else's with structure().split(…).");
        }
        return new FactSource.Quoted(message, quotation, Optional.of(agent), Optional.empty());
    }

    private Ticket note(TicketId id, FactKind kind, String key, String value, FactSource source) {
        requireNonNull(kind, "kind");
        return change(id, new ListeningCommand.NoteFact(kind, FactKey.of(key), value, source));
    }

    private Ticket change(TicketId id, TicketCommand command) {
        return actor.change(id, command);
    }

    /** What is decided only when it is known that there is such a ticket. */
    private Ticket change(TicketId id, Supplier<TicketCommand> command) {
        actor.engine().ticket(id);
        return change(id, command.get());
    }
}

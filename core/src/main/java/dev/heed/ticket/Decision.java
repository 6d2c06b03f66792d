package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.Severity;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.NoteAdded;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;

/** The pure function from a ticket, a command and a context to events: what was said, and where the rest is decided. */
final class Decision {
    private final Steps steps;
    private final TicketState state;

    Decision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    static Steps open(TicketCommand.Open open, Context context) {
        TicketOpened opened = new TicketOpened(
                open.ticket(),
                context.now(),
                open.number(),
                open.customer(),
                open.address(),
                open.channel(),
                open.subject(),
                open.follows());
        Steps steps = Steps.opening(opened, context);
        steps.add(new MessageReceived(open.ticket(), context.now(), open.message()));
        steps.expect(open.expected());
        return steps;
    }

    void on(TicketCommand command) {
        if (command instanceof TicketCommand.Receive receive) {
            receive(receive);
        } else if (command instanceof TicketCommand.Acknowledge acknowledge) {
            acknowledge(acknowledge);
        } else if (command instanceof TicketCommand.WithholdAcknowledgement withhold) {
            steps.add(new AcknowledgementWithheld(steps.id, steps.now, withhold.reason()));
        } else if (command instanceof TicketCommand.Answer answer) {
            new AnswerDecision(steps).answer(answer);
        } else if (command instanceof TicketCommand.BotMessage bot) {
            steps.add(new BotWrote(steps.id, steps.now, bot.message()));
        } else if (command instanceof TicketCommand.AddNote note) {
            steps.add(new NoteAdded(steps.id, steps.now, note.message()));
        } else if (command instanceof TicketCommand.Dispute dispute) {
            dispute(dispute);
        } else if (command instanceof TicketCommand.Overrule overrule) {
            overrule(overrule);
        } else if (!new DeliveryDecision(steps).on(command) && !new OwnershipDecision(steps).on(command)) {
            new ClosingDecision(steps).on(command);
        }
    }

    private void receive(TicketCommand.Receive receive) {
        boolean automatic = receive.message().automatic();
        boolean resting = state.status == TicketStatus.SOLVED || state.status == TicketStatus.CLOSED;
        if (resting && !automatic) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        steps.add(new MessageReceived(steps.id, steps.now, receive.message()));
        if (receive.disputes() && !automatic && !state.disputed) {
            steps.add(new Disputed(steps.id, steps.now));
        }
        if (state.expected == null && !automatic) {
            steps.expect(receive.expected());
        }
    }

    private void dispute(TicketCommand.Dispute dispute) {
        ClosingDecision.requireCustomer(state, dispute.customer());
        if (!state.disputed && state.status != TicketStatus.CLOSED) {
            steps.add(new Disputed(steps.id, steps.now));
        }
    }

    private void acknowledge(TicketCommand.Acknowledge acknowledge) {
        ExpectedReply told = state.expected;
        if (told != null) {
            steps.add(new Acknowledged(steps.id, steps.now, acknowledge.message(), told));
        }
    }

    private void overrule(TicketCommand.Overrule overrule) {
        requireWords(overrule.reason(), "An override");
        if (overrule.code().severity() == Severity.BLOCKS) {
            throw steps.refused(overrule.code(), "is kept by a rule that nobody can override.", "Do what it asks for.");
        }
        steps.overrule(overrule);
        on(overrule.command());
    }

    static void requireWords(String reason, String what) {
        if (reason.isBlank()) {
            throw new InvalidInputException(what + " has no reason.", "Say why, for those who read it later.");
        }
    }
}

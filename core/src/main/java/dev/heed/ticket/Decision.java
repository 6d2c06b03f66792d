package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.Severity;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.MessageReceived;
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

    static Steps open(LifecycleCommand.Open open, Context context) {
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
        ClosingDecision.requireNotErased(steps, command);
        if (command instanceof ConversationCommand said) {
            said(said);
        } else if (command instanceof DeliveryCommand sent) {
            new DeliveryDecision(steps).on(sent);
        } else if (command instanceof OwnershipCommand owned) {
            new OwnershipDecision(steps).on(owned);
        } else if (command instanceof PromiseCommand promised) {
            new PromiseDecision(steps).on(promised);
        } else if (command instanceof CallCommand spoken) {
            new CallDecision(steps).on(spoken);
        } else if (command instanceof LifecycleCommand moved) {
            new LifecycleDecision(steps).on(moved);
        } else if (command instanceof NoteCommand noted) {
            new NoteDecision(steps).on(noted);
        } else if (command instanceof StructureCommand related) {
            new StructureDecision(steps).on(related);
        } else if (command instanceof TimeCommand passed) {
            new TimeDecision(steps).on(passed);
        } else if (command instanceof FilingCommand filed) {
            new FilingDecision(steps).on(filed);
        } else if (command instanceof OutgoingCommand going) {
            new OutgoingDecision(steps).on(going);
        } else if (command instanceof ListeningCommand heard) {
            new ListeningDecision(steps).on(heard);
        } else if (command instanceof ApprovalCommand approval) {
            new ApprovalDecision(steps).on(approval);
        } else if (command instanceof ServiceCommand service) {
            new ServiceDecision(steps).on(service);
        } else if (command instanceof SnoozeCommand snooze) {
            new SnoozeDecision(steps).on(snooze);
        } else {
            around(command);
        }
    }

    /** What stands around another command. */
    private void around(TicketCommand command) {
        if (command instanceof TicketCommand.Warn warn) {
            steps.warn(warn.finding());
        } else if (command instanceof TicketCommand.Overrule overrule) {
            overrule(overrule);
        } else if (command instanceof TicketCommand.ByPerson by) {
            steps.isOf(by.person());
            on(by.command());
        }
    }

    private void said(ConversationCommand command) {
        if (command instanceof ConversationCommand.Receive receive) {
            receive(receive);
        } else if (command instanceof ConversationCommand.Acknowledge acknowledge) {
            acknowledge(acknowledge);
        } else if (command instanceof ConversationCommand.WithholdAcknowledgement withhold) {
            steps.add(new AcknowledgementWithheld(steps.id, steps.now, withhold.reason()));
        } else if (command instanceof ConversationCommand.Answer answer) {
            new AnswerDecision(steps).answer(answer);
        } else if (command instanceof ConversationCommand.BotMessage bot) {
            steps.add(new BotWrote(steps.id, steps.now, bot.message()));
        }
    }

    private void receive(ConversationCommand.Receive receive) {
        boolean automatic = receive.message().automatic();
        boolean resting = state.status == TicketStatus.SOLVED || state.status == TicketStatus.CLOSED;
        if (resting && !automatic) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        steps.add(new MessageReceived(steps.id, steps.now, receive.message(), receive.via()));
        if (!automatic) {
            OutgoingDecision.customerWrote(steps);
        }
        if (receive.disputes() && !automatic && !state.disputed) {
            steps.add(new Disputed(steps.id, steps.now));
        }
        if (state.expected == null && !automatic) {
            steps.expect(receive.expected());
        }
    }

    private void acknowledge(ConversationCommand.Acknowledge acknowledge) {
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

package dev.heed.examples.firstanswer;

import dev.heed.Helpdesk;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of everything, in figures. */
final class Ending {
    private static final int MOST_NAMED = 50;

    private final OwnMails own;
    private final Transcript transcript;
    private final Map<String, Integer> withheld = new TreeMap<>();
    private int opened;
    private int received;
    private int acknowledged;

    Ending(OwnMails own, Transcript transcript) {
        this.own = own;
        this.transcript = transcript;
    }

    /** Counts from now on what happens at the desk. */
    void watch(Helpdesk desk) {
        desk.on(LifecycleEvent.TicketOpened.class, event -> opened++)
                .on(ConversationEvent.MessageReceived.class, event -> received++)
                .on(ConversationEvent.Acknowledged.class, event -> acknowledged++)
                .on(
                        ConversationEvent.AcknowledgementWithheld.class,
                        event -> withheld.merge(event.reason().replaceAll(": .*", "."), 1, Integer::sum));
    }

    /** Says it; gives the exit status. */
    int tell(Helpdesk desk) {
        transcript.chapter("In the end");
        int kept = desk.backoffice().unreadable().size();
        transcript.line(Words.count(own.delivered(), "mail") + " handed in: " + Words.count(opened, "ticket")
                + " opened, " + (received - opened) + " added to tickets, " + kept + " kept as unreadable, "
                + own.known().size() + " known already.");
        name("known already, the same sender, date, subject and text came before", own.known());
        transcript.line(Words.count(acknowledged, "ticket") + " acknowledged.");
        withheld.forEach((reason, number) -> transcript.line(number + " not acknowledged: " + reason));
        int dead = desk.backoffice().deadLetters().size();
        if (dead > 0) {
            transcript.line(Words.count(dead, "message") + " of the shop could not be sent:");
            desk.backoffice().deadLetters().stream()
                    .map(entry -> entry.reason().orElse("no reason is known"))
                    .distinct()
                    .forEach(reason -> transcript.line("  " + reason));
        }
        List<String> reasons = own.notDelivered().entrySet().stream()
                .map(mail -> mail.getKey() + ": " + mail.getValue())
                .toList();
        name("not delivered", reasons);
        return lost();
    }

    private int lost() {
        List<String> never = own.neverArrived();
        List<String> untaken = own.notTaken();
        if (own.delivered() == 0) {
            transcript.failure("No mail was delivered, so there was nothing to do.");
            return FirstAnswer.COULD_NOT;
        }
        int lost = never.size() + untaken.size();
        if (lost == 0) {
            transcript.line("No mail was lost.");
            return FirstAnswer.WELL;
        }
        transcript.line("LOST: " + Words.count(lost, "mail") + ".");
        name("taken by the mail server, never seen in the mailbox (does mail for --address arrive there?)", never);
        name("in the mailbox, but Heed made nothing of it", untaken);
        return FirstAnswer.LOST;
    }

    private void name(String what, List<String> names) {
        names.stream().limit(MOST_NAMED).forEach(name -> transcript.line("  " + what + ": " + name));
        if (names.size() > MOST_NAMED) {
            transcript.line("  … and " + (names.size() - MOST_NAMED) + " more.");
        }
    }
}

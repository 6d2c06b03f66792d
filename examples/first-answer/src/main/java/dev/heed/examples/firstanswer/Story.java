package dev.heed.examples.firstanswer;

import dev.heed.AgentDesk;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.RunReport;
import dev.heed.error.RefusedException;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a customer's first mail to the closed ticket. */
final class Story {
    private static final int MOST_SHOWN = 8;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private static final String WORDS =
            "Dear {{customer.name | default: \"customer\"}},\n\nyour parcel left our warehouse this morning "
                    + "and will be with you tomorrow before noon.";

    private final Helpdesk desk;
    private final Agent maria;
    private final Submission submission;
    private final OwnMails own;
    private final Transcript transcript;
    private final InstantSource clock;
    private final Patience patience;

    Story(
            Helpdesk desk,
            Agent maria,
            Submission submission,
            OwnMails own,
            Transcript transcript,
            InstantSource clock,
            Patience patience) {
        this.desk = desk;
        this.maria = maria;
        this.submission = submission;
        this.own = own;
        this.transcript = transcript;
        this.clock = clock;
        this.patience = patience;
    }

    /** Tells the story. */
    void tell(String shop, List<CustomerMails.Source> mails, String where) throws InterruptedException {
        transcript.chapter("Customers write to " + shop);
        mails.forEach(this::handIn);
        transcript.line(Words.count(own.delivered(), "mail") + " handed in at " + where + ".");
        int missing = own.notDelivered().size();
        if (missing > 0) {
            transcript.line(Words.count(missing, "mail") + " not delivered; the end says which and why.");
        }
        if (own.delivered() == 0) {
            return;
        }
        fetchAll();
        transcript.chapter("Heed fetches them, opens tickets and says when an answer comes");
        List<Ticket> queue = desk.as(maria).queue(Integer.MAX_VALUE);
        queue.stream().limit(MOST_SHOWN).forEach(this::show);
        if (queue.size() > MOST_SHOWN) {
            transcript.line("… and " + Words.count(queue.size() - MOST_SHOWN, "ticket") + " more.");
        }
        Optional<Ticket> first = queue.stream().filter(this::answerable).findFirst();
        if (first.isPresent()) {
            converse(first.get(), shop);
        } else {
            transcript.line("None of the mails came from a person who left an address, so nobody is answered.");
        }
    }

    private void handIn(CustomerMails.Source mail) {
        byte[] bytes;
        try {
            bytes = mail.bytes();
        } catch (IOException e) {
            own.notDelivered(mail.name(), "the file cannot be read: " + e.getMessage());
            return;
        }
        handIn(mail.name(), bytes);
    }

    private boolean handIn(String name, byte[] mail) {
        String mark = own.nextMark();
        try {
            submission.handIn(mail, mark);
        } catch (Submission.NotDelivered e) {
            own.notDelivered(name, e.reason());
            return false;
        }
        own.handedIn(mark, name);
        return true;
    }

    private boolean answerable(Ticket ticket) {
        return ticket.address().isPresent() && !ticket.messages().get(0).automatic();
    }

    private void show(Ticket ticket) {
        Message first = ticket.messages().get(0);
        transcript.brief(
                "Ticket " + ticket.number() + "  " + (ticket.subject().isBlank() ? "(no subject)" : ticket.subject()));
        first.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .forEach(line -> transcript.brief("  | " + line));
        first.remarks().forEach(remark -> transcript.line("  note: " + remark));
        ticket.expected().ifPresent(expected -> transcript.line("  answer due " + when(expected)));
        desk.as(maria).history(ticket.id()).stream()
                .filter(ConversationEvent.AcknowledgementWithheld.class::isInstance)
                .map(ConversationEvent.AcknowledgementWithheld.class::cast)
                .forEach(event -> transcript.line("  not acknowledged: " + event.reason()));
    }

    private static String when(ExpectedReply expected) {
        return WHEN.format(expected.at().atZone(expected.zone())) + " (" + expected.basis() + ")";
    }

    private void converse(Ticket ticket, String shop) throws InterruptedException {
        ticket.messages().stream()
                .skip(1)
                .filter(Message::automatic)
                .findFirst()
                .ifPresent(acknowledgement -> {
                    transcript.line("");
                    transcript.line("The acknowledgement of ticket " + ticket.number() + ":");
                    transcript.quote(acknowledgement.text());
                });
        transcript.chapter("Maria answers ticket " + ticket.number() + " in a hurry and signs as “Acme Team”");
        try {
            desk.as(maria)
                    .reply(
                            ticket.id(),
                            Reply.text(WORDS, Signature.of("Acme Team").withDirectLine("+49 30 1234567")));
            throw new IllegalStateException("A collective signature was sent.");
        } catch (RefusedException e) {
            transcript.refusal(e);
        }
        answersInPerson(ticket.id(), shop);
    }

    private void answersInPerson(TicketId id, String shop) throws InterruptedException {
        transcript.chapter("Maria signs with her own name");
        Message reply;
        try {
            reply = last(desk.as(maria).reply(id, WORDS));
        } catch (RefusedException e) {
            transcript.refusal(e);
            return;
        }
        RunReport sent = desk.runDue();
        transcript.line(Words.count(sent.sent(), "message") + " sent; the ticket is "
                + desk.as(maria).getTicket(id).status() + ".");
        transcript.quote(reply.text());
        customerAnswers(id, reply, shop);
    }

    private void customerAnswers(TicketId id, Message reply, String shop) throws InterruptedException {
        AgentDesk agent = desk.as(maria);
        transcript.chapter("The customer answers that mail");
        Ticket ticket = agent.getTicket(id);
        byte[] answer = CustomerMails.answer(
                ticket.address().map(Address::value).orElseThrow(),
                shop,
                "Re: " + ticket.subject(),
                reply.reference().orElseThrow(),
                "It has just arrived. Thank you, Maria!",
                clock.instant());
        if (!handIn("the customer's answer", answer)) {
            transcript.line("The mail server does not take it; the end says why.");
            return;
        }
        fetchAll();
        Ticket after = agent.getTicket(id);
        if (after.messages().size() == ticket.messages().size()) {
            transcript.line("It does not arrive in ticket " + after.number() + ".");
            return;
        }
        transcript.line("It is message " + after.messages().size() + " of the same ticket " + after.number()
                + ", which is " + after.status() + " again.");
        transcript.quote(last(after).text());
        ends(after);
    }

    private void ends(Ticket ticket) {
        AgentDesk agent = desk.as(maria);
        transcript.chapter("Maria holds it for solved; the customer has the last word");
        agent.proposeSolution(ticket.id(), "I am glad it is there. If anything is missing, just answer.");
        RunReport unused = desk.runDue();
        transcript.line("The ticket is " + agent.getTicket(ticket.id()).status() + ".");
        CustomerTicket closed = desk.forCustomer(ticket.customer()).confirmSolved(ticket.id());
        transcript.line("The customer confirms: the ticket is " + closed.status() + ".");
    }

    /** Rounds until everything that was handed in has come, or patience ends: a server may take a while. */
    private void fetchAll() throws InterruptedException {
        for (int round = 0; round < patience.rounds() && !own.allTaken(); round++) {
            if (round > 0) {
                Thread.sleep(patience.pause().toMillis());
            }
            RunReport report = desk.runDue();
            report.unavailable().values().stream().findFirst().ifPresent(problem -> {
                throw problem;
            });
        }
    }

    private static Message last(Ticket ticket) {
        return ticket.messages().get(ticket.messages().size() - 1);
    }
}

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
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** From a customer's first mail to the closed ticket. */
final class Story {
    private static final int MOST_SHOWN = 8;
    private static final int MOST_ROUNDS = 60;
    private static final long PAUSE_MILLIS = 1_000;

    private final Helpdesk desk;
    private final Agent maria;
    private final PostOffice post;
    private final String shop;
    private final Transcript transcript;
    private int delivered;
    private int taken;

    Story(Helpdesk desk, Agent maria, PostOffice post, String shop, Transcript transcript) {
        this.desk = desk;
        this.maria = maria;
        this.post = post;
        this.shop = shop;
        this.transcript = transcript;
    }

    /** Tells the story; gives the number of mails that were lost. */
    int tell(List<byte[]> mails) throws IOException, InterruptedException {
        transcript.chapter("Customers write to " + shop);
        for (byte[] mail : mails) {
            post.deliver(mail);
            delivered++;
        }
        transcript.line(delivered + " mails handed in at " + post.describe() + ".");
        fetchAll();
        transcript.chapter("Heed fetches them, opens tickets and says when an answer comes");
        List<Ticket> queue = desk.as(maria).queue(Integer.MAX_VALUE);
        queue.stream().limit(MOST_SHOWN).forEach(this::show);
        if (queue.size() > MOST_SHOWN) {
            transcript.line("… and " + (queue.size() - MOST_SHOWN) + " more.");
        }
        Optional<Ticket> first = queue.stream().filter(this::answerable).findFirst();
        if (first.isPresent()) {
            converse(first.get().id());
        } else {
            transcript.line("None of the mails came from a person who left an address, so nobody is answered.");
        }
        return delivered - taken;
    }

    private boolean answerable(Ticket ticket) {
        return ticket.address().isPresent() && !ticket.messages().get(0).automatic();
    }

    private void show(Ticket ticket) {
        Message first = ticket.messages().get(0);
        transcript.line("Ticket " + ticket.number() + "  " + ticket.subject());
        first.text().lines().filter(line -> !line.isBlank()).limit(2).forEach(line -> transcript.line("  | " + line));
        first.remarks().forEach(remark -> transcript.line("  note: " + remark));
        ticket.expected()
                .ifPresent(
                        expected -> transcript.line("  answer due " + expected.at() + " (" + expected.basis() + ")"));
    }

    private void converse(TicketId id) throws IOException, InterruptedException {
        AgentDesk agent = desk.as(maria);
        Ticket ticket = agent.getTicket(id);
        ticket.messages().stream().filter(Message::automatic).findFirst().ifPresent(acknowledgement -> {
            transcript.line("The acknowledgement of ticket " + ticket.number() + ":");
            transcript.quote(acknowledgement.text());
        });

        transcript.chapter("Maria answers in a hurry and signs as “Acme Team”");
        String words = "Dear {{customer.name | default: \"customer\"}},\n\nyour parcel left our warehouse this morning "
                + "and will be with you tomorrow before noon.";
        try {
            agent.reply(id, Reply.text(words, Signature.of("Acme Team").withDirectLine("+49 30 1234567")));
            throw new IllegalStateException("A collective signature was sent.");
        } catch (RefusedException e) {
            transcript.refusal(e);
        }

        transcript.chapter("Maria signs with her own name");
        Ticket answered = agent.reply(id, words);
        Message reply = last(answered);
        RunReport sent = desk.runDue();
        transcript.line(sent.sent() + " message sent; the ticket is "
                + agent.getTicket(id).status() + ".");
        transcript.quote(reply.text());
        customerAnswers(id, reply);
    }

    private void customerAnswers(TicketId id, Message reply) throws IOException, InterruptedException {
        AgentDesk agent = desk.as(maria);
        transcript.chapter("The customer answers that mail");
        Ticket ticket = agent.getTicket(id);
        String customer = ticket.address().map(Address::value).orElseThrow();
        post.deliver(CustomerMails.answer(
                customer,
                shop,
                "Re: " + ticket.subject(),
                reply.reference().orElseThrow(),
                "It has just arrived. Thank you, Maria!"));
        delivered++;
        fetchAll();
        Ticket after = agent.getTicket(id);
        transcript.line("It is message " + after.messages().size() + " of the same ticket " + after.number()
                + ", which is " + after.status() + " again.");
        transcript.quote(last(after).text());

        transcript.chapter("Maria holds it for solved; the customer has the last word");
        agent.proposeSolution(id, "I am glad it is there. If anything is missing, just answer.");
        RunReport unused = desk.runDue();
        transcript.line("The ticket is " + agent.getTicket(id).status() + ".");
        CustomerTicket closed = desk.forCustomer(after.customer()).confirmSolved(id);
        transcript.line("The customer confirms: the ticket is " + closed.status() + ".");
    }

    /** Rounds until everything that was handed in has come, or patience ends: a server may take a while. */
    private void fetchAll() throws InterruptedException {
        for (int round = 0; round < MOST_ROUNDS && taken < delivered; round++) {
            RunReport report = desk.runDue();
            report.unavailable().values().stream().findFirst().ifPresent(problem -> {
                throw problem;
            });
            taken += report.received() + report.duplicates() + report.unreadable();
            if (taken < delivered && report.received() == 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static Message last(Ticket ticket) {
        return ticket.messages().get(ticket.messages().size() - 1);
    }
}

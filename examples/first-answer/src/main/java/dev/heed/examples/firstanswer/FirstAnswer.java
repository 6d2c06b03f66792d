package dev.heed.examples.firstanswer;

import dev.heed.Helpdesk;
import dev.heed.RunReport;
import dev.heed.email.EmailChannel;
import dev.heed.error.HeedException;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A customer's mail becomes a ticket, and a signed answer goes back. Exit status 0 if all went well, 1 if a mail was
 * lost, 2 if the example could not do its work.
 */
public final class FirstAnswer {
    private FirstAnswer() {}

    /** Runs the example; see {@code --help}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out);
        out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, PrintStream out) {
        if (args.contains("--help")) {
            out.print(Arguments.USAGE);
            return 0;
        }
        try {
            return tell(Arguments.parse(args), new Transcript(out), out);
        } catch (HeedException | IOException e) {
            out.println("The example could not do its work: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static int tell(Arguments arguments, Transcript transcript, PrintStream out)
            throws IOException, InterruptedException {
        List<byte[]> mails = arguments.mails().isPresent()
                ? CustomerMails.from(arguments.mails().get())
                : CustomerMails.builtIn(arguments.customer(), arguments.address());
        try (PostOffice post = postOffice(arguments);
                Helpdesk desk = desk(arguments.address(), post)) {
            int lost = new Story(desk, maria(), post, arguments.address(), transcript).tell(mails);
            RunReport unused = desk.runDue();
            transcript.chapter("In the end");
            transcript.line(lost == 0 ? "No mail was lost." : lost + " mails were lost.");
            int kept = desk.backoffice().unreadable().size();
            if (kept > 0) {
                transcript.line(kept + " could not be read and are kept for people to look at.");
            }
            int dead = desk.backoffice().deadLetters().size();
            if (dead > 0) {
                transcript.line(dead + " could not be sent and are listed as dead letters.");
            }
            post.saveReceived().ifPresent(folder -> transcript.line("What the customers received: " + folder));
            out.println();
            return lost == 0 ? 0 : 1;
        }
    }

    private static PostOffice postOffice(Arguments arguments) {
        return arguments.imap().isPresent() && arguments.smtp().isPresent()
                ? new RemotePostOffice(
                        arguments.imap().get(), arguments.smtp().get(), arguments.address(), arguments.customer())
                : new InProcessPostOffice(arguments.address());
    }

    private static Helpdesk desk(String address, PostOffice post) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria())
                .channel(EmailChannel.builder(address, post.imap(), post.smtp()).build())
                .build();
    }

    private static Agent maria() {
        return Agent.builder("maria", "Maria Keller")
                .role("Order support")
                .directLine("+49 30 1234567")
                .employeeId("E-1017")
                .build();
    }
}

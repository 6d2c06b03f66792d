package dev.heed.examples.firstanswer;

import dev.heed.Helpdesk;
import dev.heed.RunReport;
import dev.heed.email.EmailChannel;
import dev.heed.error.HeedException;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.ChannelAdapter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's mail becomes a ticket, and a signed answer goes back. Exit status 0 if all went well, 1 if a mail was
 * lost, 2 if the example could not do its work.
 */
public final class FirstAnswer {
    static final int WELL = 0;
    static final int LOST = 1;
    static final int COULD_NOT = 2;

    private static final Path RECEIVED = Path.of("target", "first-answer", "received");

    private final Arguments arguments;
    private final Transcript transcript;
    private final Patience patience;
    private final Path received;
    private final InstantSource clock = InstantSource.system();
    private final OwnMails own = new OwnMails(UUID.randomUUID().toString());

    private FirstAnswer(Arguments arguments, Transcript transcript, Patience patience, Path received) {
        this.arguments = arguments;
        this.transcript = transcript;
        this.patience = patience;
        this.received = received;
    }

    /** Runs the example; see {@code --help}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, Patience.USUAL, RECEIVED);
        out.flush();
        if (status != WELL) {
            System.exit(status);
        }
    }

    static int run(List<String> args, PrintStream out, Patience patience, Path received) {
        if (args.contains("--help") || args.contains("-h")) {
            out.print(Arguments.USAGE);
            return WELL;
        }
        Transcript transcript = new Transcript(out);
        try {
            return new FirstAnswer(Arguments.parse(args), transcript, patience, received).tell();
        } catch (HeedException e) {
            transcript.failure(e);
            return COULD_NOT;
        } catch (IOException e) {
            transcript.failure(String.valueOf(e.getMessage()));
            return COULD_NOT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COULD_NOT;
        }
    }

    private int tell() throws IOException, InterruptedException {
        String shop = arguments.address().value();
        List<CustomerMails.Source> mails = arguments.mails().isPresent()
                ? CustomerMails.from(arguments.mails().get())
                : CustomerMails.builtIn(arguments.customer().value(), shop, clock.instant(), own.run());
        try (PostOffice post = postOffice()) {
            WatchedFolder folder = new WatchedFolder(post.imap(), own);
            folder.requireEmpty();
            try (Submission submission =
                            new Submission(post.smtp(), arguments.customer().value(), shop);
                    Helpdesk desk = desk(shop, post, folder)) {
                submission.connect();
                Ending ending = new Ending(own, transcript);
                ending.watch(desk);
                try {
                    new Story(desk, maria(), submission, own, transcript, clock, patience)
                            .tell(shop, mails, post.describe());
                } catch (HeedException e) {
                    transcript.failure(e);
                    int unused = ending.tell(desk);
                    return COULD_NOT;
                }
                RunReport unused = desk.runDue();
                int status = ending.tell(desk);
                farewell(post);
                return status;
            }
        }
    }

    private void farewell(PostOffice post) throws IOException {
        arguments
                .servers()
                .ifPresent(servers -> transcript.line("The mails are still in the folder “"
                        + servers.imap().folder() + "”; empty it before the next run."));
        everythingTo().ifPresent(who -> transcript.line("All that the shop sent went to " + who.value() + "."));
        post.saveReceived()
                .ifPresent(saved -> transcript.line("What the customers received: "
                        + Words.count(saved.number(), "mail") + " in " + saved.folder()));
    }

    private PostOffice postOffice() {
        return arguments.servers().isPresent()
                ? arguments.servers().get()
                : new InProcessPostOffice(arguments.address().value(), received);
    }

    private Helpdesk desk(String shop, PostOffice post, WatchedFolder folder) {
        ChannelAdapter mailbox = EmailChannel.builder(
                        shop, post.imap().asServer(), post.smtp().asServer())
                .folder(post.imap().folder())
                .timeout(MailUrl.PATIENCE)
                .build();
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria())
                .channel(new OwnMailsOnly(mailbox, folder, own, everythingTo()))
                .build();
    }

    /** Mails from files name people who must not hear of this: on a server that reaches them, one address gets it all. */
    private Optional<EmailAddress> everythingTo() {
        return arguments.servers().isPresent() && arguments.mails().isPresent()
                ? Optional.of(arguments.customer())
                : Optional.empty();
    }

    private static Agent maria() {
        return Agent.builder("maria", "Maria Keller")
                .role("Order support")
                .directLine("+49 30 1234567")
                .employeeId("E-1017")
                .build();
    }
}

package dev.heed.examples.firstanswer;

import dev.heed.error.InvalidInputException;
import dev.heed.people.EmailAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the example was called with.
 *
 * @param mails a folder of mails to deliver instead of the built-in ones
 * @param servers mail servers to use instead of the one started here
 * @param address the shop's address
 * @param customer the address the built-in mails are sent from
 */
record Arguments(
        Optional<Path> mails, Optional<PostOffice.Remote> servers, EmailAddress address, EmailAddress customer) {

    static final String USAGE = """
            Customers write, Heed makes tickets of it and says when an answer comes, an agent answers in person.

            Usage: first-answer [--mails DIR] [--imap URL --smtp URL [--address SHOP]] [--customer WHO]
              (nothing)         three built-in mails, on a mail server that is started in this process
              --mails DIR       deliver the files of this folder whose names end with .eml instead of the built-in
                                mails, one mail to a file
              --imap URL        fetch from this server: imaps://user:password@host:993/folder (folder: INBOX if left
                                out). The folder must be empty: the example answers what it finds there.
              --smtp URL        hand mails in here: smtps://user:password@host:465
              --address SHOP    the shop's address on that server; its mail must arrive in the folder
                                (default: the user of --imap; without --imap support@acme.example)
              --customer WHO    who sends (default: ana@customer.example). With --mails on a server of your own it
                                must be given: all that the shop sends goes to WHO, and nobody else gets anything.
              --help            this text

            In the URLs %40 stands for @ in user and password. imaps and smtps mean TLS, imap and smtp STARTTLS,
            imap+plain and smtp+plain neither, for a server on this machine.

            Exit status
              0  all mails that the mail server took have become tickets or messages, or are kept as unreadable
              1  a mail was lost: the mail server took it, and Heed made nothing of it
              2  the example could not do its work: what it was called with, a mail server, or no mail at all
            A mail that cannot be read from its file, or that the mail server does not take, is listed with the reason
            as not delivered; it is not lost, since whoever sent it knows.
            """;

    private static final List<String> OPTIONS = List.of("--mails", "--imap", "--smtp", "--address", "--customer");

    /**
     * Reads the command line.
     *
     * @throws InvalidInputException if it cannot be understood
     */
    static Arguments parse(List<String> line) {
        Map<String, String> values = values(line);
        Optional<Path> mails = Optional.ofNullable(values.get("--mails")).map(Arguments::path);
        Optional<PostOffice.Remote> servers = servers(values);
        Optional<EmailAddress> shop = address(values, "--address");
        Optional<EmailAddress> who = address(values, "--customer");
        EmailAddress address = shop.orElseGet(() -> defaultAddress(servers));
        if (servers.isPresent() && mails.isPresent() && who.isEmpty()) {
            throw new InvalidInputException(
                    "With --mails on a server of your own the people in those mails would get answers.",
                    "Give --customer an address of your own: all that the shop sends goes there, and to nobody else.");
        }
        if (who.filter(address::equals).isPresent()) {
            throw new InvalidInputException(
                    "--customer is the shop's own address.", "Give --customer another address than --address.");
        }
        return new Arguments(mails, servers, address, who.orElseGet(() -> EmailAddress.of("ana@customer.example")));
    }

    private static Map<String, String> values(List<String> line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            if (!OPTIONS.contains(option)) {
                throw notUnderstood(option);
            }
            boolean missing =
                    equals < 0 && (i + 1 == line.size() || line.get(i + 1).startsWith("--"));
            String value = missing ? "" : equals < 0 ? line.get(++i) : word.substring(equals + 1);
            if (value.isBlank()) {
                throw new InvalidInputException(option + " is given without a value.", seeHelp());
            }
            if (values.put(option, value) != null) {
                throw new InvalidInputException(option + " is given twice.", "Give it once.");
            }
        }
        return values;
    }

    /** A URL at the wrong place may hold a password. */
    private static InvalidInputException notUnderstood(String word) {
        return word.contains(":") || word.contains("@")
                ? new InvalidInputException(
                        "A URL or an address stands where an option should.",
                        "Put --imap, --smtp, --address or --customer before it.")
                : new InvalidInputException("“" + Words.plain(word) + "” is not understood.", seeHelp());
    }

    private static String seeHelp() {
        return "There are " + String.join(", ", OPTIONS) + ", each with a value, and --help.";
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("What follows --mails is no path.", "Give --mails a folder of mails.");
        }
    }

    private static Optional<PostOffice.Remote> servers(Map<String, String> values) {
        String imap = values.get("--imap");
        String smtp = values.get("--smtp");
        if (imap == null && smtp == null) {
            return Optional.empty();
        }
        if (imap == null || smtp == null) {
            throw new InvalidInputException("Only one of --imap and --smtp is given.", "Give both or none.");
        }
        return Optional.of(new PostOffice.Remote(
                MailUrl.parse(MailUrl.Protocol.IMAP, imap), MailUrl.parse(MailUrl.Protocol.SMTP, smtp)));
    }

    private static Optional<EmailAddress> address(Map<String, String> values, String option) {
        try {
            return Optional.ofNullable(values.get(option)).map(EmailAddress::of);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("What follows " + option + " is no e-mail address.", e.remedy());
        }
    }

    private static EmailAddress defaultAddress(Optional<PostOffice.Remote> servers) {
        if (servers.isEmpty()) {
            return EmailAddress.of("support@acme.example");
        }
        try {
            return EmailAddress.of(servers.get().imap().user());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "The user of --imap is no e-mail address, so the shop's address is not known.",
                    "Give --address the address whose mail arrives in the folder.");
        }
    }
}

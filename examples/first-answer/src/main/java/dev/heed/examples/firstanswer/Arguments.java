package dev.heed.examples.firstanswer;

import dev.heed.error.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the example was called with.
 *
 * @param mails a folder of mails to deliver instead of the built-in ones
 * @param imap the URL of a mail server to fetch from instead of the one started here
 * @param smtp the URL of the server to hand mails in at; given exactly when {@code imap} is
 * @param address the shop's address
 * @param customer the address the built-in mails are sent from
 */
record Arguments(Optional<Path> mails, Optional<String> imap, Optional<String> smtp, String address, String customer) {

    static final String USAGE = """
            Usage: first-answer [--mails DIR] [--imap URL --smtp URL [--address SHOP] [--customer WHO]]
              --mails DIR       deliver the mails (one file each) of this folder instead of the built-in ones
              --imap URL        fetch from this server, for example imaps://user:password@mail.example:993
              --smtp URL        hand mails in here, for example smtps://user:password@mail.example:465
              --address SHOP    the shop's address on that server (default: support@acme.example)
              --customer WHO    the address of the customer in the built-in mails (default: ana@customer.example)
            """;

    /**
     * Reads the command line.
     *
     * @throws InvalidInputException if it cannot be understood
     */
    static Arguments parse(List<String> line) {
        Optional<Path> mails = value(line, "--mails").map(Path::of);
        mails.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new InvalidInputException("There is no folder " + path + ".", "Give --mails a folder of mails.");
        });
        Optional<String> imap = value(line, "--imap");
        Optional<String> smtp = value(line, "--smtp");
        if (imap.isPresent() != smtp.isPresent()) {
            throw new InvalidInputException("Only one of --imap and --smtp is given.", "Give both or none.");
        }
        for (int i = 0; i < line.size(); i += 2) {
            if (!List.of("--mails", "--imap", "--smtp", "--address", "--customer")
                            .contains(line.get(i))
                    || i + 1 == line.size()) {
                throw new InvalidInputException("“" + line.get(i) + "” is not understood.", USAGE);
            }
        }
        return new Arguments(
                mails,
                imap,
                smtp,
                value(line, "--address").orElse("support@acme.example"),
                value(line, "--customer").orElse("ana@customer.example"));
    }

    private static Optional<String> value(List<String> line, String name) {
        int at = line.indexOf(name);
        return at >= 0 && at + 1 < line.size() ? Optional.of(line.get(at + 1)) : Optional.empty();
    }
}

package dev.heed.examples.firstanswer;

import dev.heed.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The mails that customers send in this example. */
final class CustomerMails {
    private static final String SHAPE = "Give --mails a folder with mails, one to a file, each file named *.eml.";
    private static final long LARGEST = 100L * 1024 * 1024;
    private static final List<String> BUILT_IN = List.of("late-parcel.eml", "falsche-groesse.eml", "no-message-id.eml");

    private CustomerMails() {}

    /** A mail that can be opened when its turn comes. */
    interface Source {
        /** How to call it. */
        String name();

        /** All its bytes; the message of the exception is the reason why not. */
        byte[] bytes() throws IOException;
    }

    private record BuiltIn(String name, String text) implements Source {
        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record InFile(String name, Path file) implements Source {
        @Override
        public byte[] bytes() throws IOException {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder that cannot be opened");
            }
            try {
                if (Files.size(file) > LARGEST) {
                    throw new IOException("it has more than " + LARGEST / 1024 / 1024 + " MB");
                }
                return Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                throw new IOException("there is nothing behind the name", e);
            } catch (AccessDeniedException e) {
                throw new IOException("there is no permission to read it", e);
            }
        }
    }

    /** The built-in ones, written at this time by this customer to that shop, with names that no other run has. */
    static List<Source> builtIn(String customer, String shop, Instant now, String run) throws IOException {
        List<Source> mails = new ArrayList<>();
        for (String name : BUILT_IN) {
            try (InputStream in = CustomerMails.class.getResourceAsStream("/mails/" + name)) {
                if (in == null) {
                    throw new IOException("The mail " + name + " is missing from the example.");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("ana@customer.example", customer)
                        .replace("support@acme.example", shop)
                        .replaceAll("(?m)^Message-ID: <", "Message-ID: <" + run + ".")
                        .replaceAll("(?m)^Date: .*$", "Date: " + date(now));
                mails.add(new BuiltIn(name, text));
            }
        }
        return mails;
    }

    /**
     * Every file below a folder whose name ends with .eml, in the order of names. Whether it can be read is seen when
     * its turn comes.
     *
     * @throws InvalidInputException if there is none
     */
    static List<Source> from(Path given) throws IOException {
        requireFolder(given);
        Path folder = given.toRealPath(); // a link as the start would not be followed
        List<Path> mails = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        Files.walkFileTree(folder, new MailsAndOthers(mails, others));
        if (mails.isEmpty()) {
            throw new InvalidInputException(
                    "There is no mail below " + given.toAbsolutePath().normalize() + ": "
                            + (others.isEmpty()
                                    ? "it holds no file."
                                    : "of " + Words.count(others.size(), "file")
                                            + " none has a name that ends with .eml."),
                    SHAPE);
        }
        Collections.sort(mails);
        return mails.stream()
                .<Source>map(file -> new InFile(folder.relativize(file).toString(), file))
                .toList();
    }

    /** Sorts what is met on the way. */
    private static final class MailsAndOthers extends SimpleFileVisitor<Path> {
        private final List<Path> mails;
        private final List<Path> others;

        MailsAndOthers(List<Path> mails, List<Path> others) {
            this.mails = mails;
            this.others = others;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            (isMail(file) ? mails : others).add(file);
            return FileVisitResult.CONTINUE;
        }

        /** A folder that cannot be opened is told like a mail that cannot be read. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            mails.add(file);
            return FileVisitResult.CONTINUE;
        }
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            Path whole = folder.toAbsolutePath().normalize();
            throw new InvalidInputException(
                    Files.exists(folder) ? whole + " is no folder." : "There is no folder " + whole + ".", SHAPE);
        }
    }

    private static boolean isMail(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    /** A customer's answer to a mail of the shop. */
    static byte[] answer(String customer, String shop, String subject, String messageId, String words, Instant now) {
        String mail = "From: " + customer + "\r\nTo: " + shop + "\r\nSubject: " + subject + "\r\nDate: " + date(now)
                + "\r\nMessage-ID: <answer-to-" + messageId + ">\r\nIn-Reply-To: <" + messageId
                + ">\r\nReferences: <" + messageId + ">\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words
                + "\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static String date(Instant now) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    }
}

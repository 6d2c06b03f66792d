package dev.heed.examples.firstanswer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The mails that customers send in this example. */
final class CustomerMails {
    private static final List<String> BUILT_IN = List.of("late-parcel.eml", "falsche-groesse.eml", "no-message-id.eml");

    private CustomerMails() {}

    /** The built-in ones, sent from this address and to that. */
    static List<byte[]> builtIn(String customer, String shop) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        for (String name : BUILT_IN) {
            try (InputStream in = CustomerMails.class.getResourceAsStream("/mails/" + name)) {
                if (in == null) {
                    throw new IOException("The mail " + name + " is missing from the example.");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                mails.add(text.replace("ana@customer.example", customer)
                        .replace("support@acme.example", shop)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return mails;
    }

    /** Every file below a folder, in the order of names. */
    static List<byte[]> from(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        List<byte[]> mails = new ArrayList<>();
        for (Path file : files) {
            mails.add(Files.readAllBytes(file));
        }
        return mails;
    }

    /** A customer's answer to a mail of the shop. */
    static byte[] answer(String customer, String shop, String subject, String messageId, String words) {
        String mail = "From: " + customer + "\r\nTo: " + shop + "\r\nSubject: " + subject
                + "\r\nMessage-ID: <answer-to-" + messageId + ">\r\nIn-Reply-To: <" + messageId
                + ">\r\nReferences: <" + messageId + ">\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words
                + "\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}

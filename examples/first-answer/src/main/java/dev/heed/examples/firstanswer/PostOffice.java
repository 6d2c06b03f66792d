package dev.heed.examples.firstanswer;

import dev.heed.email.MailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The mail server between customers and shop. */
interface PostOffice extends AutoCloseable {
    /** Where the shop fetches. */
    MailServer imap();

    /** Where everybody hands mails in. */
    MailServer smtp();

    /** Hands in a customer's mail for the shop, exactly these bytes, over SMTP. */
    void deliver(byte[] mail) throws IOException;

    /** Writes what customers have received into files, if they can be looked at, and says where. */
    Optional<Path> saveReceived() throws IOException;

    /** What this is, for the transcript. */
    String describe();

    @Override
    void close();
}

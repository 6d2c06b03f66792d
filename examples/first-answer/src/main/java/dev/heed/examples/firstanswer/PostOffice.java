package dev.heed.examples.firstanswer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The mail server between customers and shop. */
interface PostOffice extends AutoCloseable {
    /** Where the shop fetches. */
    MailUrl imap();

    /** Where everybody hands mails in. */
    MailUrl smtp();

    /** Writes what customers have received into files, if it can be looked at, and says where. */
    default Optional<Received> saveReceived() throws IOException {
        return Optional.empty();
    }

    /**
     * What the customers have received.
     *
     * @param folder where the files are
     * @param number how many
     */
    record Received(Path folder, int number) {}

    /** What this is, for the transcript. */
    default String describe() {
        return smtp() + ", fetched at the " + imap();
    }

    @Override
    default void close() {}

    /** A mail server somewhere else. */
    record Remote(MailUrl imap, MailUrl smtp) implements PostOffice {}
}

package dev.heed.email;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox of the shop: mail comes in by IMAP (RFC 9051) and goes out by SMTP (RFC 5321). Thread-safe as the port asks.
 *
 * <p>Mail is fetched by UID, so people may read the mailbox as well, and is marked as seen only after the desk has stored
 * it; nothing is ever deleted. A mail that cannot be read is kept and does not stop the others. After a restart all mail
 * of the folder is looked at again; what the store knows is not taken twice.
 *
 * <p>Delivery: a message whose handing over breaks off before the server was told that it is complete is sent again; one
 * for which only the server's answer is missing is reported as unknown, because SMTP has no way to ask.
 */
public final class EmailChannel implements ChannelAdapter {
    private final ChannelId id;
    private final String domain;
    private final Set<Address> ownAddresses;
    private final EmailAddress from;
    private final MailServer imap;
    private final MailServer smtp;
    private final String folder;
    private final Duration timeout;
    private final int largestMail;
    private final InboundMails inbound;
    private final ImapMailbox.Cursor cursor = new ImapMailbox.Cursor();

    private EmailChannel(Builder builder, EmailAddress ascii) {
        id = builder.id;
        domain = ascii.domain();
        Set<Address> own = new LinkedHashSet<>(builder.aliases);
        own.add(builder.address);
        own.add(ascii);
        ownAddresses = Set.copyOf(own);
        from = builder.address;
        imap = builder.imap;
        smtp = builder.smtp;
        folder = builder.folder;
        timeout = builder.timeout;
        largestMail = builder.largestMail;
        inbound = new InboundMails(ownAddresses, MailLimits.standard());
    }

    /**
     * Starts a channel.
     *
     * @param address under which the shop writes, and to which customers answer
     * @param imap where mail is fetched
     * @param smtp where mail is handed in
     */
    public static Builder builder(String address, MailServer imap, MailServer smtp) {
        return new Builder(EmailAddress.of(address), requireNonNull(imap, "imap"), requireNonNull(smtp, "smtp"));
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public Set<Address> ownAddresses() {
        return ownAddresses;
    }

    @Override
    public void poll(Inbox inbox) {
        new ImapMailbox(imap, folder, timeout, largestMail, inbound, cursor).poll(inbox);
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        SmtpSubmission submission = new SmtpSubmission(smtp, from, domain, timeout);
        return submission.send(message, contents, reference(message.id().value()));
    }

    /** The Message-ID, which is fixed before the first attempt. */
    @Override
    public Optional<String> plannedReference(String messageId) {
        return Optional.of(reference(messageId));
    }

    private String reference(String messageId) {
        return "heed." + messageId + "@" + domain;
    }

    /** Collects the options of a channel. Not thread-safe. */
    public static final class Builder {
        private static final int SMALLEST_LIMIT = 64 * 1024;
        private static final Duration SHORTEST = Duration.ofMillis(1);
        /** The mail library takes for endless what it cannot count. */
        private static final Duration LONGEST = Duration.ofHours(1);

        private final EmailAddress address;
        private final MailServer imap;
        private final MailServer smtp;
        private final Set<Address> aliases = new LinkedHashSet<>();
        private ChannelId id = ChannelId.of("email");
        private String folder = "INBOX";
        private Duration timeout = Duration.ofSeconds(30);
        private int largestMail = 25 * 1024 * 1024;

        private Builder(EmailAddress address, MailServer imap, MailServer smtp) {
            this.address = address;
            this.imap = imap;
            this.smtp = smtp;
        }

        /** Names the channel; needed where a desk has several mailboxes. Default: {@code email}. */
        public Builder id(String value) {
            id = ChannelId.of(value);
            return this;
        }

        /** Another address that reaches this mailbox; mail from it is not a customer's. Default: none. */
        public Builder alias(String value) {
            aliases.add(EmailAddress.of(value));
            return this;
        }

        /** The folder that is fetched. Default: {@code INBOX}. */
        public Builder folder(String value) {
            folder = value;
            return this;
        }

        /** How long to wait for a connection, and for each answer. Default: 30 seconds. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * The largest mail that is taken whole, in bytes. Of a larger one the beginning is taken, the agent is told, and
         * the whole stays in the mailbox, flagged. Default: 25 MB.
         */
        public Builder largestMail(int bytes) {
            largestMail = bytes;
            return this;
        }

        /**
         * Builds the channel; nothing is connected yet.
         *
         * @throws ConfigurationException with all that is wrong: the time-out or the limit is out of range, the folder
         *     has no name, or no mail can bear the address
         */
        public EmailChannel build() {
            List<Problem> problems = new ArrayList<>();
            if (folder.isBlank()) {
                problems.add(Problem.of("The folder to fetch has no name.", "Give a name, or leave it at INBOX."));
            }
            if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
                problems.add(Problem.of(
                        "The time-out is " + timeout + ".", "Give a duration from a millisecond to an hour."));
            }
            if (largestMail < SMALLEST_LIMIT) {
                problems.add(Problem.of(
                        "The largest mail is " + largestMail + " bytes.", "Give " + SMALLEST_LIMIT + " or more."));
            }
            Optional<EmailAddress> ascii = asciiAddress();
            if (ascii.isEmpty()) {
                problems.add(Problem.of(
                        "The address of the shop cannot be the sender of a mail.",
                        "Give local@domain; only the domain may have letters beyond ASCII."));
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return new EmailChannel(this, ascii.orElseThrow());
        }

        private Optional<EmailAddress> asciiAddress() {
            try {
                return Optional.of(EmailAddress.of(MailAddress.requireAscii("From", address.value())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}

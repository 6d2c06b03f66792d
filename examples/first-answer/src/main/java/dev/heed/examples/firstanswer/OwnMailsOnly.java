package dev.heed.examples.firstanswer;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.channel.SendOutcome;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before the mailbox: what the example has not sent itself never reaches the desk, so no stranger is answered. A
 * shop has no use for this; an example that writes to whom it finds does.
 */
final class OwnMailsOnly implements ChannelAdapter {
    private final ChannelAdapter mailbox;
    private final WatchedFolder folder;
    private final OwnMails mails;
    private final Optional<EmailAddress> everythingTo;
    private long nextUid = 1;

    /**
     * Wraps a mailbox.
     *
     * @param everythingTo who gets all that the shop sends instead of those it is for
     */
    OwnMailsOnly(ChannelAdapter mailbox, WatchedFolder folder, OwnMails mails, Optional<EmailAddress> everythingTo) {
        this.mailbox = mailbox;
        this.folder = folder;
        this.mails = mails;
        this.everythingTo = everythingTo;
    }

    @Override
    public ChannelId id() {
        return mailbox.id();
    }

    @Override
    public Set<Address> ownAddresses() {
        return mailbox.ownAddresses();
    }

    /** Mails come in the order of their UIDs: as many as were found to be ours are let through, and none after them. */
    @Override
    public void poll(Inbox inbox) {
        WatchedFolder.Contents contents = folder.from(nextUid);
        if (contents.strangers() > 0) {
            throw strangers(contents.strangers());
        }
        if (!contents.own().isEmpty()) {
            mailbox.poll(new Gate(inbox, contents.own().iterator()));
            nextUid = contents.next();
        }
    }

    private static ChannelUnavailableException strangers(int number) {
        return new ChannelUnavailableException(
                Kind.PROTOCOL,
                Words.count(number, "mail") + " of somebody else came into the mailbox meanwhile, so the example ends; "
                        + "it took no notice of " + (number == 1 ? "it." : "them."),
                "Use a mailbox that nobody else writes to.",
                null);
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        plannedReference(message.id().value()).ifPresent(mails::sent);
        return mailbox.send(everythingTo.map(to -> redirected(message, to)).orElse(message), contents);
    }

    private static OutboundMessage redirected(OutboundMessage message, EmailAddress to) {
        return new OutboundMessage(
                message.id(),
                message.channel(),
                to,
                message.toName(),
                message.fromName(),
                message.subject(),
                message.content(),
                message.answers(),
                message.automatic(),
                message.writtenAt(),
                message.zone());
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return mailbox.plannedReference(messageId);
    }

    @Override
    public void close() {
        mailbox.close();
    }

    /** Lets the expected mails through and says what became of them. */
    private final class Gate implements Inbox {
        private final Inbox inbox;
        private final Iterator<Optional<String>> expected;

        Gate(Inbox inbox, Iterator<Optional<String>> expected) {
            this.inbox = requireNonNull(inbox);
            this.expected = expected;
        }

        private Optional<String> next() {
            if (!expected.hasNext()) {
                throw strangers(1);
            }
            return expected.next();
        }

        @Override
        public Receipt receive(InboundMessage message) {
            Optional<String> mark = next();
            Receipt receipt = inbox.receive(message);
            if (receipt.how() == Receipt.How.DUPLICATE) {
                mark.ifPresent(mails::wasKnown);
            }
            mark.ifPresent(mails::taken);
            return receipt;
        }

        @Override
        public void keepUnreadable(String externalId, String problem, byte[] raw) {
            Optional<String> mark = next();
            inbox.keepUnreadable(externalId, problem, raw);
            mark.ifPresent(mails::taken);
        }
    }
}

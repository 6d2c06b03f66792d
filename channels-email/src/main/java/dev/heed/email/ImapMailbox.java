package dev.heed.email;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteStreams;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a folder by UID. The cursor lives as long as the object; after that, and when UIDVALIDITY changes (RFC 9051
 * section 2.3.1.1), the folder is read from its beginning and the store drops what it knows. Used by one thread at a
 * time.
 */
final class ImapMailbox {
    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);
    private static final int BEGINNING = 1024 * 1024;
    private static final String SERVER = "IMAP server";

    private final MailServer server;
    private final String folderName;
    private final Duration timeout;
    private final int largestMail;
    private final InboundMails mails;
    private long uidValidity = -1;
    private long lastUid;

    ImapMailbox(MailServer server, String folderName, Duration timeout, int largestMail, InboundMails mails) {
        this.server = server;
        this.folderName = folderName;
        this.timeout = timeout;
        this.largestMail = largestMail;
        this.mails = mails;
    }

    void poll(Inbox inbox) {
        try (Store store = MailSessions.imap(server, timeout).getStore("imap")) {
            store.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(""),
                    server.password().orElse(""));
            try (Folder folder = store.getFolder(folderName)) {
                folder.open(Folder.READ_WRITE);
                fetchNew(folder, inbox);
            }
        } catch (MessagingException e) {
            throw MailFaults.unavailable(SERVER, server, e);
        }
    }

    private void fetchNew(Folder folder, Inbox inbox) throws MessagingException {
        UIDFolder uids = (UIDFolder) folder;
        if (uids.getUIDValidity() != uidValidity) {
            uidValidity = uids.getUIDValidity();
            lastUid = 0;
        }
        Message[] messages = uids.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            long uid = uids.getUID(message);
            if (uid > lastUid) { // a server asked for n:* gives its last message also when that is older than n
                take((IMAPMessage) message, uid, inbox);
                lastUid = uid;
            }
        }
    }

    /** Takes one mail. Returns when it is stored, kept as unreadable, or gone; throws if the next poll must try again. */
    private void take(IMAPMessage message, long uid, Inbox inbox) throws MessagingException {
        boolean tooLarge = message.getSize() > largestMail;
        byte[] raw;
        try {
            raw = read(message, tooLarge ? BEGINNING : largestMail);
        } catch (MessageRemovedException e) {
            return;
        } catch (IOException | MessagingException e) {
            keepUnlessDisconnected(message, uid, inbox, e);
            return;
        }
        InboundMessage inbound;
        try {
            inbound = tooLarge ? mails.beginning(raw, remark(message.getSize())) : mails.whole(raw);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("A mail (UID {}) could not be read as a message and is kept.", uid, e);
            inbox.keepUnreadable(
                    "sha256:" + Hashing.sha256().hashBytes(raw),
                    "It fails to parse: " + e.getClass().getName(),
                    raw);
            return;
        }
        inbox.receive(inbound);
        mark(message, uid, tooLarge ? Flags.Flag.FLAGGED : Flags.Flag.SEEN);
    }

    private static byte[] read(IMAPMessage message, int limit) throws IOException, MessagingException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return ByteStreams.limit(in, limit).readAllBytes();
        }
    }

    private String remark(int size) {
        return "The mail has " + size / 1024 + " KB and the limit is " + largestMail / 1024
                + " KB. Only its beginning was taken; the whole is in the mailbox, flagged.";
    }

    private void keepUnlessDisconnected(IMAPMessage message, long uid, Inbox inbox, Exception fault)
            throws MessagingException {
        boolean connected = message.getFolder().isOpen() && MailFaults.kind(fault) != Kind.UNREACHABLE;
        if (!connected) {
            throw MailFaults.unavailable(SERVER, server, fault);
        }
        log.error("The server does not give out the mail with UID {}.", uid, fault);
        inbox.keepUnreadable("imap:" + uidValidity + ":" + uid, "The server does not give it out.", new byte[0]);
    }

    /** A help for people who look into the mailbox; the desk does not rely on it. */
    private static void mark(IMAPMessage message, long uid, Flags.Flag flag) {
        try {
            message.setFlag(flag, true);
        } catch (MessagingException e) {
            log.info("The mail with UID {} is stored but could not be marked in the mailbox.", uid, e);
        }
    }
}

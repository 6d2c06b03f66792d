package dev.heed.email;

import com.google.common.hash.Hashing;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a folder by UID, from where the cursor stands. With a new cursor, and when UIDVALIDITY changes (RFC 9051
 * section 2.3.1.1), the folder is read from its beginning and the store drops what it knows. Used by one thread at a
 * time.
 */
final class ImapMailbox {
    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);
    private static final int BEGINNING = 1024 * 1024;
    private static final int BLOCK = 1024 * 1024;
    private static final String SERVER = "IMAP server";

    private final MailServer server;
    private final String folderName;
    private final Duration timeout;
    private final int largestMail;
    private final InboundMails mails;
    private final Cursor cursor;

    /** Where the last poll of a folder ended. Kept apart, so that a channel is built without the mail library. */
    static final class Cursor {
        private long uidValidity = -1;
        private long lastUid;
    }

    ImapMailbox(
            MailServer server,
            String folderName,
            Duration timeout,
            int largestMail,
            InboundMails mails,
            Cursor cursor) {
        this.server = server;
        this.folderName = folderName;
        this.timeout = timeout;
        this.largestMail = largestMail;
        this.mails = mails;
        this.cursor = cursor;
    }

    void poll(Inbox inbox) {
        try (Store store = MailSessions.imap(server, timeout).getStore("imap")) {
            store.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(""),
                    server.password().orElse(""));
            IMAPFolder folder = (IMAPFolder) store.getFolder(folderName);
            folder.open(Folder.READ_WRITE);
            for (Waiting mail : waiting(folder)) {
                take(folder, mail, inbox);
                cursor.lastUid = mail.uid;
            }
            // no folder.close(), which would expunge what people have marked; closing the store leaves the folder
        } catch (MessagingException e) {
            throw MailFaults.unavailable(SERVER, server, e);
        }
    }

    /** A mail that has not been taken, by its UID, which stays the same while others delete mails. */
    private record Waiting(long uid, int size) {}

    private List<Waiting> waiting(IMAPFolder folder) throws MessagingException {
        if (folder.getUIDValidity() != cursor.uidValidity) {
            cursor.uidValidity = folder.getUIDValidity();
            cursor.lastUid = 0;
        }
        Message[] messages = folder.getMessagesByUID(cursor.lastUid + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        List<Waiting> waiting = new ArrayList<>();
        for (Message message : messages) {
            // a server asked for n:* gives its last mail also when that is older than n
            if (!message.isExpunged() && folder.getUID(message) > cursor.lastUid) {
                waiting.add(new Waiting(folder.getUID(message), message.getSize()));
            }
        }
        return waiting;
    }

    /** Takes one mail. Returns when it is stored, kept as unreadable, or gone; throws if the next poll must try again. */
    private void take(IMAPFolder folder, Waiting mail, Inbox inbox) throws MessagingException {
        boolean tooLarge = mail.size > largestMail;
        byte[] raw = given(folder, mail.uid, tooLarge ? Math.min(BEGINNING, largestMail) : largestMail);
        if (raw.length == 0) {
            keepUnlessGone(folder, mail.uid, inbox);
            return;
        }
        InboundMessage inbound;
        try {
            inbound = tooLarge ? mails.beginning(raw, remark(mail.size)) : mails.whole(raw);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("A mail (UID {}) could not be read as a message and is kept.", mail.uid, e);
            inbox.keepUnreadable(
                    "sha256:" + Hashing.sha256().hashBytes(raw),
                    "It fails to parse: " + e.getClass().getName(),
                    raw);
            return;
        }
        inbox.receive(inbound);
        mark(folder, mail.uid, tooLarge ? "\\Flagged" : "\\Seen");
    }

    /** The mail; empty if the server refuses it. */
    private static byte[] given(IMAPFolder folder, long uid, int limit) throws MessagingException {
        try {
            return read(folder, uid, limit);
        } catch (MessagingException e) {
            Exception cause = e.getNextException();
            if (cause instanceof CommandFailedException || cause instanceof BadCommandException) {
                log.warn("The server refuses the mail with UID {}.", uid, e);
                return new byte[0];
            }
            throw e;
        }
    }

    /** The mail without marking it, block by block. */
    private static byte[] read(IMAPFolder folder, long uid, int limit) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        boolean more = true;
        while (more && raw.size() < limit) {
            int from = raw.size();
            int wanted = Math.min(BLOCK, limit - from);
            Optional<BODY> body = fetch(folder, uid, "BODY.PEEK[]<" + from + "." + wanted + ">")
                    .map(answer -> answer.getItem(BODY.class))
                    .filter(part -> from == 0 || part.getOrigin() == from);
            if (body.isEmpty()) {
                return new byte[0];
            }
            ByteArray block = body.get().getByteArray();
            int length = block == null ? 0 : block.getCount();
            if (block != null) {
                raw.write(block.getBytes(), block.getStart(), Math.min(length, limit - from));
            }
            more = length == wanted;
        }
        return raw.toByteArray();
    }

    /** What the server says about a mail; nothing if it has no such mail. */
    private static Optional<FetchResponse> fetch(IMAPFolder folder, long uid, String what) throws MessagingException {
        Response[] answers = (Response[]) folder.doCommand(protocol -> {
            Response[] all = protocol.command("UID FETCH " + uid + " (UID " + what + ")", null);
            protocol.notifyResponseHandlers(all);
            protocol.handleResult(all[all.length - 1]);
            return all;
        });
        return Stream.of(answers)
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .filter(answer -> isAbout(answer, uid))
                .findFirst();
    }

    private static boolean isAbout(FetchResponse answer, long uid) {
        UID found = answer.getItem(UID.class);
        return found != null && found.uid == uid;
    }

    private String remark(int size) {
        return "The mail has " + size / 1024 + " KB and the limit is " + largestMail / 1024
                + " KB. Only its beginning was taken; the whole is in the mailbox, flagged.";
    }

    private void keepUnlessGone(IMAPFolder folder, long uid, Inbox inbox) throws MessagingException {
        if (fetch(folder, uid, "RFC822.SIZE").isPresent()) {
            log.error("The server does not give out the mail with UID {}.", uid);
            inbox.keepUnreadable(
                    "imap:" + cursor.uidValidity + ":" + uid, "The server does not give it out.", new byte[0]);
        }
    }

    /** A help for people who look into the mailbox; the desk does not rely on it. */
    private static void mark(IMAPFolder folder, long uid, String flag) {
        try {
            Object unused = folder.doCommand(protocol -> {
                protocol.simpleCommand("UID STORE " + uid + " +FLAGS (" + flag + ")", null);
                return "marked";
            });
        } catch (MessagingException e) {
            log.info("The mail with UID {} is stored but could not be marked in the mailbox.", uid, e);
        }
    }
}

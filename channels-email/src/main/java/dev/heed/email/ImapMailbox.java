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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
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
    /** Response codes of RFC 9051 section 7.1 and RFC 5530 that say nothing against the mail. */
    private static final Pattern PASSES =
            Pattern.compile("\\S+ (?:NO|BAD) \\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\\b", Pattern.CASE_INSENSITIVE);

    private static final String SERVER = "IMAP server";

    private final MailServer server;
    private final String folderName;
    private final Duration timeout;
    private final int largestMail;
    private final InboundMails mails;
    private final Cursor cursor;

    /** Where the last poll of a folder ended. Kept apart, so that a channel is built without the mail library. */
    static final class Cursor {
        /** What was not given out when it was asked for, to be asked for again in the next poll; the latest last. */
        private final Set<Waiting> late = new LinkedHashSet<>();
        /** Those among them, by UID, that the server has refused without a reason that passes. */
        private final Set<Long> refused = new HashSet<>();

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
        try {
            Store store = MailSessions.imap(server, timeout).getStore("imap");
            try {
                store.connect(
                        server.host(),
                        server.port(),
                        server.user().orElse(""),
                        server.password().orElse(""));
                IMAPFolder folder = (IMAPFolder) store.getFolder(folderName);
                folder.open(Folder.READ_WRITE);
                takeAll(folder, inbox);
                // no folder.close(), which would expunge what people have marked; closing the store leaves the folder
            } finally {
                leave(store);
            }
        } catch (MessagingException e) {
            throw MailFaults.unavailable(SERVER, server, e);
        }
    }

    /** A farewell that fails says nothing about the mails that were taken. */
    static void leave(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            log.debug("The connection to the IMAP server was gone before it was closed: {}", MailFaults.where(e));
        }
    }

    /** New mails first, so that one which the server cannot give out for long does not hold up the others. */
    private void takeAll(IMAPFolder folder, Inbox inbox) throws MessagingException {
        List<Waiting> fresh = waiting(folder);
        List<Waiting> again = List.copyOf(cursor.late);
        for (Waiting mail : fresh) {
            takeOrPostpone(folder, mail, inbox);
            cursor.lastUid = mail.uid;
        }
        for (Waiting mail : again) {
            takeOrPostpone(folder, mail, inbox);
        }
    }

    private void takeOrPostpone(IMAPFolder folder, Waiting mail, Inbox inbox) throws MessagingException {
        try {
            take(folder, mail, inbox);
        } catch (MessagingException e) {
            if (answer(e).isPresent()) {
                cursor.late.remove(mail);
                cursor.late.add(mail);
                cursor.lastUid = Math.max(cursor.lastUid, mail.uid);
            }
            throw e;
        }
    }

    /** A mail that has not been taken, by its UID, which stays the same while others delete mails. */
    private record Waiting(long uid, int size) {}

    private List<Waiting> waiting(IMAPFolder folder) throws MessagingException {
        if (folder.getUIDValidity() != cursor.uidValidity) {
            cursor.uidValidity = folder.getUIDValidity();
            cursor.lastUid = 0;
            cursor.late.clear();
            cursor.refused.clear();
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

    /** Takes one mail. Returns when it is stored, kept as unreadable, gone, or late; throws if the poll cannot go on. */
    private void take(IMAPFolder folder, Waiting mail, Inbox inbox) throws MessagingException {
        boolean tooLarge = mail.size > largestMail;
        byte[] raw = given(folder, mail.uid, tooLarge ? Math.min(BEGINNING, largestMail) : largestMail);
        if (raw.length == 0) {
            missing(folder, mail, inbox);
            return;
        }
        InboundMessage inbound;
        try {
            inbound = tooLarge ? mails.beginning(raw, remark(mail.size)) : mails.whole(raw);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("A mail (UID {}) could not be read as a message and is kept: {}", mail.uid, MailFaults.where(e));
            inbox.keepUnreadable(
                    "sha256:" + Hashing.sha256().hashBytes(raw),
                    "It fails to parse: " + e.getClass().getName(),
                    raw);
            settled(mail);
            return;
        }
        inbox.receive(inbound);
        settled(mail);
        mark(folder, mail.uid, tooLarge ? "\\Flagged" : "\\Seen");
    }

    private void settled(Waiting mail) {
        cursor.late.remove(mail);
        cursor.refused.remove(mail.uid);
    }

    /** The mail; empty if the server refuses it for no reason that passes. */
    private static byte[] given(IMAPFolder folder, long uid, int limit) throws MessagingException {
        try {
            return read(folder, uid, limit);
        } catch (MessagingException e) {
            Optional<String> answer = answer(e);
            if (answer.isEmpty() || PASSES.matcher(answer.get()).lookingAt()) {
                throw e;
            }
            log.warn("The server refuses the mail with UID {}: {}", uid, MailFaults.where(e));
            return new byte[0];
        }
    }

    /** What the server said, if it has answered a command with NO or BAD. */
    private static Optional<String> answer(MessagingException fault) {
        Exception cause = fault.getNextException();
        boolean answered = cause instanceof CommandFailedException || cause instanceof BadCommandException;
        return answered
                ? Optional.ofNullable(((ProtocolException) cause).getResponse()).map(Response::toString)
                : Optional.empty();
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

    /** A mail that the server has and does not give out is given up only when a second poll gets no more of it. */
    private void missing(IMAPFolder folder, Waiting mail, Inbox inbox) throws MessagingException {
        if (fetch(folder, mail.uid, "RFC822.SIZE").isEmpty()) {
            settled(mail);
        } else if (cursor.refused.add(mail.uid)) {
            cursor.late.add(mail);
        } else {
            log.error("The server does not give out the mail with UID {}.", mail.uid);
            inbox.keepUnreadable(
                    "imap:" + cursor.uidValidity + ":" + mail.uid, "The server does not give it out.", new byte[0]);
            settled(mail);
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
            log.info(
                    "The mail with UID {} is stored but could not be marked in the mailbox: {}",
                    uid,
                    MailFaults.where(e));
        }
    }
}

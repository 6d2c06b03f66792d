package dev.heed.examples.firstanswer;

import dev.heed.error.InvalidInputException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Looks into the mailbox without changing anything: is it empty, and whose mails are there? */
final class WatchedFolder {
    private static final int BEGINNING = 64 * 1024;

    private final MailUrl url;
    private final OwnMails mails;

    WatchedFolder(MailUrl url, OwnMails mails) {
        this.url = url;
        this.mails = mails;
    }

    /**
     * Makes sure that nobody's mail is there.
     *
     * @throws InvalidInputException if there is one
     * @throws dev.heed.error.ChannelUnavailableException if it cannot be looked at
     */
    void requireEmpty() {
        int found = look(Folder::getMessageCount);
        if (found > 0) {
            throw new InvalidInputException(
                    "The folder “" + url.folder() + "” at " + url + " is not empty: it holds "
                            + Words.count(found, "mail") + ". The example would answer them, so it does not begin; "
                            + "nothing was sent.",
                    "Use a mailbox made for trying, empty this one, or name an empty folder that gets the mail for "
                            + "--address: imaps://user:password@host/folder.");
        }
    }

    /**
     * What is in the folder.
     *
     * @param own the marks of our own mails from a UID on, in the order of UIDs; empty for an answer to one of ours
     * @param strangers how many mails of others there are
     * @param next the UID to go on with
     */
    record Contents(List<Optional<String>> own, int strangers, long next) {}

    /** What is there from this UID on. */
    Contents from(long uid) {
        return look(folder -> {
            Message[] messages = folder.getMessagesByUID(uid, UIDFolder.LASTUID);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(OwnMails.HEADER);
            folder.fetch(messages, profile);
            List<Optional<String>> own = new ArrayList<>();
            int strangers = 0;
            long next = uid;
            for (Message message : messages) {
                if (message.isExpunged() || folder.getUID(message) < uid) {
                    continue; // a server asked for n:* gives its last mail also when that is older than n
                }
                next = Math.max(next, folder.getUID(message) + 1);
                Optional<String> mark = mark(message);
                if (mails.isOwn(mark)) {
                    mark.ifPresent(mails::arrived);
                    own.add(mark);
                } else if (mails.answersUs(beginning(message))) {
                    own.add(Optional.empty());
                } else {
                    strangers++;
                }
            }
            return new Contents(own, strangers, next);
        });
    }

    private static Optional<String> mark(Message message) throws MessagingException {
        String[] values = message.getHeader(OwnMails.HEADER);
        return values == null || values.length == 0
                ? Optional.empty()
                : Optional.of(values[0].strip().split("\\s", 2)[0]);
    }

    private static String beginning(Message message) throws MessagingException {
        try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be read.", e);
        }
    }

    /** Something to do with the open folder. */
    private interface Look<T> {
        T at(IMAPFolder folder) throws MessagingException;
    }

    private <T> T look(Look<T> look) {
        try (Store store = url.session().getStore("imap")) {
            store.connect(url.host(), url.port(), url.user(), url.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(url.folder());
            folder.open(Folder.READ_ONLY);
            return look.at(folder);
        } catch (MessagingException e) {
            throw MailTrouble.of(url, e);
        }
    }
}

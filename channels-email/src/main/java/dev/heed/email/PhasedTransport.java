package dev.heed.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A transport that remembers whether it was about to say that the mail is complete: the line with the final dot (RFC
 * 5321 section 4.1.1.4), or the last chunk. Before that a broken connection means that nothing was accepted; after it,
 * nobody knows.
 */
final class PhasedTransport extends SMTPTransport {
    private boolean saidAll;

    PhasedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    boolean saidAll() {
        return saidAll;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        saidAll = true;
        super.finishData();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        saidAll = true;
        super.finishBdat();
    }
}

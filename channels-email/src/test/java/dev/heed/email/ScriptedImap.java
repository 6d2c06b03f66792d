package dev.heed.email;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An IMAP server with one folder that keeps to the protocol except where a test told it not to. */
final class ScriptedImap implements AfterEachCallback {

    private static final Pattern BODY =
            Pattern.compile("UID FETCH (\\d+) \\(UID BODY\\.PEEK\\[\\]<(\\d+)\\.(\\d+)>\\)");

    private static final Map<Fault, String> NO = Map.of(
            Fault.REFUSED, " NO the mail has a hole",
            Fault.UNAVAILABLE, " NO [SERVERBUG] the disk has a hole",
            Fault.BUSY, " NO [INUSE] somebody else is reading",
            Fault.LIMITED, " BAD [LIMIT Commands] that was too much");

    private final ScriptedServer server = ScriptedServer.of(this::talk);
    private final List<byte[]> mails = new ArrayList<>();
    private final Set<Integer> gone = new HashSet<>();
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final List<String> commands = new ArrayList<>();
    private long uidValidity = 1;

    /** What goes wrong when a certain mail is fetched. */
    enum Fault {
        /** The server says NO. */
        REFUSED,
        /** The server says OK and gives nothing. */
        NOTHING,
        /** The server says that the mail is empty. */
        NIL,
        /** Somebody else has deleted the mail for good. */
        GONE,
        /** The server says NO to whatever is asked of the mail. */
        UNAVAILABLE,
        /** The server says NO, because it is not at its best; to other questions about the mail it answers. */
        BUSY,
        /** As before, in other words. */
        LIMITED,
        /** The connection breaks. */
        CUT
    }

    synchronized ScriptedImap holds(RawMail... all) {
        mails.clear();
        for (RawMail mail : all) {
            mails.add(mail.bytes());
        }
        return this;
    }

    /** Fetching the mail with this number, from 1 on, goes wrong. */
    synchronized ScriptedImap fault(int number, Fault fault) {
        faults.put(number, fault);
        return this;
    }

    /** Nothing goes wrong any more. */
    synchronized ScriptedImap mended() {
        faults.clear();
        return this;
    }

    synchronized ScriptedImap uidValidity(long value) {
        uidValidity = value;
        return this;
    }

    /** Everything the client said, without tags. */
    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    MailServer address() {
        return MailServer.plain("127.0.0.1", server.port());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.afterEach(context);
    }

    private void talk(ScriptedServer.Line line) throws IOException {
        line.say("* OK ready");
        for (Optional<String> next = line.read(); next.isPresent(); next = line.read()) {
            int blank = next.get().indexOf(' ');
            String tag = next.get().substring(0, blank);
            String command = next.get().substring(blank + 1);
            note(command);
            if (!obey(line, tag, command)) {
                return;
            }
        }
    }

    private boolean obey(ScriptedServer.Line line, String tag, String command) throws IOException {
        Matcher body = BODY.matcher(command);
        if (body.matches()) {
            return give(line, tag, number(body, 1), number(body, 2), number(body, 3));
        }
        if (command.startsWith("CAPABILITY")) {
            line.say("* CAPABILITY IMAP4rev1");
        } else if (command.startsWith("LIST")) {
            line.say("* LIST () \"/\" INBOX");
        } else if (command.startsWith("SELECT")) {
            select(line);
        } else if (command.contains("RFC822.SIZE") && command.startsWith("UID") && isUnavailable()) {
            line.say(tag + " NO [UNAVAILABLE] come back later");
            return true;
        } else if (command.toUpperCase(Locale.ROOT).contains("FETCH")) {
            list(line);
        }
        line.say(tag + (command.startsWith("SELECT") ? " OK [READ-WRITE] done" : " OK done"));
        return !command.startsWith("LOGOUT");
    }

    private synchronized void select(ScriptedServer.Line line) throws IOException {
        line.say("* " + mails.size() + " EXISTS");
        line.say("* OK [UIDVALIDITY " + uidValidity + "] fine");
        line.say("* FLAGS (\\Seen \\Flagged)");
    }

    private synchronized void list(ScriptedServer.Line line) throws IOException {
        for (int i = 0; i < mails.size(); i++) {
            if (gone.contains(i + 1)) {
                continue;
            }
            line.say("* " + (i + 1) + " FETCH (UID " + (i + 1) + " RFC822.SIZE " + mails.get(i).length + ")");
        }
    }

    private synchronized boolean give(ScriptedServer.Line line, String tag, int number, int from, int length)
            throws IOException {
        Fault fault = faults.get(number);
        if (fault == null) {
            literal(line, number, from, length);
        } else if (fault == Fault.CUT) {
            line.cut();
            return false;
        } else if (NO.containsKey(fault)) {
            line.say(tag + NO.get(fault));
            return true;
        } else if (fault == Fault.GONE) {
            gone.add(number);
            line.say("* " + number + " EXPUNGE");
            line.say(tag + " NO [EXPUNGEISSUED] gone");
            return true;
        } else if (fault == Fault.NIL) {
            line.say("* " + number + " FETCH (UID " + number + " BODY[] NIL)");
        }
        line.say(tag + " OK done");
        return true;
    }

    private void literal(ScriptedServer.Line line, int number, int from, int length) throws IOException {
        byte[] mail = mails.get(number - 1);
        int start = Math.min(from, mail.length);
        String part = new String(mail, start, Math.min(length, mail.length - start), StandardCharsets.ISO_8859_1);
        line.say("* " + number + " FETCH (UID " + number + " BODY[]<" + from + "> {" + part.length() + "}");
        line.say(part + ")");
    }

    private synchronized boolean isUnavailable() {
        return faults.containsValue(Fault.UNAVAILABLE);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private synchronized void note(String command) {
        commands.add(command);
    }
}

package dev.heed.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An SMTP server that takes every mail, except where a test told it to answer otherwise or to break off. */
final class ScriptedSmtp implements AfterEachCallback {

    private static final String CUT = "";
    private static final int MIDDLE_LINES = 100;

    private final ScriptedServer server = ScriptedServer.of(this::talk);
    private final Map<Stage, Deque<String>> answers = new EnumMap<>(Stage.class);
    private final List<byte[]> mails = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private boolean offersTls;

    /** Where in the conversation something happens. */
    enum Stage {
        GREETING,
        LOGIN,
        SENDER,
        RECIPIENT,
        DATA,
        /** After the first lines of the mail. */
        MIDDLE,
        /** After the final dot, before the answer to it. */
        DOT,
        /** After that answer. */
        AFTER
    }

    /** The next time it comes to this, the server answers so. */
    synchronized ScriptedSmtp answer(Stage stage, String answer) {
        answers.computeIfAbsent(stage, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** The next time it comes to this, the server breaks the connection. */
    ScriptedSmtp cut(Stage stage) {
        return answer(stage, CUT);
    }

    /** From now on STARTTLS is offered. */
    synchronized ScriptedSmtp offerTls() {
        offersTls = true;
        return this;
    }

    MailServer address() {
        return MailServer.plain("127.0.0.1", server.port());
    }

    int port() {
        return server.port();
    }

    /** Every mail that was received up to its final dot, whatever was answered to it. */
    synchronized List<byte[]> mails() {
        return List.copyOf(mails);
    }

    /** The Message-IDs of those mails. */
    List<String> messageIds() {
        return mails().stream()
                .map(raw -> MailParser.parse(raw, MailLimits.standard()))
                .map(mail -> mail.messageId().orElse(""))
                .toList();
    }

    /** Everything the client said, without mails. */
    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.afterEach(context);
    }

    private void talk(ScriptedServer.Line line) throws IOException {
        if (!say(line, Stage.GREETING, "220 scripted.example")) {
            return;
        }
        for (Optional<String> next = line.read(); next.isPresent(); next = line.read()) {
            String command = next.get();
            note(command);
            if (!obey(line, command.toUpperCase(Locale.ROOT))) {
                return;
            }
        }
    }

    private boolean obey(ScriptedServer.Line line, String command) throws IOException {
        String verb = command.length() < 4 ? command : command.substring(0, 4);
        return switch (verb) {
            case "EHLO" -> hello(line);
            case "STAR" -> startTls(line);
            case "AUTH" -> say(line, Stage.LOGIN, "235 welcome");
            case "MAIL" -> say(line, Stage.SENDER, "250 fine");
            case "RCPT" -> say(line, Stage.RECIPIENT, "250 fine");
            case "DATA" -> data(line);
            case "QUIT" -> false;
            default -> say(line, "250 fine");
        };
    }

    private boolean hello(ScriptedServer.Line line) throws IOException {
        line.say("250-scripted.example");
        if (offersTls()) {
            line.say("250-STARTTLS");
        }
        return say(line, "250 AUTH PLAIN LOGIN");
    }

    private boolean startTls(ScriptedServer.Line line) throws IOException {
        line.say("220 go on");
        line.startTls();
        return true;
    }

    private boolean data(ScriptedServer.Line line) throws IOException {
        String answer = next(Stage.DATA).orElse("354 go on");
        return say(line, answer) && (!answer.startsWith("354") || take(line));
    }

    /** Reads a mail. False when the connection is broken. */
    private boolean take(ScriptedServer.Line line) throws IOException {
        boolean cutInTheMiddle = next(Stage.MIDDLE).isPresent();
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        int lines = 0;
        for (Optional<String> next = line.read(); next.isPresent(); next = line.read()) {
            String text = next.get();
            if (text.equals(".")) {
                keep(mail.toByteArray());
                return say(line, Stage.DOT, "250 taken") && goOn(line);
            }
            mail.writeBytes(
                    ((text.startsWith(".") ? text.substring(1) : text) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            if (cutInTheMiddle && ++lines > MIDDLE_LINES) {
                line.cut();
                return false;
            }
        }
        return false;
    }

    private boolean goOn(ScriptedServer.Line line) throws IOException {
        if (next(Stage.AFTER).isPresent()) {
            line.cut();
            return false;
        }
        return true;
    }

    private boolean say(ScriptedServer.Line line, Stage stage, String usual) throws IOException {
        return say(line, next(stage).orElse(usual));
    }

    private static boolean say(ScriptedServer.Line line, String answer) throws IOException {
        if (answer.equals(CUT)) {
            line.cut();
            return false;
        }
        line.say(answer);
        return true;
    }

    private synchronized Optional<String> next(Stage stage) {
        Deque<String> queue = answers.get(stage);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private synchronized boolean offersTls() {
        return offersTls;
    }

    private synchronized void keep(byte[] mail) {
        mails.add(mail);
    }

    private synchronized void note(String command) {
        commands.add(command);
    }
}

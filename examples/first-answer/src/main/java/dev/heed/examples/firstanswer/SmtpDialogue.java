package dev.heed.examples.firstanswer;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks just enough SMTP (RFC 5321) to hand in a mail byte by byte, however broken it is: a mail library would mend it
 * on the way.
 */
final class SmtpDialogue implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    SmtpDialogue(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
        expect('2');
        say("EHLO customer.example", '2');
    }

    void handIn(String from, String to, byte[] mail) throws IOException {
        say("MAIL FROM:<" + from + ">", '2');
        say("RCPT TO:<" + to + ">", '2');
        say("DATA", '3');
        out.write(dotStuffed(mail));
        say(".", '2');
    }

    /** Lines end with CRLF, and one that begins with a dot gets another (section 4.5.2). */
    private static byte[] dotStuffed(byte[] mail) {
        ByteArrayOutputStream stuffed = new ByteArrayOutputStream(mail.length + 64);
        boolean lineStart = true;
        for (int i = 0; i < mail.length; i++) {
            byte b = mail[i];
            if (b == '\r' || b == '\n') {
                boolean pair = b == '\r' && i + 1 < mail.length && mail[i + 1] == '\n';
                i += pair ? 1 : 0;
                stuffed.write('\r');
                stuffed.write('\n');
                lineStart = true;
                continue;
            }
            if (lineStart && b == '.') {
                stuffed.write('.');
            }
            stuffed.write(b);
            lineStart = false;
        }
        if (!lineStart) {
            stuffed.write('\r');
            stuffed.write('\n');
        }
        return stuffed.toByteArray();
    }

    private void say(String line, char expected) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        expect(expected);
    }

    private void expect(char first) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.isEmpty() || line.charAt(0) != first) {
            throw new IOException("The mail server answers: " + line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.heed.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on this machine that says what a test tells it to say. Each connection has a thread of its own. */
final class ScriptedServer implements AfterEachCallback {

    private final ServerSocket socket;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** What the server says on one connection; when it returns or throws, the connection is closed. */
    @FunctionalInterface
    interface Script {
        void talk(Line line) throws IOException;
    }

    private ScriptedServer(ServerSocketFactory factory, Script script) {
        this.script = script;
        try {
            socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("scripted-server", this::accept);
    }

    /** A server that follows a script. */
    static ScriptedServer of(Script script) {
        return new ScriptedServer(ServerSocketFactory.getDefault(), script);
    }

    /** A server that follows a script with TLS from the first byte. */
    static ScriptedServer tls(TestTls certificate, Script script) {
        return new ScriptedServer(certificate.serverSockets(), script);
    }

    /** A server that takes connections and never says anything. */
    static ScriptedServer silent() {
        return of(Line::ignore);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections have been taken. */
    int connections() {
        return connections.get();
    }

    void close() {
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                start("scripted-connection", () -> talk(connection));
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            script.talk(new Line(connection));
        } catch (IOException e) {
            open.remove(connection); // the client has gone away, which the test will notice at the other end
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection, line by line. */
    static final class Line {

        private Socket socket;
        private InputStream in;
        private OutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            this.out = socket.getOutputStream();
        }

        /** The next line without its end; empty when the client has closed. */
        Optional<String> read() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet == '\n') {
                    return Optional.of(
                            line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
                }
                line.write(octet);
            }
            return Optional.empty();
        }

        /** Listens to the client until it closes. */
        void ignore() throws IOException {
            long unused = in.transferTo(OutputStream.nullOutputStream());
        }

        void say(String line) throws IOException {
            say((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        void say(byte[] octets) throws IOException {
            out.write(octets);
            out.flush();
        }

        /** Breaks the connection off, so that the next write of the client fails. */
        void cut() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Goes on with TLS on the same connection. */
        void startTls() throws IOException {
            SSLSocket secured =
                    (SSLSocket) TestTls.HERE.upgrades().createSocket(socket, "127.0.0.1", socket.getPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            socket = secured;
            in = new BufferedInputStream(secured.getInputStream());
            out = secured.getOutputStream();
        }
    }
}

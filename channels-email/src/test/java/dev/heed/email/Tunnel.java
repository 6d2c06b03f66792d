package dev.heed.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Passes connections on to another port of this machine, with TLS in front if wanted. Can be shut and opened again. */
final class Tunnel implements AfterEachCallback {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean shut;

    private Tunnel(ServerSocketFactory factory, int exit) {
        this.exit = exit;
        try {
            entrance = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** A tunnel without protection. */
    static Tunnel plain(int exit) {
        return new Tunnel(ServerSocketFactory.getDefault(), exit);
    }

    /** A tunnel whose entrance speaks TLS. */
    static Tunnel tls(TestTls certificate, int exit) {
        return new Tunnel(certificate.serverSockets(), exit);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many connections have been taken, those turned away included. */
    int connections() {
        return connections.get();
    }

    /** From now on every connection is closed at once, or no longer. */
    Tunnel shut(boolean value) {
        shut = value;
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket in = entrance.accept();
                connections.incrementAndGet();
                if (shut) {
                    in.close();
                } else {
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), exit);
                    start(() -> pass(in, out));
                    start(() -> pass(out, in));
                }
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void pass(Socket from, Socket to) {
        sockets.add(from);
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            sockets.remove(from); // one end has gone away, and so does the other
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tunnel");
        thread.setDaemon(true);
        thread.start();
    }
}

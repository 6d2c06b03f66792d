package dev.heed.jdbc.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Stands between the nodes and the database, and cuts, half-closes or delays what goes through. Thread-safe. */
final class CutProxy implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocket listening;
    private final int database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile long delayUntil = System.nanoTime();

    private record Line(Socket node, Socket database) {
        void cut() {
            close(node);
            close(database);
        }
    }

    CutProxy(int database) {
        this.database = database;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Line line = new Line(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), database));
                lines.add(line);
                threads.execute(() -> pump(line, line.node, line.database));
                threads.execute(() -> pump(line, line.database, line.node));
            } catch (IOException e) {
                // the database is not there just now, or the proxy is closed
            }
        }
    }

    private void pump(Line line, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                LockSupport.parkNanos(delayUntil - System.nanoTime());
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // cut
        }
        line.cut();
        lines.remove(line);
    }

    /** All lines break in the middle of whatever they carry. */
    void cutAll() {
        lines.forEach(Line::cut);
    }

    /** What the database answers does not arrive any more: it may have committed, and nobody hears of it. */
    void closeTowardsNodes() {
        lines.forEach(line -> halfClose(line.node));
    }

    /** What the nodes say does not arrive any more, and they may still hear an answer. */
    void closeTowardsDatabase() {
        lines.forEach(line -> halfClose(line.database));
    }

    /** Nothing goes through for so long, and all of it does then. */
    void delay(Duration pause) {
        delayUntil = System.nanoTime() + pause.toNanos();
    }

    private static void halfClose(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // cut meanwhile
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() {
        close(listening);
        cutAll();
        threads.shutdownNow();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed
        }
    }
}

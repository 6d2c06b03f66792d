package dev.heed.jdbc.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All that is outside of the nodes and outlives them: a mailbox that gives out what nobody has acknowledged, and a platform
 * that takes messages, sometimes without an answer. It writes down what it saw. Thread-safe.
 */
final class World implements AutoCloseable {
    private static final int MOST_AT_ONCE = 5;
    private static final int IN_A_THOUSAND = 1000;
    private static final int NO_ANSWER = 20;
    private static final int BUSY = 40;
    private static final int GONE = 500;

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random chance;
    /** Whether each mail was acknowledged. */
    private final Map<String, Boolean> mails = new TreeMap<>();
    /** How often each message was taken over. */
    final Map<String, Integer> taken = new TreeMap<>();
    /** Whether a program wrote it. */
    final Map<String, Boolean> automatic = new TreeMap<>();

    private int given;
    private boolean calm;

    World(long seed) {
        chance = new Random(seed);
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
                Socket caller = listening.accept();
                threads.execute(() -> answer(caller));
            } catch (IOException e) {
                // closed
            }
        }
    }

    /** One line is asked, one is answered, or none. */
    private void answer(Socket caller) {
        try (caller) {
            String asked = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            String answer = asked == null ? "" : answer(List.of(asked.split(" ", -1)));
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the node was killed
        }
    }

    private String answer(List<String> asked) {
        return switch (asked.get(0)) {
            case "poll" -> String.join(" ", waiting()) + "\n";
            case "ack" -> acknowledge(asked.get(1));
            default -> send(asked.get(1), Boolean.parseBoolean(asked.get(2)));
        };
    }

    /** Somebody writes. */
    synchronized void write(int mailsAtOnce) {
        for (int i = 0; i < mailsAtOnce; i++) {
            mails.put("mail-" + ++given, false);
        }
    }

    /** From now on it answers everybody. */
    synchronized void calmDown() {
        calm = true;
    }

    synchronized List<String> mails() {
        return List.copyOf(mails.keySet());
    }

    synchronized boolean isAllAcknowledged() {
        return mails.values().stream().allMatch(Boolean::booleanValue);
    }

    private synchronized List<String> waiting() {
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Boolean> mail : mails.entrySet()) {
            if (!mail.getValue() && open.size() < MOST_AT_ONCE) {
                open.add(mail.getKey());
            }
        }
        return open;
    }

    private synchronized String acknowledge(String mail) {
        mails.put(mail, true);
        return "ok\n";
    }

    private String send(String message, boolean isAutomatic) {
        int luck = take(message, isAutomatic);
        if (luck < NO_ANSWER) {
            return ""; // taken, and nobody knows
        }
        return luck < BUSY ? "busy\n" : "ok\n";
    }

    private synchronized int take(String message, boolean isAutomatic) {
        int luck = calm ? GONE : chance.nextInt(IN_A_THOUSAND);
        if (luck < NO_ANSWER || luck >= BUSY) {
            taken.merge(message, 1, Integer::sum);
            automatic.put(message, isAutomatic);
        }
        return luck;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

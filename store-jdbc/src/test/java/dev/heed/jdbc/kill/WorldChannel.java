package dev.heed.jdbc.kill;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The way to the {@link World}, which knows no duplicates of what is sent. */
final class WorldChannel implements ChannelAdapter {
    static final ChannelId ID = ChannelId.of("world");
    private static final long PAUSE = 150_000_000;
    private final int world;
    private final Fault fault;

    WorldChannel(int port, Fault fault) {
        world = port;
        this.fault = fault;
    }

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Set<Address> ownAddresses() {
        return Set.of(EmailAddress.of("hello@acme.example"));
    }

    @Override
    public void poll(Inbox inbox) {
        try {
            for (String mail : ask("poll").split(" ", -1)) {
                if (!mail.isEmpty()) {
                    if (fault == Fault.ACKNOWLEDGED_FIRST) {
                        ask("ack " + mail);
                        dawdle();
                    }
                    inbox.receive(InboundMessage.builder(mail, "Where is my parcel? This is " + mail + ".")
                            .sender(EmailAddress.of(mail + "@customers.example"))
                            .subject("My parcel")
                            .reference(mail)
                            .build());
                    ask("ack " + mail);
                }
            }
        } catch (IOException e) {
            throw new ChannelUnavailableException(
                    ChannelUnavailableException.Kind.UNREACHABLE, "The world does not answer.", "Wait.", e);
        }
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        try {
            String answer = ask("send " + message.id().value() + " " + message.automatic());
            if (fault == Fault.NO_DOUBT) {
                dawdle();
            }
            return answer.equals("busy") ? SendOutcome.failed("The world is busy.") : SendOutcome.sent();
        } catch (IOException e) {
            return new SendOutcome.Unknown("The world did not answer.");
        }
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return Optional.of(messageId);
    }

    /** So that somebody is killed just then. */
    private static void dawdle() {
        LockSupport.parkNanos(PAUSE);
    }

    private String ask(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world)) {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new IOException("No answer.");
            }
            return answer;
        }
    }
}

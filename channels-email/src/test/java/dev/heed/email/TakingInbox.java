package dev.heed.email;

import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An inbox that takes everything, also twice, after it has shown it to the test. */
final class TakingInbox implements Inbox {

    private final List<InboundMessage> taken = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private Consumer<InboundMessage> before = message -> {};

    /** What happens while the next messages are handed over; if it throws, they are not taken. */
    TakingInbox before(Consumer<InboundMessage> action) {
        before = action;
        return this;
    }

    List<InboundMessage> taken() {
        return List.copyOf(taken);
    }

    InboundMessage only() {
        if (taken.size() != 1) {
            throw new AssertionError("Not one message was taken but " + taken.size());
        }
        return taken.get(0);
    }

    List<String> texts() {
        return taken.stream().map(message -> message.text().strip()).toList();
    }

    List<String> keys() {
        return taken.stream().map(InboundMessage::externalId).toList();
    }

    /** The keys of what could not be read. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public Receipt receive(InboundMessage message) {
        before.accept(message);
        taken.add(message);
        return new Receipt(new TicketId(new UUID(0, taken.size())), Receipt.How.OPENED);
    }

    @Override
    public void keepUnreadable(String externalId, String problem, byte[] raw) {
        unreadable.add(externalId);
    }
}

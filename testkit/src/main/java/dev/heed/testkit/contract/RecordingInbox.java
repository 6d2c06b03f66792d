package dev.heed.testkit.contract;

import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes down what is handed over, and refuses when told to. Not thread-safe. */
final class RecordingInbox implements Inbox {
    private final Set<String> known = new HashSet<>();
    private final List<InboundMessage> taken = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> refusedUnreadable = new ArrayList<>();
    private Optional<RuntimeException> refusal = Optional.empty();
    private boolean unreadableOnly;
    private boolean refused;
    private int callsAfterRefusal;

    /** The next thing handed over is refused with this. */
    void refuseNext(RuntimeException with) {
        refusal = Optional.of(with);
        unreadableOnly = false;
        refused = false;
    }

    /** The next thing that is unreadable is refused with this. */
    void refuseNextUnreadable(RuntimeException with) {
        refuseNext(with);
        unreadableOnly = true;
    }

    /** How often it was asked after it refused for the last time. */
    int callsAfterRefusal() {
        return callsAfterRefusal;
    }

    /** What was taken, each once. */
    List<InboundMessage> taken() {
        return List.copyOf(taken);
    }

    InboundMessage only() {
        if (taken.size() != 1) {
            throw new AssertionError("One message was expected and " + taken.size() + " were handed over.");
        }
        return taken.get(0);
    }

    List<String> texts() {
        return taken.stream().map(message -> message.text().strip()).toList();
    }

    /** The keys of all messages that were handed over, taken or not. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** The keys of what was kept as unreadable. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The keys of what is unreadable and was refused. */
    List<String> refusedUnreadable() {
        return List.copyOf(refusedUnreadable);
    }

    @Override
    public Receipt receive(InboundMessage message) {
        keys.add(message.externalId());
        if (!unreadableOnly) {
            throwIfToRefuse();
        }
        countIfRefused();
        boolean isNew = known.add(message.externalId());
        if (isNew) {
            taken.add(message);
        }
        return new Receipt(
                new TicketId(new UUID(3, message.externalId().hashCode())),
                isNew ? Receipt.How.OPENED : Receipt.How.DUPLICATE);
    }

    @Override
    public void keepUnreadable(String externalId, String problem, byte[] raw) {
        if (refusal.isPresent()) {
            refusedUnreadable.add(externalId);
        }
        throwIfToRefuse();
        countIfRefused();
        unreadable.add(externalId);
    }

    private void throwIfToRefuse() {
        refusal.ifPresent(failure -> {
            refusal = Optional.empty();
            refused = true;
            callsAfterRefusal = 0;
            throw failure;
        });
    }

    private void countIfRefused() {
        callsAfterRefusal += refused ? 1 : 0;
    }
}

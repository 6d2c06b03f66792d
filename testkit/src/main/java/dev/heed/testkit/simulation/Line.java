package dev.heed.testkit.simulation;

import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outside of one channel: a provider with a mailbox, and what it has taken over to deliver. Not thread-safe. */
final class Line {
    final ChannelId id;
    /** Whether messages have their names before they are sent. */
    final boolean plansNames;

    final List<Arrival> waiting = new ArrayList<>();
    final Map<MessageId, Sent> sent = new LinkedHashMap<>();
    boolean down;
    private int lastName;

    /** Something in the mailbox. */
    static final class Arrival {
        final String key;
        final Optional<InboundMessage> message;
        Instant visibleFrom;

        Arrival(InboundMessage message, Instant visibleFrom) {
            this(message.externalId(), Optional.of(message), visibleFrom);
        }

        /** If there is no message, it cannot be read. */
        Arrival(String key, Optional<InboundMessage> message, Instant visibleFrom) {
            this.key = key;
            this.message = message;
            this.visibleFrom = visibleFrom;
        }
    }

    /** What the provider took over, once or more often under one id. */
    static final class Sent {
        final OutboundMessage message;
        final List<String> names = new ArrayList<>();
        int accepted;
        /** Whether a report said that it did not reach its reader. */
        boolean cameBack;

        Sent(OutboundMessage message) {
            this.message = message;
        }
    }

    Line(String id, boolean plansNames) {
        this.id = ChannelId.of(id);
        this.plansNames = plansNames;
    }

    Address address(String who) {
        return plansNames ? EmailAddress.of(who + "@example.com") : new AccountAddress(id.value(), who);
    }

    Address own() {
        return plansNames ? EmailAddress.of("hello@acme.example") : new AccountAddress(id.value(), "acme");
    }

    Optional<String> planned(String messageId) {
        return plansNames ? Optional.of("out-" + messageId) : Optional.empty();
    }

    /** What can be fetched now. */
    List<Arrival> visible(Instant now) {
        return waiting.stream()
                .filter(arrival -> !arrival.visibleFrom.isAfter(now))
                .toList();
    }

    /** Takes a message over, and says its name. */
    String accept(OutboundMessage message) {
        Sent record = sent.computeIfAbsent(message.id(), key -> new Sent(message));
        record.accepted++;
        String name = planned(message.id().value()).orElseGet(() -> "provider-" + ++lastName);
        record.names.add(name);
        return name;
    }

    int accepted(MessageId message) {
        Sent record = sent.get(message);
        return record == null ? 0 : record.accepted;
    }
}

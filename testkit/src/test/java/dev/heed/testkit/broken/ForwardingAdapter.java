package dev.heed.testkit.broken;

import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.util.Optional;
import java.util.Set;

/** An adapter that does everything right, until a subclass breaks one thing. */
class ForwardingAdapter implements ChannelAdapter {
    private final ChannelAdapter sound;

    ForwardingAdapter(ChannelAdapter sound) {
        this.sound = sound;
    }

    @Override
    public ChannelId id() {
        return sound.id();
    }

    @Override
    public Set<Address> ownAddresses() {
        return sound.ownAddresses();
    }

    @Override
    public void poll(Inbox inbox) {
        sound.poll(inbox);
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        return sound.send(message, contents);
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return sound.plannedReference(messageId);
    }

    @Override
    public void close() {
        // the sound one is the outside, which goes on
    }
}

package dev.heed.testkit.scenario;

import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.util.Set;

/**
 * A channel on which nothing ever comes in, under an address that a test chooses.
 *
 * @param address what the shop writes under
 */
record ChannelUnderAddress(String address) implements ChannelAdapter {
    @Override
    public ChannelId id() {
        return ChannelId.of("email");
    }

    @Override
    public Set<Address> ownAddresses() {
        return Set.of(EmailAddress.of(address));
    }

    @Override
    public void poll(Inbox inbox) {}

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        return SendOutcome.sent();
    }
}

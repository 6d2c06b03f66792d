package dev.heed.testkit.contract;

import com.google.common.collect.Lists;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FakeChannelTest extends ChannelAdapterContract {
    private final FakeChannel channel = FakeChannel.named("fake");

    @Override
    protected ChannelAdapter newAdapter() {
        return channel;
    }

    @Override
    protected Set<Part> carries() {
        return EnumSet.allOf(Part.class);
    }

    @Override
    protected void customerWrites(OutsideMessage message) {
        InboundMessage.Builder inbound = channel.message(message.text())
                .sender(customerAddress())
                .attachments(message.files())
                .answers(message.answers());
        message.authorName().ifPresent(inbound::senderName);
        message.subject().ifPresent(inbound::subject);
        message.writtenAt().ifPresent(inbound::sentAt);
        channel.receive(inbound.build());
    }

    @Override
    protected boolean somethingUnreadableArrives() {
        channel.receiveUnreadable(new byte[] {1, 2, 3});
        return true;
    }

    @Override
    protected Address customerAddress() {
        return EmailAddress.of("ana@example.com");
    }

    @Override
    protected List<OutsideMessage> arrivedOutside() {
        return channel.sent().stream().map(this::asItArrived).toList();
    }

    private OutsideMessage asItArrived(OutboundMessage message) {
        return new OutsideMessage(
                message.content().text(),
                Optional.of(message.fromName()),
                Optional.of(message.subject()),
                Optional.of(message.writtenAt()),
                channel.filesOf(message),
                channel.plannedReference(message.id().value()),
                Lists.reverse(message.answers()));
    }

    @Override
    protected boolean lastArrivedComesBack() {
        channel.bounce(channel.lastSent());
        return true;
    }

    @Override
    protected boolean outsideGoesDown() {
        channel.goDown(Kind.UNREACHABLE);
        return true;
    }
}

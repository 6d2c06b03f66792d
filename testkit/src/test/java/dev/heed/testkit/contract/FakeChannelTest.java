package dev.heed.testkit.contract;

import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.testkit.FakeChannel;
import java.util.List;

class FakeChannelTest extends ChannelAdapterContract {
    private final FakeChannel channel = FakeChannel.named("fake");

    @Override
    protected ChannelAdapter newAdapter() {
        return channel;
    }

    @Override
    protected void customerWrites(String text) {
        channel.receive("ana@example.com", text);
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
    protected List<String> arrivedOutside() {
        return channel.sent().stream().map(message -> message.content().text()).toList();
    }

    @Override
    protected boolean outsideGoesDown() {
        channel.goDown(Kind.UNREACHABLE);
        return true;
    }
}

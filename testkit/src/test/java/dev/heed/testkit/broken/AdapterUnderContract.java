package dev.heed.testkit.broken;

import com.google.common.collect.Lists;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.contract.ChannelAdapterContract;
import dev.heed.testkit.contract.OutsideMessage;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on the adapter that {@link ContractRun} hands in; without one there is nothing to run. */
@EnabledIf("isHandedIn")
class AdapterUnderContract extends ChannelAdapterContract {
    private static final ThreadLocal<Function<FakeChannel, ChannelAdapter>> HANDED_IN = new ThreadLocal<>();

    private final FakeChannel outside = FakeChannel.named("fake");

    static <T> T with(Function<FakeChannel, ChannelAdapter> newAdapter, Supplier<T> run) {
        HANDED_IN.set(newAdapter);
        try {
            return run.get();
        } finally {
            HANDED_IN.remove();
        }
    }

    static boolean isHandedIn() {
        return Optional.ofNullable(HANDED_IN.get()).isPresent();
    }

    @Override
    protected ChannelAdapter newAdapter() {
        return HANDED_IN.get().apply(outside);
    }

    @Override
    protected Set<Part> carries() {
        return EnumSet.allOf(Part.class);
    }

    @Override
    protected void customerWrites(OutsideMessage message) {
        InboundMessage.Builder inbound = outside.message(message.text())
                .sender(customerAddress())
                .attachments(message.files())
                .answers(message.answers());
        message.authorName().ifPresent(inbound::senderName);
        message.subject().ifPresent(inbound::subject);
        message.writtenAt().ifPresent(inbound::sentAt);
        var unused = outside.receive(inbound.build());
    }

    @Override
    protected boolean somethingUnreadableArrives() {
        outside.receiveUnreadable(new byte[] {1, 2, 3});
        return true;
    }

    @Override
    protected Address customerAddress() {
        return EmailAddress.of("ana@example.com");
    }

    @Override
    protected List<OutsideMessage> arrivedOutside() {
        return outside.sent().stream().map(this::asItArrived).toList();
    }

    private OutsideMessage asItArrived(OutboundMessage message) {
        return new OutsideMessage(
                message.content().text(),
                Optional.of(message.fromName()),
                Optional.of(message.subject()),
                Optional.of(message.writtenAt()),
                outside.filesOf(message),
                outside.plannedReference(message.id().value()),
                Lists.reverse(message.answers()));
    }

    @Override
    protected boolean lastArrivedComesBack() {
        var unused = outside.bounce(outside.lastSent());
        return true;
    }

    @Override
    protected boolean outsideGoesDown() {
        var unused = outside.goDown(Kind.UNREACHABLE);
        return true;
    }
}

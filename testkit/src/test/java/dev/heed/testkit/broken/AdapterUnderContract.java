package dev.heed.testkit.broken;

import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.contract.ChannelAdapterContract;
import java.util.List;
import java.util.Optional;
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
    protected void customerWrites(String text) {
        var unused = outside.receive("ana@example.com", text);
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
    protected List<String> arrivedOutside() {
        return outside.sent().stream().map(message -> message.content().text()).toList();
    }

    @Override
    protected boolean outsideGoesDown() {
        var unused = outside.goDown(Kind.UNREACHABLE);
        return true;
    }
}

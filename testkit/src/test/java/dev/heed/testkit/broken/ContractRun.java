package dev.heed.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heed.hours.HolidayCalendar;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.FakeChannel;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on one implementation, inside a test, and says which of its sentences did not hold. */
final class ContractRun {
    private final Events tests;

    private ContractRun(Events tests) {
        this.tests = tests;
    }

    /** Runs the contract of stores; each of its tests gets a new store. */
    static ContractRun ofStore(Supplier<TicketStore> newStore) {
        return StoreUnderContract.with(newStore, () -> run(StoreUnderContract.class));
    }

    /** Runs the contract of channels; each of its tests gets a new adapter to a new outside. */
    static ContractRun ofAdapter(Function<FakeChannel, ChannelAdapter> newAdapter) {
        return AdapterUnderContract.with(newAdapter, () -> run(AdapterUnderContract.class));
    }

    /** Runs the contract of attachment stores; each of its tests gets a new store. */
    static ContractRun ofAttachments(Supplier<AttachmentStore> newStore) {
        return AttachmentsUnderContract.with(newStore, () -> run(AttachmentsUnderContract.class));
    }

    /** Runs the contract of calendars of holidays; each of its tests gets a new calendar. */
    static ContractRun ofHolidays(Supplier<HolidayCalendar> newCalendar) {
        return HolidaysUnderContract.with(newCalendar, () -> run(HolidaysUnderContract.class));
    }

    private static ContractRun run(Class<?> contract) {
        return new ContractRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents());
    }

    /** The contract fails in these tests and in no other. */
    void isCaughtBy(String... names) {
        assertThat(names()).containsExactlyInAnyOrder(names);
    }

    /** The contract fails in these tests; whether in others too is for the scheduler of threads to say. */
    void isCaughtAtLeastBy(String... names) {
        assertThat(names()).contains(names);
    }

    /** The contract holds, and every test of it was run. */
    void holds() {
        assertThat(names()).isEmpty();
        assertThat(tests.skipped().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(10);
    }

    private Set<String> names() {
        return tests.failed().stream().map(ContractRun::name).collect(Collectors.toSet());
    }

    private static String name(Event event) {
        return event.getTestDescriptor()
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseThrow();
    }
}

package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.InTheWay;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An address belongs to whoever had it first, also where two are after it at the same time. */
class RegistrationRaceTest {
    private static final EmailAddress ADDRESS = EmailAddress.of("ana@example.com");

    @Test
    void anAddressThatSomebodyWritesFromMeanwhileIsNotTakenFromThem() {
        InTheWay store = new InTheWay();
        FakeChannel channel = FakeChannel.named("email");
        try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                .store(store)
                .build()) {
            Customer known = Customer.builder("c-ana").name("Ana Belo").build();
            desk.backoffice().register(known);
            store.before(unit -> !unit.customers().isEmpty(), () -> {
                channel.receive(ADDRESS.value(), "Where is my parcel?");
                desk.runDue();
            });

            assertThatThrownBy(() -> desk.backoffice()
                            .register(Customer.builder("c-ana")
                                    .name("Ana Belo")
                                    .address(ADDRESS)
                                    .build()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("nothing proves");

            assertThat(store.findCustomer(ADDRESS).orElseThrow().id()).isNotEqualTo(known.id());
            assertThat(store.findCustomer(CustomerId.of("c-ana")).orElseThrow().addresses())
                    .isEmpty();
        }
    }
}

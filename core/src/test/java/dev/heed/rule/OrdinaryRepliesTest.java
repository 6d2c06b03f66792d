package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies without any sign-off, which a rule against collective ones once refused. */
class OrdinaryRepliesTest {
    private final CameraShop shop = CameraShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 4711.",
                "Ticket 12",
                "Bestellung 4711",
                "Customer service: +49 30 1234567",
                "Your parcel is on its way.\n\nOrder: 4711\nDelivery: Monday",
                "Please send it to us.\n\nReturns address:\nAcme Returns\nMain Street 1",
                "Hi Ana,\nDone",
                "Thanks,\nyour order left today",
                "Please call support"
            })
    void mayGo(String text) {
        assertThat(shop.writtenByMaria(text)).isEmpty();
    }
}

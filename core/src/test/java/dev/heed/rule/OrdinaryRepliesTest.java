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
                "Please call support",
                "You will need:\n\n- the invoice\n- the serial number\n- a photo",
                "These departments saw it:\n\n- Billing\n- Returns",
                "Please click:\n\nhttps://lumen.example/returns",
                "You can write to\n\nreturns@lumen.example",
                "Please send it to:\n\nLumen Cameras GmbH\nRetouren\nHafenstr. 5\n20457 Hamburg",
                "The pickup point is\n\nPost Office\nMain Street 3",
                "Choose in the menu:\n\nHelp > Contact > Returns",
                "Wählen Sie\n\nHilfe & Kontakt",
                "Cliquez sur\n\nService client",
                "The film is\n\nThe A-Team",
                "The right product is\n\nLumen Lamp 2000",
                "My colleague is\n\nJürgen Groß",
                "Your code:\nABCDEF",
                "The size is\n\nM",
                "No",
                "Love it",
                "Returns are free",
                "At last.",
                "Thanks Ana",
                "Danke Ana",
                "Unser Kundenservice ruft Sie morgen an."
            })
    void mayGo(String text) {
        assertThat(shop.writtenByMaria(text)).isEmpty();
    }
}

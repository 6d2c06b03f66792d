package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies without a sign-off, or with an honest one, which a rule against collective ones once refused. */
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
                "Unser Kundenservice ruft Sie morgen an.",
                "Thanks for your order.",
                "Danke für Ihre Bestellung.",
                "Merci de votre achat.",
                "Gracias por su compra.",
                "It left.\n\nGrüße an alle",
                "It left.\n\nJürgen will call you tomorrow",
                "It left.\n\nPlease ask for Jürgen",
                "The delivery note was signed by:\n\nJürgen",
                "It left.\n\nMaria\n\nLumen Cameras GmbH",
                "It left.\n\nBest\nMaria\n\nLumen Cameras GmbH\nMain Street 5\n10115 Berlin",
                "It left.\n\nBest\nMaria\n\nLumen Customer Service | hello@lumen.example",
                "It left.\n\nBest\nMaria\n\nOn behalf of Jürgen Groß",
                "It left.\n\nBest\nMaria (covering for Jürgen)",
                "It left.\n\nBest\nMaria\n\nCc: Jürgen Groß",
                "It left.\n\nBest\nMaria Keller\n\nMy colleague Jürgen Groß is in copy.",
                "It left.\n\nBest\nMaria Keller\nThe Lumen Team",
                "It left.\n\nBest regards\n-----",
                "It left.\n\nBest regards\nMaria Keller\n_____\nLumen Cameras GmbH, Main Street 5",
                "Section one.\n\n==========\n\nSection two.\n\nMaria",
                "It left.\n\ni.A. Maria Keller",
                "It left.\n\np.p. Maria Keller",
                "The film is\n\nThe A-Team\n\nEnjoy it!",
                "It left.\n\nReturns\n\nSend it within 30 days.",
                "As promised, the steps.\n\nCustomer Service\n\nCall them.\n\nMaria",
                "The Lumen Team\n\nThat is what we call ourselves.",
                "It left.\n\nOur Support Team\n\nIt answers from nine to five.",
                "You asked who works here.\n\nThe Lumen Team\n\nWe are twelve people in Berlin.\n\nBest\nMaria",
                "This is who works here.\n\nThe Lumen Team\n\n- Anna\n- Ben\n\nMaria",
                "It is all here.\n\nThe Lumen Team:\n- Anna\n\nMaria",
                "You can call.\n\nLumen Kundenservice\n\n+49 30 123456",
                "It left.\n\nMit freundlichen Grüßen\n\nLumen Cameras GmbH\n\ni. A. Maria Keller",
                "It left.\n\nBest\nMaria\n\nLumen Cameras GmbH\n\nSent from my iPhone",
                "It left.\n\nBest\nMaria Keller\nThe Lumen Team\n\nSent from my iPhone",
                "On Monday you wrote:\n> Best regards\n> The Lumen Team\n\nIt left.\n\nMaria",
                "Bonjour !\n\nC'est parti.",
                "Hello!\n\nIt left.",
                "Hi there,\n\nit left."
            })
    void mayGo(String text) {
        assertThat(shop.writtenByMaria(text)).isEmpty();
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ordinary last paragraphs of replies without a sign-off, or with the team inside a sentence. None of them is taken for
 * a signature.
 */
class HarmlessEndingsTest {
    private static final String PARAGRAPH = """
            I have looked into it myself.
            It was not easy to find.
            In the end it was the lens.
            The lens is new now.
            It was tried out twice.
            It works as it should.
            Nothing is left to do for you.""";

    private final CameraShop shop = CameraShop.open();

    @Nested
    class ASentence {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Your order left this morning.",
                    "Thanks for waiting.",
                    "Thanks again for your patience!",
                    "Thank you for your patience and have a nice day.",
                    "Thanks to you, we found the fault.",
                    "Our support team will call you tomorrow.",
                    "Our colleagues in the warehouse are packing it now.",
                    "I have forwarded it to the billing team, who will write to you by Friday.",
                    "Our whole team wishes you a good trip.",
                    "The Lumen team is proud of your picture!",
                    "Customer service is open until six.",
                    "The technical department found the fault.",
                    "The manager has approved it.",
                    "The parcel comes on 4 May 2026.",
                    "The invoice is attached (PDF).",
                    "Best of luck with the new camera!",
                    "Best regards to your daughter!",
                    "Best wishes for the new year!",
                    "With kind regards from rainy Berlin.",
                    "All the best for your exhibition!",
                    "Take care of the lens cap, it is fragile.",
                    "Love the picture you sent!",
                    "Yours is the last one we had in stock.",
                    "Cheers to your first thousand pictures!",
                    "Have a great weekend!",
                    "Is there anything else I can do for you?",
                    "Shall I send it to Maria Smith?",
                    "Please ask for Jürgen at the counter.",
                    "The parcel was accepted by your neighbour, Anna Schmidt.",
                    "You can follow it here: https://lumen.example/track/4711",
                    "For details see https://lumen.example/help.",
                    "It is in stock again.\n\nP.S. The strap is in a separate parcel.",
                    "It is in stock again.\n\nPS: Our team has tried it out",
                })
        void inEnglish(String ending) {
            assertIsNoSignature("Hello Ms Smith,", ending);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Ihre Bestellung ist heute Morgen abgegangen.",
                    "Danke für Ihre Geduld.",
                    "Danke, dass Sie so lange gewartet haben.",
                    "Vielen Dank für Ihre Geduld!",
                    "Dank Ihrer Fotos haben wir den Fehler gefunden.",
                    "Ihr Paket liegt beim Nachbarn.",
                    "Ihr Vertrauen freut uns.",
                    "Unser Kundenservice meldet sich morgen.",
                    "Die Kollegen aus der Technik haben den Fehler gefunden.",
                    "Unsere Buchhaltung überweist den Betrag bis Freitag.",
                    "Das ganze Team wünscht Ihnen eine gute Reise!",
                    "Der Chef hat zugestimmt.",
                    "Viel Freude mit der neuen Kamera!",
                    "Beste Grüße an Ihre Tochter!",
                    "Herzliche Grüße aus dem verregneten Berlin.",
                    "Liebe Grüße auch an Ihren Mann!",
                    "Kann ich sonst noch etwas für Sie tun?",
                    "Reparatur oder Austausch?",
                    "Fragen Sie bitte nach Maria.",
                    "Das Paket hat Ihre Nachbarin Anna Schmidt angenommen.",
                    "Sie können die Sendung hier verfolgen: https://lumen.example/track/4711",
                    "Alles ist unterwegs.\n\nPS: Der Gurt kommt in einem eigenen Paket.",
                })
        void inGerman(String ending) {
            assertIsNoSignature("Guten Tag Frau Schmidt,", ending);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Votre commande est partie ce matin.",
                    "Merci de votre patience.",
                    "Merci beaucoup pour votre patience !",
                    "Grâce à vos photos, nous avons trouvé la panne.",
                    "Notre service client vous appellera demain.",
                    "L'équipe technique a trouvé la panne.",
                    "La comptabilité vous remboursera vendredi.",
                    "Nos collègues de l'entrepôt préparent le colis.",
                    "La direction a donné son accord.",
                    "Demandez Maria à l'accueil.",
                    "Suivez le colis ici : https://lumen.example/suivi/4711",
                    "Tout est parti.\n\nP.-S. La sangle arrive dans un autre colis.",
                })
        void inFrench(String ending) {
            assertIsNoSignature("Bonjour Madame Dupont,", ending);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Su pedido ha salido esta mañana.",
                    "Gracias por su paciencia.",
                    "Muchas gracias por esperar.",
                    "Gracias a sus fotos hemos encontrado el fallo.",
                    "Nuestro servicio de atención al cliente le llamará mañana.",
                    "El equipo técnico ha encontrado el fallo.",
                    "Contabilidad le devolverá el dinero el viernes.",
                    "¡Todo el equipo le desea un buen viaje!",
                    "La dirección lo ha aprobado.",
                    "¡Que disfrute de la nueva cámara!",
                    "¿Puedo ayudarle en algo más?",
                    "¿Reembolso o cambio?",
                    "Pregunte por María en la recepción.",
                    "Saludos a su hija.",
                    "Puede seguirlo aquí: https://lumen.example/envio/4711",
                })
        void inSpanish(String ending) {
            assertIsNoSignature("Estimada señora García,", ending);
        }
    }

    @Nested
    class WhatIsNoSentence {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Many thanks for your understanding",
                    "Looking forward to hearing from you",
                    "Which colour would you like",
                    "Write to returns@lumen.example",
                    "Our number is +49 30 901820",
                    "Tracking number: 00340434161094",
                    "Your tracking number:\n00340434161094",
                    "Refund: 49.90 EUR",
                    "Your parcel is at:\nPackstation 112\nHauptstraße 1\n10115 Berlin",
                    "Please send it to:\n5 Station Road\nLeeds LS1 4AB",
                    "1. Switch it off\n2. Remove the battery\n3. Wait a minute",
                    "Option 1: refund\nOption 2: replacement",
                    "Please enclose:\n- a copy of the invoice\n- a photo of the damage",
                    "Monday to Friday, 9:00-17:00",
                    "You will need:\n- the invoice\n- the serial number\n- a photo of the damage",
                    "Please send it to:\nLumen Cameras GmbH\nReturns\nLagerstraße 5\n12345 Berlin",
                    "The address is:\nReturn warehouse\n5 Station Road\nLeeds LS1 4AB",
                    "The parcel was accepted by:\nAnna Schmidt",
                    "Carrier: Deutsche Post",
                    "Order 4711",
                    "Merry Christmas",
                    "Yes",
                    "Done",
                    "Ich freue mich auf Ihre Antwort",
                    "Die Rechnung liegt bei",
                    "Sendungsnummer: 00340434161094",
                    "Schicken Sie es bitte an:\nLagerstraße 5\n12345 Berlin",
                    "Rückerstattung: 49,90 EUR",
                    "Im Karton liegen:\n- das Gehäuse\n- der Akku\n- das Ladegerät",
                    "Bestellung 4711",
                    "Frohe Weihnachten",
                    "Erledigt",
                    "Dans l'attente de votre réponse",
                    "Facture en pièce jointe",
                    "Oui",
                    "Remboursement ou échange ?",
                    "Numéro de suivi : 00340434161094",
                    "Adresse de retour :\n5 rue de la Gare\n75010 Paris",
                    "Dans la boîte :\n- le boîtier\n- la batterie\n- le chargeur",
                    "Quedo a la espera de su respuesta",
                    "Factura adjunta",
                    "Número de seguimiento: 00340434161094",
                    "Envíelo, por favor, a:\nCalle Mayor 5\n28013 Madrid",
                })
        void inFourLanguages(String ending) {
            assertIsNoSignature("Hello Ms Smith,", ending);
        }
    }

    /** As the whole reply, right below a greeting, and at the end of a longer reply. */
    private void assertIsNoSignature(String greeting, String ending) {
        assertThat(shop.writtenByMaria(ending)).as("alone").isEmpty();
        assertThat(shop.writtenByMaria(greeting + "\n\n" + ending))
                .as("below a greeting")
                .isEmpty();
        assertThat(shop.writtenByMaria(greeting + "\n\n" + PARAGRAPH + "\n\n" + ending))
                .as("below a paragraph")
                .isEmpty();
    }
}

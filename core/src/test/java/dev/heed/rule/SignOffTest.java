package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Maria ends a text by hand; endings that are no signature at all are in {@link HarmlessEndingsTest}. */
class SignOffTest {
    private final CameraShop shop = CameraShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nMaria Keller",
                "Best regards,\n\nMaria",
                "Kind regards\nM. Keller",
                "Cheers, Maria",
                "Thanks\nMaria",
                "Best regards\nMaria Keller\nLumen Team",
                "Best regards\nMaria Keller, Lumen Cameras GmbH",
                "Best regards\nYour Maria Keller",
                "Best regards\nFor the Lumen team: Maria Keller",
                "Mit freundlichen Grüßen\nMaria Keller",
                "Mit freundlichen Grüßen\nIhre Maria Keller",
                "Viele Grüße, Maria",
                "LG Maria",
                "Cordialement,\nMaria Keller",
                "Bien à vous\nMaria",
                "Un saludo,\nMaria Keller",
                "Hartelijke groet,\nMaria Keller",
                "Best regards from Berlin\nMaria",
                "Thanks for your patience!\n\nMaria",
                "Maria Keller",
                "-- \nMaria Keller",
                "*Best regards*\n**Maria Keller**",
            })
    void isTheAuthorsOwn(String ending) {
        assertThat(shop.writtenByMaria("It is on its way.\n\n" + ending)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nLumen Team",
                "Best regards, Lumen Team",
                "Best regards\nLumen",
                "Best regards\n\nLumen Cameras GmbH",
                "Best regards\nYour support team",
                "Best regards from Berlin\nLumen Team",
                "Thanks for your patience\n\nThe Lumen Team",
                "Hartelijke groet,\nLumen",
                "Your Lumen Team",
                "Support Team",
                "Thanks,\nCustomer Care",
                "Best regards\nReturns",
                "Mit freundlichen Grüßen\nIhr Kundenservice",
                "Viele Grüße\nIhr Lumen-Team",
                "Ihr Lumen-Team",
                "Cordialement,\nL'équipe Lumen",
                "Votre service client",
                "Un saludo,\nEl equipo de Lumen",
                "Atentamente\nAtención al cliente",
                "Best regards\nMK",
                "/mk",
                "Best regards\n{agent.name}",
                "Best regards\n[Your Name]",
                "Best regards\nhello@lumen.example",
                "Best regards\nSupp\u200bort",
                "Best regards\n\uFFFC",
                "Best regards\n:-)",
                "-- \nLumen Team",
                "Lumen Team\n\nPS: The strap is in a separate parcel.",
                "Lumen Team\n\n> On Monday you wrote\n> Best regards\n> Maria Keller",
                "Lumen Team\n\nOn Monday, Anna Schmidt wrote:\nThanks\nMaria Keller",
            })
    void isNotPersonal(String ending) {
        assertThat(codes("It is on its way.\n\n" + ending)).containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nJürgen Groß",
                "Best regards\nJuergen Gross",
                "Best regards\nJürgen",
                "Jürgen Groß",
                "Mit freundlichen Grüßen\nWang Xiaoming",
                "Best regards\nSophie Martin",
                "Un saludo,\nSophie",
                "Maria Schmidt",
            })
    void isSomebodyElses(String ending) {
        assertThat(codes("It is on its way.\n\n" + ending)).containsExactly(PracticeCode.SIGNATURE_MISSING);
    }

    @Nested
    class IsPointedAt {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Done.¶¶Best regards¶Lumen Team      | Lumen Team",
                    "Done.¶¶Best regards, Lumen Team     | Lumen Team",
                    "Done.¶¶Best regards¶  Lumen Team  ¶ | Lumen Team",
                    "Lumen Team¶Done¶¶Your Lumen Team    | Your Lumen Team",
                })
        void whereItStands(String written, String shown) {
            String text = written.replace('¶', '\n');
            assertThat(shop.writtenByMaria(text))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.span())
                            .contains(new Finding.Span(
                                    text.lastIndexOf(shown), text.lastIndexOf(shown) + shown.length(), shown)));
        }

        @Test
        void withItsRemedy() {
            assertThat(shop.writtenByMaria("Done.\n\nBest regards\nLumen Team"))
                    .singleElement()
                    .extracting(Finding::remedy)
                    .isEqualTo("Sign with your own name, or leave the end to the signature that Heed adds.");
        }
    }

    @Nested
    class WhatIsQuoted {
        @Test
        void doesNotSignForTheAuthor() {
            assertThat(codes("Lumen Team\n\n> Best regards\n> Maria Keller"))
                    .containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "> Best regards\n> Lumen Team",
                    "On 8 June 2026 Jürgen Groß wrote:\nBest regards\nLumen Team",
                    "Am 8. Juni 2026 schrieb Jürgen Groß:\nIhr Lumen-Team",
                    "Le 8 juin 2026, Jürgen Groß a écrit :\nL'équipe Lumen",
                    "El 8 de junio de 2026 Jürgen Groß escribió:\nEl equipo de Lumen",
                    "--- Original Message ---\nLumen Team",
                })
        void isNotHeldAgainstTheAuthor(String quotation) {
            assertThat(shop.writtenByMaria("It is on its way.\n\n" + quotation)).isEmpty();
        }
    }

    @Test
    void isOnlyInTheLastParagraphIfNoPhraseClosesTheText() {
        assertThat(shop.writtenByMaria("On the label it says:\n\nSupport Team\n\nSo it came to us."))
                .isEmpty();
        assertThat(codes("So it came to us.\nSupport Team")).containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
    }

    @Test
    void isJudgedByTheAuthorAndNotByTheName() {
        String text = "It is on its way.\n\nBest regards\nJürgen Groß";
        assertThat(shop.writtenBy(CameraShop.JUERGEN, text)).isEmpty();
        assertThat(shop.writtenBy(CameraShop.WANG, text)).hasSize(1);
    }

    private List<PracticeCode> codes(String text) {
        return shop.writtenByMaria(text).stream().map(Finding::code).toList();
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-offs of groups and colleagues that do not look like what they are. */
class DisguisedSignOffsTest {
    private final CameraShop shop = CameraShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It left.\n\nBest\nThe Team!",
                "It left.\n\nYour Lumen Team!",
                "Hello Anna,\n\nIt left.\u2003\nLumen Customer Care",
                "Hello Anna,\n\nIt left.\u3000\nLumen Customer Care",
                "Hello Anna,\n\nIt left.\u00a0\nLumen Customer Care",
                "It left.\n\nBest regards, your Lumen team.",
                "It left. Best regards, your support team",
                "It left. Kind regards, Customer Service",
                "It left. Mit freundlichen Grüßen, Ihr Team",
                "It left.\n\nBest regards from the Lumen team",
                "Es ist raus.\n\nLG vom Team",
                "Es ist raus.\n\nViele Grüße vom Kundenservice",
                "Es ist raus.\n\nHerzliche Grüße aus der Buchhaltung",
                "Ya salió.\n\nSaludos del equipo",
                "It left.\n\nWarmest wishes from all of us",
                "Done.\n\nPS: x\n\nYour Lumen Team",
                "On Monday you wrote:\n> broken\n\nIt is on its way.\n\nBest regards\nLumen Team",
                "Best\nMaria\n\nThe Lumen Team",
                "It left.\n\nMaria\n\nThe Lumen Team",
                "It left.\n\nMaria Keller\n\nLumen Support Team",
                "Es ist raus.\n\nViele Grüße\nMaria\n\nIhr Lumen-Team",
                "C'est parti.\n\nCordialement,\nMaria\n\nL'équipe Lumen",
                "Ya salió.\n\nUn saludo,\nMaria\n\nEl equipo de Lumen",
                "It left.\n\nBest,\nyour friends at Lumen",
                "It left.\n\nYours,\nthe people at Lumen",
                "It left.\n\nLove,\nus",
                "It left.\n\nBest,\n@lumen",
                "It left.\n\nBest,\n____",
                "It left.\n\nYours, Lumen",
                "It left.\n\nLumen Customer Care",
                "Es ist raus.\n\nEs grüßt das Lumen-Team",
                "Ya salió.\n\nLe saluda el equipo de Lumen",
                "It left.\n\nThanks for shopping with us, The Lumen Team",
                "Done.\r\n\r\nYour Lumen Team\r\n\r\n> Best regards\r\n> Maria Keller"
            })
    void aGroupIsFoundHoweverItIsPut(String text) {
        onlyAGroupIsFound(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It left.\n\nBest regards\nThe Lumen Team\n\nMaria Keller",
                "It left.\n\nThe Lumen Team\n\n-- \nMaria Keller",
                "It left.\n\nThe Lumen Team\n\nSent from my iPhone",
                "It left.\n\nThe Lumen Team\n\nGet Outlook for iOS",
                "Es ist weg.\n\nIhr Kundenservice\n\nVon meinem iPhone gesendet",
                "El paquete salió.\n\nEl equipo de Lumen\n\nEnviado desde mi iPhone",
                "Es ist weg.\n\nIhr Lumen-Team\n\nLumen GmbH | Musterstr. 1 | 10115 Berlin",
                "Le colis est parti.\n\nL'équipe Lumen\n\nLumen SARL, 3 rue X, Paris",
                "It left.\n\nThe Lumen Team\n\nThis e-mail may contain confidential information.",
                "It left.\n\nThe Lumen Team\n\nFollow us on Instagram!",
                "It left.\n\nThe Lumen Team\n\n* * *",
                "It left.\n\nThe Lumen Team\n\n===========",
                "It left.\n\nThe Lumen Team\n\n😊",
                "It left.\n\nThe Lumen Team\n\nhttps://lumen.example",
                "It left.\n\nThe Lumen Team\n\nsupport@lumen.example",
                "It left.\n\nThe Lumen Team\n\nOpening hours: Mon-Fri 9-17",
                "It left.\n\nThe Lumen Team\n\nPlease think of the environment before you print this mail.",
                "It left.\n\nThe Lumen Team\n\n[1] https://lumen.example",
                "It left.\n\nBest regards\nYour Lumen Team\n\nLumen Cameras GmbH\nMain Street 5\n10115 Berlin",
                "Viele Grüße\nIhr Kundenservice\n\nLumen Cameras GmbH\nMain Street 5\n10115 Berlin\nTel. 030 123456\nwww.lumen.example\n\nGeschäftsführer: Jürgen Groß\nHRB 1234",
                "It left.\n\nBest regards, the Lumen Team\n\nSent from my iPhone"
            })
    void aGroupIsFoundWhateverStandsBelowIt(String text) {
        onlyAGroupIsFound(text);
    }

    private void onlyAGroupIsFound(String text) {
        assertThat(shop.writtenByMaria(text))
                .isNotEmpty()
                .extracting(Finding::code)
                .containsOnly(PracticeCode.SIGNATURE_NOT_PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It left.\n\nJürgen",
                "It left!\n\n- Jürgen",
                "It left.\n\nJÜRGEN",
                "It left.\n\nMr Groß",
                "It left.\n\nJürgen G.",
                "It left.\n\nJürgen from Lumen",
                "It left.\n\nHave a nice day!\nJürgen",
                "Is there anything else?\n\nJürgen",
                "Best\nMaria\nJürgen Groß",
                "Best\nMaria and Jürgen",
                "Best\nMaria, Jürgen",
                "Best\nMaria / Jürgen",
                "Best\nMaria Keller & Jürgen Groß",
                "Viele Grüße\nMaria und Jürgen",
                "It left.\n\nMit freundlichen Grüßen\ni.A. Jürgen Groß"
            })
    void aColleagueIsFoundHoweverHeIsPut(String text) {
        assertThat(shop.writtenByMaria(text))
                .isNotEmpty()
                .extracting(Finding::code)
                .containsOnly(PracticeCode.SIGNATURE_MISSING);
    }
}

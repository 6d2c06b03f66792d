package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collective sign-offs that once slipped through. */
class DisguisedSignOffsTest {
    private final CameraShop shop = CameraShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It left.\n\nBest\nThe Team!",
                "It left.\n\nYour Lumen Team!",
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
                "Done.\r\n\r\nYour Lumen Team\r\n\r\n> Best regards\r\n> Maria Keller"
            })
    void areRefused(String text) {
        assertThat(shop.writtenByMaria(text)).isNotEmpty();
    }
}

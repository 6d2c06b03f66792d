package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P05: a program does not sign as a person. */
class HonestProgramTest {
    private final CameraShop shop = CameraShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your parcel is on its way.",
                "Your parcel is on its way.\n\nBest regards\nParcel tracker",
                "Your parcel is on its way.\n\nBest regards\nParcel Tracker",
                "Your parcel is on its way.\n\nBest regards\nLumen",
                "Your parcel is on its way.\n\nYour Lumen Team",
                "Your parcel is on its way.\n\nBest regards",
                "Hello Anna Schmidt,\n\nyour parcel is on its way.",
                "Maria Keller has packed your parcel, and it is on its way.",
                "If there is anything to add, Maria Keller will answer you.",
                "Sie können Maria Keller morgen anrufen.",
                "Votre colis est en route, demandez Maria Keller.",
                "Su paquete va en camino; pregunte por Maria Keller.",
                "Your parcel is at:\n\nPackstation 112\nHauptstraße 1\n10115 Berlin",
                "> Best regards\n> Maria Keller\n\nYour parcel is on its way.",
                "Hello Maria, here is your parcel number.",
                "Maria, your parcel is on its way.",
                "I am the parcel tracker. Maria Keller answers questions.",
                "I'm the robot of Maria Keller.",
                "This is Maria's parcel.",
                "It is on its way.\n\nFor questions: Maria Keller",
                "Ich bin Maria Keller dankbar.",
                "Es ist im Januar. Maria Keller hilft Ihnen.",
                "C'est Maria Keller qui vous répondra demain.",
                "Soy un programa. Maria Keller le responderá.",
            })
    void mayWriteAsWhatItIs(String text) {
        assertThat(shop.writtenByBot(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your parcel is on its way.\n\nBest regards\nMaria Keller",
                "Your parcel is on its way.\n\nMaria Keller",
                "Your parcel is on its way.\n\nBest regards\nMaria",
                "Your parcel is on its way.\n\nBest, Maria",
                "Your parcel is on its way.\n\nMit freundlichen Grüßen\nJürgen Groß",
                "Your parcel is on its way.\n\nMit freundlichen Grüßen\nJuergen Gross",
                "Your parcel is on its way.\n\nCordialement,\nMaria Keller",
                "Your parcel is on its way.\n\nUn saludo,\nMaria Keller",
                "Your parcel is on its way.\n\nBest regards\nMaria Keller, Lumen",
                "Your parcel is on its way.\n\nBest regards\nWang Xiaoming",
                "Your parcel is on its way.\n\n王小明",
                "Your parcel is on its way.\n\nBest regards\nSophie Martin",
                "Your parcel is on its way.\n\nViele Grüße\nSophie",
                "Your parcel is on its way.\n\nMaria",
                "Your parcel is on its way.\n\nYours, Maria",
                "I'm Maria and your parcel is on its way.",
                "Hi, I’m Jürgen.",
                "I am Dr. Maria Keller.",
                "I am Sophie, your personal helper.",
                "My name is Maria. It is on its way.",
                "Hi Ana, Maria here! It is on its way.",
                "Maria speaking. It is on its way.",
                "Maria à l'appareil. Le colis est en route.",
                "Hello, this is Jürgen from Lumen.",
                "It's Maria from Lumen!",
                "You are chatting with Maria.",
                "Hier ist Maria, Ihr Paket ist unterwegs.",
                "Hier schreibt die Maria vom Lumen-Team.",
                "Ich bin Jürgen Groß und kümmere mich darum.",
                "Mein Name ist Maria Keller.",
                "Je suis Maria, votre colis est parti.",
                "Bonjour, c'est Maria.",
                "Ici Maria, votre colis est parti.",
                "Soy Maria. Ya salió.",
                "Me llamo Maria, ya salió.",
                "Buenos días, le habla Maria Keller.",
            })
    void mayNotSignAsAPerson(String text) {
        assertThat(shop.writtenByBot(text)).extracting(Finding::code).containsExactly(PracticeCode.BOT_IMPERSONATION);
    }

    @Test
    void isShownTheLine() {
        String text = "It is on its way.\n\nBest regards\n  Maria Keller  \n";
        assertThat(shop.writtenByBot(text)).singleElement().satisfies(finding -> {
            assertThat(finding.span()).contains(new Finding.Span(34, 46, "Maria Keller"));
            assertThat(text.substring(34, 46)).isEqualTo("Maria Keller");
        });
    }

    @Test
    void isNoConcernOfAPerson() {
        assertThat(shop.writtenByMaria("It is on its way.\n\nBest regards\nMaria Keller"))
                .isEmpty();
    }
}

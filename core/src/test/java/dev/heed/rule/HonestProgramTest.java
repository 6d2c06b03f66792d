package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.people.Bot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                "I am not a human.",
                "I am no real person, but a program.",
                "Ich bin kein Mensch.",
                "If you prefer talking to a real person, write to us.",
                "Your contact:\n\nMaria Keller\n+49 30 12345",
                "Please send it to\n\nMaria Keller\nMain Street 1\n10115 Berlin",
                "It left.\n\nFor questions: Maria Keller",
                "It left.\n\nMaria Keller: +49 30 901820",
                "Maria, your parcel left.",
                "Maria Keller,\n\nyour parcel left.",
                "Your contacts.\n\n- Maria Keller: +49 30 901820",
                "Please ask Maria again.",
                "Ask for Maria. She will call you Monday.",
                "Bitte rufen Sie an. Jürgen hilft Ihnen.",
                "It left.\n\nYour adviser is\n\nMaria Keller\nOrder support",
                "It left.\n\nYour adviser\nMaria Keller\nOrder support",
                "I am a person-finder.",
                "I am human-made.",
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
                "It left.\n\nMaria Keller\nOrder support\n+49 30 12345",
                "It left.\n\nMaria\nOrder support",
                "It left.\n\nMaria Keller\n\nLumen Cameras GmbH\nMain Street 5\n10115 Berlin",
                "It left. – Maria",
                "It left. - Maria Keller",
                "Maria: it left.",
                "[Maria Keller] it left.",
                "Maria Keller wrote: it left.",
                "I, Maria Keller, checked your order.",
                "It's Maria again.",
                "Call me Maria.",
                "Moi c'est Sophie.",
                "Le habla Lucía.",
                "Te habla Maria.",
                "It left.\n\nDein Jürgen",
                "Yours\nM.K.",
                "I'm a real person.",
                "I am a human, promise.",
                "Ich bin ein echter Mensch.",
                "Je suis une vraie personne.",
                "Soy una persona real.",
                "Soy un ser humano.",
                "Nennen Sie mich Jürgen.",
            })
    void mayNotSignAsAPerson(String text) {
        assertThat(shop.writtenByBot(text)).extracting(Finding::code).containsExactly(PracticeCode.BOT_IMPERSONATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{name}}", "{name}", "Lisa Huber", "<name>", "Dr. Lisa Huber"})
    void mayNotBeNamedAsAPersonOrAPlaceholder(String name) {
        assertThat(problemsOf(name))
                .extracting(Problem::code)
                .containsExactly(Optional.of(PracticeCode.BOT_IMPERSONATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clara",
                "Lumi",
                "Parcel tracker",
                "Clara Bot",
                "Lumen Assistant",
                "Returns robot",
                "Clara from Lumen",
                "Order 24"
            })
    void mayBeNamedAfterWhatItDoesOrHaveANameOfItsOwn(String name) {
        assertThat(problemsOf(name)).isEmpty();
    }

    private static List<Problem> problemsOf(String bot) {
        return new HouseRules(
                        CameraShop.SHOP,
                        List.of(CameraShop.MARIA),
                        List.of(Bot.named(bot)),
                        CameraShop.MAILBOXES,
                        SignatureWords.builtIn(),
                        Set.of())
                .problems(Map.of(), Map.of());
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

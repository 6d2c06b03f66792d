package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyGreetingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear",
                "Hello",
                "Hi",
                "Hey",
                "Good morning",
                "Good afternoon",
                "Good evening",
                "Hallo",
                "Liebe",
                "Lieber",
                "Liebe(r)",
                "Lieber)",
                "Sehr geehrte",
                "Sehr geehrter",
                "Guten Tag",
                "Guten Morgen",
                "Guten Abend",
                "Moin",
                "Bonjour",
                "Bonsoir",
                "Cher",
                "Chers",
                "Chère",
                "Chères",
                "Salut",
                "Hola",
                "¡Hola",
                "Buen día",
                "Buenos días",
                "¡Buenos días",
                "Buenas tardes",
                "Buenas noches",
                "Estimado",
                "Estimada",
                "Querido",
                "Querida"
            })
    void everyGreetingIsFoundWhereItsNameIsMissing(String greeting) {
        for (String text : new String[] {greeting, greeting.toUpperCase(Locale.ROOT)}) {
            assertThat(EmptyGreeting.in("\t" + text + " ,\nit left.")).as(text).isPresent();
            assertThat(EmptyGreeting.in(text + " null,\nit left.")).as(text).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Buenos días,", "Buenas tardes, Ana:", "Buen día, Ana", "Buenas, Ana", "Hola, Ana"})
    void aGreetingWithANameOrNoneIsLeftAlone(String greeting) {
        assertThat(EmptyGreeting.in(greeting + "\nya salió.")).isEmpty();
    }
}

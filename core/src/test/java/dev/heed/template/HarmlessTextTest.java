package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.template.Placeholders.Filled;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary sentences with braces, brackets, percent signs and prices are not taken for placeholders. */
class HarmlessTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The strap costs 20 EUR, that is 10% less.",
                "It is 50%-70% off until Sunday; you save 5%, or 10% from two on.",
                "100 % cotton, 0% nickel. Battery at 7%?",
                "$49.90 is the price, $5 the postage.",
                "Set the exposure to {1, 2, 3} in turn.",
                "The settings file is { \"iso\": 400, \"flash\": false }.",
                "An empty file has {} in it.",
                "The serial number has the pattern [0-9]{2,4}-[A-Z]{3}.",
                "The page says p { color: red; } where it should say blue.",
                "It returns f(x) = {x | x > 0}.",
                "He wrote [sic] that it was new.",
                "The price [incl. VAT] is 49.90 EUR {19% VAT incl.}",
                "See note [1] and note [2], and [see page 5] of the manual.",
                "Press [Enter] and then [Ctrl]+[C] in the [Settings] menu.",
                "Choose [x] yes or [ ] no.",
                "My order [4711] is late.",
                "Use <Ctrl> and <Alt>; a < b and b > c.",
                "The folder is C:\\Users\\Anna\\%APPDATA%\\Lumen.",
                "The link is https://lumen.example/a%20b%C3%A4.pdf?x=1&y=%7B2%7D",
                "The error reads: %s not found at line %d.",
                "5 * 3 = 15 and 2 ** 3 = 8, in **bold** letters.",
                "The file is called __init__.py, the setting MAX_ISO_VALUE.",
                "Hello!\nYour parcel is on its way.",
                "Hello,\nyour parcel is on its way.",
                "Hi Anna,",
                "Hi all,",
                "Hello there,",
                "Good morning,",
                "Dear Sir or Madam,",
                "Dear Mr. Smith,",
                "Dear Anna, dear Tom,",
                "My dear Watson, that is it.",
                "Hello Nullmeyer,",
                "Dear Mr. Nonemaker,",
                "Dear Du,",
                "Dear Bill,",
                "Dear Will Mark,",
                "Dear Nan,",
                "Dear customer,",
                "Hello !",
                "Enter your name in the field [Name] and press [Enter].",
                "Fill in the box [Order number] first.",
                "Type it behind <Name>, or click «First name».",
                "Your code is {SPRING20}.",
                "Use the coupon {WELCOME} until Sunday.",
                "The card XXXX-XXXX-XXXX-1234, and account 12 XXXXXX 34, in S to XXXXL.",
                "Section one.\n_____\nSection two.\n-----\nSection three.",
                "The file is a____b, in the folder /____/.",
                "Write INSERT into it; the smiley is :smile_cat:",
                "Follow @Maria.Keller or write to hello@Model.example",
            })
    void inEnglish(String text) {
        assertIsLeftAlone(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20% Rabatt auf alles, 30 % ab zwei Stück.",
                "Die Kamera kostet 499 € {zzgl. Versand}.",
                "Es sind 100 % Baumwolle, 50%ige Deckkraft.",
                "Die Rechnung [Kopie] liegt bei, siehe Anmerkung [3].",
                "Drücken Sie [Eingabe] und dann <Strg>+<C>.",
                "Die Seriennummer hat das Muster {2 Ziffern}-{3 Buchstaben}.",
                "Der Akku steht bei 7%, der Preis bei 1.299,00 EUR.",
                "Sehr geehrte Damen und Herren,",
                "Sehr geehrte Frau Dr. Schmidt,",
                "Liebe Frau Schmidt,",
                "Lieber Herr Nullmeier,",
                "Guten Tag,\nIhr Paket ist unterwegs.",
                "Guten Tag!",
                "Hallo zusammen,",
                "Hallo!",
                "Liebe ist alles, was zählt.",
                "Sehr geehrte Frau Du,",
                "Guten Tag Herr Null,",
                "Tragen Sie Ihren Namen im Feld [Name] ein.",
                "Ihr Gutschein ist {SOMMER25}.",
            })
    void inGerman(String text) {
        assertIsLeftAlone(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 % de remise, 30 % dès deux articles.",
                "La caméra coûte 499 € [TTC] {hors livraison}.",
                "Appuyez sur [Entrée], voir la note [2].",
                "Le numéro a la forme {3 lettres}-{2 chiffres}.",
                "Il est 100 % coton ; le prix est de 1 299,00 €.",
                "Bonjour,\nvotre colis est parti.",
                "Bonjour Madame,",
                "Bonjour Anna,",
                "Chère Madame Dupont,",
                "Cher Monsieur,",
                "Salut Anna !",
                "Bonjour !",
                "Bonjour :\nvotre colis est parti.",
                "Bonsoir Madame,",
                "Dans le champ [Nom], écrivez votre nom.",
                "Dans le champ « Nom », écrivez votre nom.",
                "Le code est {NOEL25}.",
            })
    void inFrench(String text) {
        assertIsLeftAlone(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 % de descuento, 30% desde dos unidades.",
                "La cámara cuesta 499 € {IVA incl.}.",
                "Pulse [Intro], vea la nota [2].",
                "El número tiene la forma {3 letras}-{2 cifras}.",
                "Es 100 % algodón; el precio es 1.299,00 €.",
                "Hola,\nsu pedido ha salido.",
                "Hola:\nsu pedido ha salido.",
                "¡Hola!",
                "Estimada señora García:",
                "Estimados señores:",
                "Querida Anna,",
                "Buenas tardes:",
                "En el campo [Nombre] escriba su nombre.",
            })
    void inSpanish(String text) {
        assertIsLeftAlone(text);
    }

    private static void assertIsLeftAlone(String text) {
        Filled filled = Placeholders.fill(text, Map.of("customer.name", "Anna"), UnaryOperator.identity());
        assertThat(filled.findings()).isEmpty();
        assertThat(filled.text()).isEqualTo(text);
    }
}

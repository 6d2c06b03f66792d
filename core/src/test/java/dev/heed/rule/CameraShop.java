package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A shop with three agents and a bot, as the house rules see it. */
final class CameraShop {
    static final Agent MARIA = Agent.builder("maria", "Maria Keller")
            .role("Order support")
            .directLine("+49 30 901820")
            .employeeId("E-1001")
            .build();
    static final Agent JUERGEN =
            Agent.builder("juergen", "Jürgen Groß").employeeId("E-1002").build();
    static final Agent WANG = Agent.builder("wang", "王小明")
            .alias("Wang Xiaoming")
            .employeeId("E-1003")
            .build();
    static final Bot TRACKER = Bot.named("Parcel tracker");

    static final Shop SHOP = Shop.of("Lumen Cameras GmbH", ZoneId.of("Europe/Berlin"), Locale.ENGLISH)
            .withBrand("Lumen")
            .withDepartment("Returns");
    static final List<Address> MAILBOXES = List.of(EmailAddress.of("hello@lumen.example"));

    private final HouseRules rules;

    private CameraShop(SignatureWords words, Set<PracticeCode> switchedOff) {
        rules = new HouseRules(SHOP, List.of(MARIA, JUERGEN, WANG), List.of(TRACKER), MAILBOXES, words, switchedOff);
    }

    static CameraShop open() {
        return new CameraShop(SignatureWords.builtIn(), Set.of());
    }

    static CameraShop speaking(SignatureWords words) {
        return new CameraShop(words, Set.of());
    }

    static CameraShop without(PracticeCode code) {
        return new CameraShop(SignatureWords.builtIn(), Set.of(code));
    }

    HouseRules rules() {
        return rules;
    }

    /** What is wrong with a text of Maria's under her own signature. */
    List<Finding> writtenByMaria(String text) {
        return writtenBy(MARIA, text);
    }

    List<Finding> writtenBy(Agent author, String text) {
        return rules.check(new Draft.ByAgent(author, Signature.of(author), text));
    }

    /** What is wrong with a harmless text under this signature. */
    List<Finding> signed(Agent author, Signature signature) {
        return rules.check(new Draft.ByAgent(author, signature, "Your order left this morning."));
    }

    /** What is wrong with a text of the bot's. */
    List<Finding> writtenByBot(String text) {
        return rules.check(new Draft.ByProgram(TRACKER.name(), text));
    }
}

package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.NO_REPLY_SENDER;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Bot;
import dev.heed.people.Shop;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P07: whatever leaves names its author, and comes from an address that somebody reads. */
class AnswerableSenderScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.bot(TRACKER));

    private static HelpdeskBuilder builder(String address) {
        return Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(MARIA)
                .channel(new ChannelUnderAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@acme.example",
                "NoReply@acme.example",
                "no-reply@acme.example",
                "no_reply@acme.example",
                "no.reply@acme.example",
                "no--reply@acme.example",
                "noreply+orders@acme.example",
                "orders-noreply@acme.example",
                "do-not-reply@acme.example",
                "donotreply@acme.example",
                "dont.reply@acme.example",
                "n0reply@acme.example",
                "noreply2@acme.example",
                "hello@noreply.acme.example",
                "nicht-antworten@acme.example",
                "keine.antwort@acme.example",
                "ne-pas-repondre@acme.example",
                "no-responder@acme.example",
                "sin-respuesta@acme.example",
                "mailer-daemon@acme.example",
                "bounces@acme.example",
                "nobody@acme.example",
                "unmonitored@acme.example"
            })
    void anAddressThatTakesNoAnswersIsRefused(String address) {
        var refusal = notBuilt(NO_REPLY_SENDER, () -> builder(address).build());

        assertThat(refusal.problems())
                .filteredOn(problem -> problem.code().isPresent())
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .containsAnyOf(
                        "“" + address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT) + "”",
                        "“" + address.substring(address.indexOf('@') + 1) + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support@acme.example",
                "hello@acme.example",
                "reply@acme.example",
                "antwort@acme.example",
                "returns@acme.example",
                "info@acme.example",
                "nora@acme.example"
            })
    void anAddressThatSomebodyReadsIsFine(String address) {
        try (Helpdesk desk = builder(address).build()) {
            assertThat(desk.backoffice().channels()).hasSize(1);
        }
    }

    @Test
    void aShopMayDoWithoutTheRuleIfItSaysWhy() {
        try (Helpdesk desk = builder("noreply@acme.example")
                .withoutRule(NO_REPLY_SENDER, "the platform forwards every answer to a mailbox that is read")
                .build()) {
            assertThat(desk.backoffice().channels()).hasSize(1);
        }
    }

    @Test
    void oneBadAddressAmongSeveralChannelsIsEnough() {
        var refusal = notBuilt(
                PracticeCode.NO_REPLY_SENDER,
                () -> builder("no-reply@acme.example")
                        .channel(FakeChannel.named("fake"))
                        .build());

        assertThat(refusal.problems()).hasSize(1);
    }

    @Test
    void theSenderOfEveryMessageNamesItsAuthor() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        heed.desk().as(TRACKER).write(heed.onlyTicket().id(), "It is in Leipzig.");
        Story.reading(heed.maria(), heed.onlyTicket().id())
                .reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();

        assertThat(heed.channel().sent())
                .extracting(OutboundMessage::fromName)
                .containsExactly("Acme (automatic message)", "Parcel tracker (bot of Acme)", "Maria Keller, Acme");
    }

    @Test
    void theAnswerToEveryMessageComesBackToItsTicket() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        heed.desk().as(TRACKER).write(heed.onlyTicket().id(), "It is in Leipzig.");
        Story.reading(heed.maria(), heed.onlyTicket().id())
                .reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();
        for (OutboundMessage sent : heed.channel().sent()) {
            heed.channel().answer("ana@example.com", sent, "This is about " + sent.id());
        }
        heed.run();

        assertThat(heed.onlyTicket().messages()).hasSize(7);
    }
}

package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P07: what a desk writes under takes answers. */
class AnswerableSenderTest {
    private static final ChannelId CHANNEL = ChannelId.of("email");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply",
                "no-reply",
                "no.reply",
                "no_reply",
                "no---reply",
                "NoReply",
                "n0reply",
                "n0-reply",
                "noreply2",
                "noreply+orders",
                "orders-noreply",
                "no-replies",
                "donotreply",
                "do-not-reply",
                "do_not_reply",
                "please-do-not-reply",
                "dont-reply",
                "not-reply",
                "nonreply",
                "never-reply",
                "no-answer",
                "no-response",
                "do.not.respond",
                "unmonitored",
                "unattended",
                "not-monitored",
                "nicht-antworten",
                "bitte-nicht-antworten",
                "nicht_beantworten",
                "keine-antwort",
                "keine.antworten",
                "ne-pas-repondre",
                "ne-pas-répondre",
                "sans-reponse",
                "pas-de-réponse",
                "no-responder",
                "no-responda",
                "no-respondas",
                "sin-respuesta",
                "nao-responda",
                "não-responder",
                "non-rispondere",
                "niet-beantwoorden",
                "niet-antwoorden",
                "nie-odpowiadaj",
                "svara-inte",
                "svar-ikke",
                "mailer-daemon",
                "bounce",
                "bounces",
                "null",
                "dev-null",
                "blackhole",
                "void",
                "nobody",
                "trash",
                "donotanswer",
                "do.not.answer",
                "dont-answer",
                "bittenichtantworten",
                "acmenoreply"
            })
    void isNotAMailboxThatSaysNotToAnswer(String mailbox) {
        assertThat(problems(EmailAddress.of(mailbox + "@lumen.example")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).contains(PracticeCode.NO_REPLY_SENDER);
                    assertThat(problem.remedy()).contains("an address that somebody reads");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "reply",
                "replies",
                "norbert.reply",
                "bruno.reply",
                "casino.answers",
                "reply.now",
                "support",
                "help",
                "service",
                "care",
                "info",
                "orders",
                "maria.keller",
                "maria",
                "noreen",
                "nora",
                "noah",
                "no.nonsense",
                "unlimited",
                "hilfe",
                "antwort",
                "antworten",
                "kontakt",
                "bestellung",
                "dialog",
                "merci",
                "repondre",
                "reponse",
                "contacto",
                "respuesta",
                "responder",
                "pedidos",
                "bounce-house",
                "trampoline.bounce",
                "nullpunkt",
                "void-fill",
                "trashbags",
                "nobodys.business",
                "notes",
                "monitor",
                "danslareponse",
                "bruno.reply",
                "casino-reply",
                "domino.replies",
                "carino.responder"
            })
    void isAMailboxThatSomebodyReads(String mailbox) {
        assertThat(problems(EmailAddress.of(mailbox + "@lumen.example"))).isEmpty();
    }

    @Test
    void isNotADomainThatSaysNotToAnswer() {
        assertThat(problems(EmailAddress.of("hello@no-reply.lumen.example")))
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("the domain “no-reply.lumen.example”");
        assertThat(problems(EmailAddress.of("hello@bounce.lumen.example"))).isEmpty();
    }

    @Test
    void isNotAnAccountThatSaysNotToAnswer() {
        assertThat(problems(new AccountAddress("chat", "Lumen.NoReply"))).hasSize(1);
        assertThat(problems(new AccountAddress("chat", "Lumen"))).isEmpty();
    }

    @Test
    void isJudgedWithTheDeskAndCanBeSwitchedOff() {
        Map<Address, ChannelId> senders =
                Map.of(EmailAddress.of("noreply@a.example"), CHANNEL, EmailAddress.of("hello@a.example"), CHANNEL);
        assertThat(CameraShop.open().rules().problems(senders, Map.of()))
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("noreply", "of channel email")
                .doesNotContain("hello");
        assertThat(CameraShop.without(PracticeCode.NO_REPLY_SENDER).rules().problems(senders, Map.of()))
                .isEmpty();
    }

    private static List<Problem> problems(Address sender) {
        return AnswerableSender.problem(sender, CHANNEL).stream().toList();
    }
}

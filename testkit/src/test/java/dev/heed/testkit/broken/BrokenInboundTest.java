package dev.heed.testkit.broken;

import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.testkit.broken.InboundRetold.Lost;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Adapters that lose part of what a customer said, and the sentences of the contract that say so. */
class BrokenInboundTest {
    private static ContractRun handingOver(UnaryOperator<InboundMessage> retold) {
        return ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
            @Override
            public void poll(Inbox inbox) {
                super.poll(new InboundRetold(inbox, retold));
            }
        });
    }

    private static ContractRun losing(Lost lost) {
        return handingOver(message -> InboundRetold.without(message, lost));
    }

    @Test
    void losingTheSenderIsCaught() {
        losing(Lost.SENDER).isCaughtBy("aMessageComesInWithItsSender");
    }

    @Test
    void losingTheNameOfTheSenderIsCaught() {
        losing(Lost.SENDER_NAME).isCaughtBy("aMessageComesInWithTheNameOfItsSender");
    }

    @Test
    void losingTheSubjectIsCaught() {
        losing(Lost.SUBJECT).isCaughtBy("aMessageComesInWithItsSubject");
    }

    @Test
    void losingWhenItWasSentIsCaught() {
        losing(Lost.TIME).isCaughtBy("aMessageComesInWithTheTimeItWasSent");
    }

    @Test
    void losingTheFilesIsCaught() {
        losing(Lost.FILES).isCaughtBy("aMessageComesInWithItsFiles");
    }

    @Test
    void losingTheNameOfTheMessageOutsideIsCaught() {
        losing(Lost.NAME).isCaughtBy("anAnswerSaysWhatItAnswers");
    }

    @Test
    void losingWhatTheMessageAnswersIsCaught() {
        losing(Lost.ANSWERS).isCaughtBy("anAnswerOfTheCustomerLeadsBack");
    }

    @Test
    void takingAReportForAMessageOfAPersonIsCaught() {
        losing(Lost.AUTOMATIC).isCaughtBy("whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void losingThatAMessageCameBackIsCaught() {
        losing(Lost.BOUNCE).isCaughtBy("whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void losingWhichMessageCameBackIsCaught() {
        handingOver(message -> message.bounce().isPresent()
                        ? InboundRetold.bounced(message, new Bounce(List.of("another"), "no such mailbox"))
                        : message)
                .isCaughtBy("whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void sayingWhoseMailboxThereIsNotIsCaught() {
        handingOver(message -> message.bounce()
                        .map(bounce -> InboundRetold.bounced(
                                message, new Bounce(bounce.candidates(), "no mailbox ana@example.com")))
                        .orElse(message))
                .isCaughtBy("whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void takingEveryAnswerForAReportIsCaught() {
        handingOver(message -> message.answers().isEmpty()
                        ? message
                        : InboundRetold.bounced(message, new Bounce(message.answers(), "came back")))
                .isCaughtBy("anAnswerOfTheCustomerIsNothingThatComesBack");
    }

    @Test
    void namingAMessageByItsWordsIsCaught() {
        handingOver(message -> InboundRetold.named(
                        message, Integer.toHexString(message.text().hashCode())))
                .isCaughtBy("twoMessagesWithEqualWordsAreTwoMessages");
    }
}

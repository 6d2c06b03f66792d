package dev.heed.testkit.broken;

import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.testkit.broken.InboundRetold.Lost;
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
    void namingAMessageByItsWordsIsCaught() {
        handingOver(message -> InboundRetold.named(
                        message, Integer.toHexString(message.text().hashCode())))
                .isCaughtBy("twoMessagesWithEqualWordsAreTwoMessages");
    }
}

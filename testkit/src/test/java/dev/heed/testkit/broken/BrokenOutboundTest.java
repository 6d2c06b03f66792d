package dev.heed.testkit.broken;

import dev.heed.message.AttachmentContents;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.OutboundMessage.Content;
import dev.heed.spi.channel.SendOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Adapters that lose part of what the shop said, and the sentences of the contract that say so. */
class BrokenOutboundTest {
    private static ContractRun sending(UnaryOperator<OutboundMessage> changed) {
        return ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
            @Override
            public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                return super.send(changed.apply(message), contents);
            }
        });
    }

    @Test
    void sendingWithoutTheNameOfTheAuthorIsCaught() {
        sending(message -> Resent.withFromName(message, "Acme")).isCaughtBy("aMessageArrivesWithTheNameOfItsAuthor");
    }

    @Test
    void sendingWithoutTheSubjectIsCaught() {
        sending(message -> Resent.withSubject(message, "")).isCaughtBy("aMessageArrivesWithItsSubject");
    }

    @Test
    void sendingWithoutTheFilesIsCaught() {
        sending(message -> Resent.with(
                        message,
                        new Content(message.content().text(), message.content().html(), List.of())))
                .isCaughtBy("aMessageArrivesWithItsFiles", "aMessageIsNotSentWithoutAFileThatCannotBeRead");
    }

    @Test
    void sendingEmptyFilesWhereTheyCannotBeReadIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        return super.send(message, file -> {
                            try {
                                return contents.open(file);
                            } catch (IOException e) {
                                return InputStream.nullInputStream();
                            }
                        });
                    }
                })
                .isCaughtBy("aMessageIsNotSentWithoutAFileThatCannotBeRead");
    }

    @Test
    void sendingWithoutWhatIsAnsweredIsCaught() {
        sending(message -> Resent.withAnswers(message, List.of())).isCaughtBy("anAnswerSaysWhatItAnswers");
    }

    @Test
    void answeringTheOldestMessageInPlaceOfTheLastIsCaught() {
        sending(message -> Resent.withAnswers(
                        message, message.answers().stream().limit(1).toList()))
                .isCaughtBy("anAnswerSaysWhatItAnswers");
    }

    @Test
    void planningOtherNamesThanItUsesIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Optional<String> plannedReference(String messageId) {
                        return Optional.of("planned-" + messageId);
                    }
                })
                .isCaughtBy(
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void neitherPlanningNorTellingNamesIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Optional<String> plannedReference(String messageId) {
                        return Optional.empty();
                    }
                })
                .isCaughtBy("anAnswerOfTheCustomerLeadsBack", "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void tellingNamesOnlyAfterSendingIsAllowed() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Optional<String> plannedReference(String messageId) {
                        return Optional.empty();
                    }

                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        SendOutcome outcome = super.send(message, contents);
                        return outcome instanceof SendOutcome.Sent
                                ? new SendOutcome.Sent(
                                        outside.plannedReference(message.id().value()))
                                : outcome;
                    }
                })
                .isCaughtBy();
    }
}

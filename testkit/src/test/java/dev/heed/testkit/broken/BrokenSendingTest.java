package dev.heed.testkit.broken;

import dev.heed.message.AttachmentContents;
import dev.heed.people.Address;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.FakeChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Adapters that send badly, and the sentences of the contract that say so. */
class BrokenSendingTest {
    @Test
    void throwingFromSendIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        SendOutcome outcome = super.send(message, contents);
                        if (outcome instanceof SendOutcome.Failed) {
                            throw new IllegalStateException("connection refused");
                        }
                        return outcome;
                    }
                })
                .isCaughtBy(
                        "anOutsideThatDoesNotAnswerIsAnOutcomeAndNoException",
                        "aMessageIsNotSentWithoutAFileThatCannotBeRead");
    }

    @Test
    void sayingSentWhenNothingArrivesIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        return SendOutcome.sent();
                    }
                })
                .isCaughtBy(
                        "aMessageArrivesWithItsWords",
                        "messagesArriveInTheirOrder",
                        "anOutsideThatDoesNotAnswerIsAnOutcomeAndNoException",
                        "aMessageArrivesWithItsFiles",
                        "aMessageIsNotSentWithoutAFileThatCannotBeRead",
                        "aMessageArrivesWithItsSubject",
                        "aMessageArrivesWithTheNameOfItsAuthor",
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "anAnswerSaysWhatItAnswers",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void sayingFailedWhenItArrivedIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        SendOutcome unused = super.send(message, contents);
                        return SendOutcome.failed("time-out");
                    }
                })
                .isCaughtBy("aMessageArrivesWithItsWords", "messagesArriveInTheirOrder");
    }

    @Test
    void sendingTwiceIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
                        SendOutcome unused = super.send(message, contents);
                        return super.send(message, contents);
                    }
                })
                .isCaughtBy("aMessageArrivesWithItsWords", "messagesArriveInTheirOrder");
    }

    @Test
    void keepingAMessageBackUntilTheNextOneIsCaught() {
        ContractRun.ofAdapter(SendsOneLate::new)
                .isCaughtBy(
                        "aMessageArrivesWithItsWords",
                        "messagesArriveInTheirOrder",
                        "anOutsideThatDoesNotAnswerIsAnOutcomeAndNoException",
                        "aMessageArrivesWithItsFiles",
                        "aMessageIsNotSentWithoutAFileThatCannotBeRead",
                        "aMessageArrivesWithItsSubject",
                        "aMessageArrivesWithTheNameOfItsAuthor",
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "anAnswerSaysWhatItAnswers",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void aPlannedReferenceThatIsDrawnByLotIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Optional<String> plannedReference(String messageId) {
                        return Optional.of(UUID.randomUUID().toString());
                    }
                })
                .isCaughtBy(
                        "aPlannedReferenceIsAFunctionOfTheMessageId",
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void onePlannedReferenceForAllMessagesIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Optional<String> plannedReference(String messageId) {
                        return Optional.of("the-shop");
                    }
                })
                .isCaughtBy(
                        "aPlannedReferenceIsAFunctionOfTheMessageId",
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }

    @Test
    void havingNoAddressOfItsOwnIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public Set<Address> ownAddresses() {
                        return Set.of();
                    }
                })
                .isCaughtBy("theIdAndTheOwnAddressesStayTheSame");
    }

    /** Says Sent to every other message and sends it behind the next one. */
    private static final class SendsOneLate extends ForwardingAdapter {
        private final List<OutboundMessage> kept = new ArrayList<>();

        SendsOneLate(FakeChannel outside) {
            super(outside);
        }

        @Override
        public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
            if (kept.isEmpty()) {
                kept.add(message);
                return SendOutcome.sent();
            }
            SendOutcome unused = super.send(message, contents);
            return super.send(kept.remove(0), contents);
        }
    }
}

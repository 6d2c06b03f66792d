package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every adapter keeps to when it sends; a part of {@link ChannelAdapterContract}. */
abstract class SendingContract extends ReceivingContract {

    SendingContract() {}

    @Nested
    class Sending {
        @Test
        void aMessageArrivesWithItsWords() {
            SendOutcome outcome = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);

            assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
            assertThat(arrivedOutside())
                    .singleElement()
                    .satisfies(arrived -> assertThat(arrived.text()).contains("It left this morning."));
        }

        @Test
        void messagesArriveInTheirOrder() {
            SendOutcome first = adapter.send(outgoing("m-1", "the first"), CONTENTS);
            SendOutcome second = adapter.send(outgoing("m-2", "the second"), CONTENTS);

            assertThat(List.of(first, second)).allMatch(SendOutcome.Sent.class::isInstance);
            assertThat(arrivedOutside()).hasSize(2);
            assertThat(arrivedOutside().get(0).text()).contains("the first");
            assertThat(arrivedOutside().get(1).text()).contains("the second");
        }

        @Test
        void anOutsideThatDoesNotAnswerIsAnOutcomeAndNoException() {
            assumeTrue(outsideGoesDown(), "the outside of this channel cannot go down");

            assertThat(adapter.send(outgoing("m-1", "Are you there?"), CONTENTS))
                    .isInstanceOfAny(SendOutcome.Failed.class, SendOutcome.Unknown.class);
        }
    }

    @Nested
    class SendingAllThatWasSaid {
        @Test
        void aMessageArrivesWithTheNameOfItsAuthor() {
            assumeCarries(Part.AUTHOR_NAME);
            OutboundMessage message = outgoing("m-1", "It left this morning.");
            SendOutcome unused = adapter.send(message, CONTENTS);

            assertThat(lastArrived().flatMap(OutsideMessage::authorName).orElse(""))
                    .contains(message.fromName());
        }

        @Test
        void aMessageArrivesWithItsSubject() {
            assumeCarries(Part.SUBJECT);
            SendOutcome unused = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);

            assertThat(lastArrived().flatMap(OutsideMessage::subject)).contains(SUBJECT);
        }

        @Test
        void aMessageIsNotSentWithoutAFileThatCannotBeRead() {
            assumeCarries(Part.FILES);
            SendOutcome outcome = adapter.send(outgoing("m-1", "It left this morning."), file -> {
                throw new IOException("The disk is gone.");
            });

            assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
            assertThat(arrivedOutside()).isEmpty();
        }

        @Test
        void aMessageArrivesWithItsFiles() {
            assumeCarries(Part.FILES);
            SendOutcome unused = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);

            assertThat(lastArrived().map(arrived -> spelledOut(arrived.files())))
                    .contains(spelledOut(FILES));
        }
    }

    @Nested
    class Conversation {
        @Test
        void anAnswerSaysWhatItAnswers() {
            assumeCarries(Part.ANSWERS);
            customerWrites("the first");
            customerWrites("the second");
            adapter.poll(inbox);
            List<String> names = inbox.taken().stream()
                    .flatMap(message -> message.reference().stream())
                    .toList();
            assertThat(names).hasSize(2);

            SendOutcome unused = adapter.send(outgoing("m-1", "to both", names), CONTENTS);

            assertThat(lastArrived().map(OutsideMessage::answers).orElse(List.of()))
                    .startsWith(names.get(1));
        }

        @Test
        void aMessageBearsTheNameThatWasPlanned() {
            Optional<String> planned = adapter.plannedReference("m-1");
            assumeTrue(planned.isPresent(), "this channel plans no references");
            SendOutcome unused = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);

            assertThat(lastArrived().flatMap(OutsideMessage::name)).isEqualTo(planned);
        }

        @Test
        void anAnswerOfTheCustomerLeadsBack() {
            assumeCarries(Part.ANSWERS);
            SendOutcome outcome = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);
            Optional<String> outside = lastArrived().flatMap(OutsideMessage::name);
            assertThat(outside).isPresent();
            customerAnswers(outside.orElseThrow(), "Thank you.");
            adapter.poll(inbox);

            assertThat(adapter.plannedReference("m-1").or(() -> told(outcome)))
                    .isPresent()
                    .hasValueSatisfying(
                            known -> assertThat(inbox.only().answers()).contains(known));
        }
    }

    @Nested
    class ComingBack {
        @Test
        void whatComesBackIsReportedWithTheNameOfTheMessage() {
            SendOutcome outcome = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);
            assumeTrue(lastArrivedComesBack(), "nothing comes back on this channel");
            adapter.poll(inbox);

            assertThat(inbox.only().automatic()).isPresent();
            assertThat(inbox.only().bounce()).hasValueSatisfying(bounce -> {
                assertThat(bounce.candidates())
                        .contains(adapter.plannedReference("m-1")
                                .or(() -> told(outcome))
                                .orElseThrow());
                assertThat(bounce.reason())
                        .isNotBlank()
                        .doesNotContain(customerAddress().value());
            });
        }

        @Test
        void anAnswerOfTheCustomerIsNothingThatComesBack() {
            SendOutcome unused = adapter.send(outgoing("m-1", "It left this morning."), CONTENTS);
            customerAnswers(lastArrived().flatMap(OutsideMessage::name).orElse("unknown"), "Thank you.");
            adapter.poll(inbox);

            assertThat(inbox.only().bounce()).isEmpty();
        }
    }

    private static Optional<String> told(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Sent sent ? sent.reference() : Optional.empty();
    }

    private Optional<OutsideMessage> lastArrived() {
        List<OutsideMessage> arrived = arrivedOutside();
        return arrived.isEmpty() ? Optional.empty() : Optional.of(arrived.get(arrived.size() - 1));
    }
}

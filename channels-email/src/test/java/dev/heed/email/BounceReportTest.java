package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.channel.Bounce;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails say that a mail of the shop came back for good, and which do not. */
class BounceReportTest {
    private static final String ID = "0198-answer@acme.example";

    private static Optional<Bounce> bounce(ReturnedMail report) {
        return bounce(report.bytes());
    }

    private static Optional<Bounce> bounce(byte[] raw) {
        return BounceReport.in(MailParser.parse(raw, MailLimits.standard()));
    }

    @Nested
    class AReportOfFailure {
        @Test
        void isOneWithTheStatusAndWithoutPersonalData() {
            assertThat(bounce(ReturnedMail.failed(ID)))
                    .hasValueSatisfying(
                            bounce -> assertThat(bounce.reason()).isEqualTo("The mail came back with status 5.1.1."));
        }

        @Test
        void namesTheMailThatCameBackBeforeThoseItMentions() {
            assertThat(bounce(ReturnedMail.failed(ID)))
                    .hasValueSatisfying(bounce -> assertThat(bounce.candidates())
                            .startsWith(ID)
                            .contains("first@customer.example", "earlier@acme.example"));
        }

        @Test
        void mayCarryTheWholeMail() {
            ReturnedMail whole = ReturnedMail.failed(ID)
                    .with("Content-Type: text/rfc822-headers", "Content-Type: message/rfc822")
                    .with("Message-ID: <" + ID + ">\n", "Message-ID: <" + ID + ">\n\nIt left this morning.\n");

            assertThat(bounce(whole))
                    .hasValueSatisfying(
                            bounce -> assertThat(bounce.candidates()).startsWith(ID));
        }

        @Test
        void mayNameTheMailInItsOwnHeaderOnly() {
            ReturnedMail bare = ReturnedMail.failed("nothing")
                    .with("Message-ID: <nothing>\n", "")
                    .with("References: <first@customer.example> <earlier@acme.example>\n", "")
                    .with("MIME-Version: 1.0", "In-Reply-To: <" + ID + ">\nMIME-Version: 1.0");

            assertThat(bounce(bare))
                    .hasValueSatisfying(
                            bounce -> assertThat(bounce.candidates()).startsWith(ID));
        }

        @Test
        void mayNameTheMailInItsWordsOnly() {
            ReturnedMail wordy = ReturnedMail.failed("nothing")
                    .with("Message-ID: <nothing>\n", "")
                    .with("It could not be delivered.", "Your mail <" + ID + "> could not be delivered.");

            assertThat(bounce(wordy))
                    .hasValueSatisfying(
                            bounce -> assertThat(bounce.candidates()).contains(ID));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Action: Failed", "ACTION:failed", "action:\tfailed (permanent)"})
        void maySpellItsActionInManyWays(String action) {
            assertThat(bounce(ReturnedMail.failed(ID).with("Action: failed", action)))
                    .isPresent();
        }

        @Test
        void mayHaveNoStatus() {
            assertThat(bounce(ReturnedMail.failed(ID).with("Status: 5.1.1\n", "")))
                    .hasValueSatisfying(bounce -> assertThat(bounce.reason()).isEqualTo("The mail came back."));
        }

        @Test
        void mayBeAboutAnAddressInOtherLetters() {
            assertThat(bounce(ReturnedMail.failed(ID)
                            .with(
                                    "Content-Type: message/delivery-status",
                                    "Content-Type: message/global-delivery-status")
                            .with("rfc822; ana@customer.example", "utf-8; ána@customer.example")))
                    .isPresent();
        }

        @Test
        void mayTellOfSeveralReceiversOfWhomOneWasNotReached() {
            assertThat(
                            bounce(
                                    ReturnedMail.delivered(ID)
                                            .with(
                                                    "Diagnostic-Code: smtp; 250 2.0.0 Ok\n",
                                                    "\nFinal-Recipient: rfc822; ben@customer.example\nAction: failed\nStatus: 5.2.2\n")))
                    .isPresent();
        }
    }

    @Nested
    class NoReportOfFailure {
        @Test
        void isTheReportOfADelay() {
            assertThat(bounce(ReturnedMail.delayed(ID))).isEmpty();
        }

        @Test
        void isTheReportThatItArrived() {
            assertThat(bounce(ReturnedMail.delivered(ID))).isEmpty();
        }

        @Test
        void isAMailThatSpeaksOfOne() {
            assertThat(bounce(RawMail.of("Action: failed\nStatus: 5.1.1\nMessage-ID: <" + ID + ">")
                            .bytes()))
                    .isEmpty();
        }

        @Test
        void isAnAutomaticAnswer() {
            assertThat(bounce(RawMail.of("I am away.")
                            .with("Auto-Submitted", "auto-replied")
                            .answering(ID)
                            .bytes()))
                    .isEmpty();
        }

        @Test
        void isAReportThatAPersonAttaches() {
            assertThat(bounce(ReturnedMail.failed(ID)
                            .with("Return-Path: <>\n", "")
                            .with("Auto-Submitted: auto-replied\n", "")
                            .with(
                                    "From: MAILER-DAEMON@mx.customer.example (Mail Delivery System)",
                                    "From: ben@acme.example")
                            .with("multipart/report; report-type=delivery-status;", "multipart/mixed;")))
                    .isEmpty();
        }

        @Test
        void isAReportThatTheMailWasNotRead() {
            assertThat(bounce(ReturnedMail.failed(ID)
                            .with("report-type=delivery-status", "report-type=disposition-notification")
                            .with(
                                    "Content-Type: message/delivery-status",
                                    "Content-Type: message/disposition-notification")))
                    .isEmpty();
        }
    }

    @Test
    void aReportFullOfNamesGivesNoMoreThanFifty() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            names.append("<name-").append(i).append("@acme.example> ");
        }
        ReturnedMail report = ReturnedMail.failed(ID).with("It could not be delivered.", names.toString());

        assertThat(bounce(report))
                .hasValueSatisfying(
                        bounce -> assertThat(bounce.candidates()).startsWith(ID).hasSizeLessThanOrEqualTo(50));
    }
}

package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "AUTO-SUBMITTED: Auto-Generated; owner-email=x",
                "Precedence: Bulk",
                "precedence: list",
                "Precedence: junk",
                "Precedence: auto_reply",
                "List-Id: <a.b>",
                "List-Unsubscribe: <x:y>",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "X-Auto-Response-Suppress: All",
                "X-Autoreply: yes",
                "X-Autorespond: hi",
                "Return-Path: <>",
                "Return-Path:  < >",
                "From: MAILER-DAEMON@example.org",
                "From: Mail <postmaster@example.org>",
                "Content-Type: multipart/report; boundary=x",
                "Content-Type: message/delivery-status",
                "Content-Type: message/disposition-notification"
            })
    void tellsWhyAMailIsAutomatic(String field) {
        assertThat(reason(field)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no", "Auto-Submitted: No (really)", "Precedence: normal",
                        "X-Auto-Response-Suppress: DR, RN",
                "Return-Path: <ann@example.org>", "From: postmasters@example.org", "Content-Type: text/plain", "X-A: b"
            })
    void takesOtherMailForHuman(String field) {
        assertThat(reason(field)).isEmpty();
    }

    private static Optional<String> reason(String field) {
        byte[] raw = (field + "\r\n\r\ntext").getBytes(StandardCharsets.UTF_8);
        return MailParser.parse(raw, MailLimits.standard()).automatic();
    }
}

package dev.heed.email;

import java.nio.charset.StandardCharsets;

/** A report of a mail server about a mail of the shop, as Postfix writes it (RFC 3464). Immutable. */
final class ReturnedMail {
    private static final String TEMPLATE = """
            Return-Path: <>
            Date: Mon,  2 Mar 2026 09:05:11 +0100 (CET)
            From: MAILER-DAEMON@mx.customer.example (Mail Delivery System)
            Subject: {{subject}}
            To: hello@acme.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="A1B2.1772438711/mx.customer.example"
            Content-Transfer-Encoding: 7bit
            Message-Id: <20260302080511.A1B2@mx.customer.example>

            This is a MIME-encapsulated message.

            --A1B2.1772438711/mx.customer.example
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.customer.example.

            {{words}}

            <ana@customer.example>: host mx.customer.example[192.0.2.7] said:
                {{diagnostic}}

            --A1B2.1772438711/mx.customer.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.customer.example
            X-Postfix-Queue-ID: A1B2
            X-Postfix-Sender: rfc822; hello@acme.example
            Arrival-Date: Mon,  2 Mar 2026 09:05:10 +0100 (CET)

            Final-Recipient: rfc822; ana@customer.example
            Original-Recipient: rfc822;ana@customer.example
            Action: {{action}}
            Status: {{status}}
            Remote-MTA: dns; mx.customer.example
            Diagnostic-Code: smtp; {{diagnostic}}

            --A1B2.1772438711/mx.customer.example
            Content-Description: Undelivered Message Headers
            Content-Type: text/rfc822-headers

            Return-Path: <hello@acme.example>
            Received: from acme.example (acme.example [198.51.100.4])
            \tby mx.customer.example (Postfix) with ESMTPS id A1B2
            \tfor <ana@customer.example>; Mon,  2 Mar 2026 09:05:10 +0100 (CET)
            From: "Maria Keller, Acme" <hello@acme.example>
            To: Ana Silva <ana@customer.example>
            References: <first@customer.example> <earlier@acme.example>
            In-Reply-To: <first@customer.example>
            Subject: Re: Where is my parcel?
            Message-ID: <{{id}}>

            --A1B2.1772438711/mx.customer.example--
            """;

    private final String text;

    private ReturnedMail(String text) {
        this.text = text;
    }

    /** There is no such mailbox. */
    static ReturnedMail failed(String messageId) {
        return of(messageId, "failed", "5.1.1", "550 5.1.1 User unknown", "It could not be delivered.");
    }

    /** The server is still trying. */
    static ReturnedMail delayed(String messageId) {
        return of(messageId, "delayed", "4.4.1", "451 4.4.1 Try again later", "It has not failed yet.");
    }

    /** It arrived, which the sender had asked to be told. */
    static ReturnedMail delivered(String messageId) {
        return of(messageId, "delivered", "2.0.0", "250 2.0.0 Ok", "It was delivered.");
    }

    private static ReturnedMail of(String messageId, String action, String status, String diagnostic, String words) {
        return new ReturnedMail(TEMPLATE.replace("{{id}}", messageId)
                .replace("{{action}}", action)
                .replace("{{status}}", status)
                .replace("{{diagnostic}}", diagnostic)
                .replace("{{words}}", words)
                .replace("{{subject}}", "failed".equals(action) ? "Undelivered Mail Returned to Sender" : "Report"));
    }

    /** The same report with one thing otherwise. */
    ReturnedMail with(String words, String otherWords) {
        if (!text.contains(words)) {
            throw new IllegalArgumentException("The report has nowhere: " + words);
        }
        return new ReturnedMail(text.replace(words, otherWords));
    }

    byte[] bytes() {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}

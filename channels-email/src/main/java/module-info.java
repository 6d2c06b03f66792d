/** The shop's mailbox as a channel of Heed: IMAP in, SMTP out. */
module dev.heed.email {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires com.google.common;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires apache.mime4j.core;
    requires org.jsoup;
    requires owasp.java.html.sanitizer;
    requires org.slf4j;

    exports dev.heed.email;
}

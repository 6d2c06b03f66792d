package dev.heed.testkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.AttachmentLimits;
import dev.heed.Helpdesk;
import dev.heed.message.AttachmentSource;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.attachment.FileAttachmentStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/attachments.md shows, done. */
class AttachmentsDocumentTest {
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void anInvoiceIsKeptInAFolderAndSent(@TempDir Path folder, @TempDir Path own) throws IOException {
        Shop shop = Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        Agent maria = DeskExtension.MARIA;
        FakeChannel email = FakeChannel.named("email");
        Path invoice = Files.writeString(own.resolve("invoice.pdf"), "%PDF");
        Helpdesk desk = Helpdesk.builder(shop)
                .agent(maria)
                .channel(email)
                .attachments(FileAttachmentStore.in(folder))
                .attachmentLimits(new AttachmentLimits(10 * MEBIBYTE, 25 * MEBIBYTE))
                .build();
        try (desk) {
            email.receive("ana@example.com", "Where is my invoice?");
            desk.runDue();
            TicketId ticket = desk.as(maria).queue(1).get(0).id();
            Reply reply = Reply.text("Here is the invoice.", Signature.of(maria))
                    .attach(AttachmentSource.of("invoice.pdf", "application/pdf", () -> Files.newInputStream(invoice)));
            desk.as(maria).reply(ticket, reply);
            desk.runDue();

            assertThat(email.filesOf(email.lastSent()))
                    .singleElement()
                    .satisfies(file -> assertThat(file.open().readAllBytes()).isEqualTo(Files.readAllBytes(invoice)));
        }
    }
}

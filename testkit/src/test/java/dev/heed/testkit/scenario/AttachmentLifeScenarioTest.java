package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.json.EventJson;
import dev.heed.message.Attachment;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.ExportAudience;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.StoredContent;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.ForwardingAttachments;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A content lives as long as a ticket or a draft uses it, and no longer. */
class AttachmentLifeScenarioTest {
    private static final CustomerId ANA = CustomerId.of("ana");

    private final Contents contents = new Contents();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> Story.withColleagues(builder).attachments(contents));

    private final Story story = new Story(heed);
    private final GivenFile photo = new GivenFile("photo.png", "a photo of a shelf");
    private final GivenFile label = new GivenFile("label.png", "a label");

    /** A store that fails when it is told to. */
    private static final class Contents extends ForwardingAttachments {
        private boolean failing;

        private void requireSound() {
            if (failing) {
                throw new StoreException("The disk is gone.", "Mend it.", null);
            }
        }

        @Override
        public Optional<InputStream> open(ContentHash hash) {
            requireSound();
            return super.open(hash);
        }

        @Override
        public boolean contains(ContentHash hash) {
            requireSound();
            return super.contains(hash);
        }

        @Override
        public StoredContent put(InputStream content, long limit) throws IOException {
            requireSound();
            return super.put(content, limit);
        }

        @Override
        public List<ContentHash> list(Optional<ContentHash> after, int limit) {
            requireSound();
            return super.list(after, limit);
        }

        @Override
        public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
            requireSound();
            return super.delete(hash, unused);
        }
    }

    private TicketId writes(String from, AttachmentSource... files) {
        heed.channel()
                .receive(heed.channel()
                        .message("See the files.")
                        .sender(EmailAddress.of(from))
                        .attachments(List.of(files))
                        .build());
        story.run();
        List<Ticket> tickets = heed.tickets();
        TicketId ticket = tickets.get(tickets.size() - 1).id();
        heed.maria().getTicket(ticket);
        return ticket;
    }

    private CustomerDesk customerOf(TicketId ticket) {
        return heed.desk().forCustomer(story.ticket(ticket).customer());
    }

    private List<ContentHash> kept() {
        return contents.list(Optional.empty(), 100);
    }

    private Reply reply() {
        return Reply.text("Here it is.", Signature.of(MARIA));
    }

    private ReplyDraft draft(TicketId ticket, GivenFile file) {
        return heed.maria().drafts().write(ticket, reply().attach(file.source()), Commitments.none());
    }

    private ErasureReport erased(TicketId ticket) {
        return heed.desk().backoffice().privacy().erase(story.ticket(ticket).customer(), "Asked by mail.");
    }

    private byte[] read(TicketId ticket, GivenFile file) throws IOException {
        return GivenFile.read(heed.maria().attachments().getContent(ticket, file.hash()));
    }

    @Nested
    class InADraft {
        @Test
        void itIsKeptUntilTheDraftIsSentAndThenInTheTicket() throws IOException {
            TicketId ticket = writes(Story.ANA);
            ReplyDraft draft = draft(ticket, photo);
            story.passes(Duration.ofMinutes(10));
            assertThat(kept()).containsExactly(photo.hash());

            heed.maria().drafts().send(draft);
            story.passes(Duration.ofMinutes(10));

            assertThat(heed.channel()
                            .filesOf(heed.channel().lastSent())
                            .get(0)
                            .open()
                            .readAllBytes())
                    .isEqualTo(photo.content());
            assertThat(read(ticket, photo)).isEqualTo(photo.content());
            assertThat(photo.reads()).isEqualTo(1);
        }

        @Test
        void itIsSentWhenTheTimeHasCome() {
            TicketId ticket = writes(Story.ANA);
            ReplyDraft draft = draft(ticket, photo);
            heed.maria().drafts().sendLater(draft, story.in(Duration.ofHours(1)), IfCustomerWrites.CANCEL);
            story.passes(Duration.ofHours(2));

            assertThat(heed.channel().filesOf(heed.channel().lastSent())).hasSize(1);
        }

        @Test
        void itGoesWithADraftThatIsDiscarded() {
            TicketId ticket = writes(Story.ANA);
            heed.maria().drafts().discard(draft(ticket, photo));

            heed.run();

            assertThat(kept()).isEmpty();
        }

        @Test
        void itGoesWhenTheDraftHasAnother() throws IOException {
            TicketId ticket = writes(Story.ANA);
            ReplyDraft draft = draft(ticket, photo);
            ReplyDraft changed =
                    heed.maria().drafts().change(draft, reply().attach(label.source()), Commitments.none());

            heed.run();

            assertThat(kept()).containsExactly(label.hash());
            heed.maria().drafts().change(changed, "Only other words.");
            heed.run();
            assertThat(read(ticket, label)).isEqualTo(label.content());
        }

        @Test
        void itStaysWhileAnotherDraftOrTheTicketHasIt() throws IOException {
            TicketId ticket = writes(Story.ANA, photo.source());
            ReplyDraft one = draft(ticket, photo);
            heed.maria().drafts().discard(one);
            heed.run();
            assertThat(read(ticket, photo)).isEqualTo(photo.content());

            ReplyDraft two = draft(ticket, label);
            draft(ticket, label);
            heed.maria().drafts().discard(two);
            heed.run();
            assertThat(read(ticket, label)).isEqualTo(label.content());
        }
    }

    @Nested
    class WhereTicketsGoOn {
        @Test
        void aDuplicateKeepsItsFilesAndShowsThemWhereItGoesOn() throws IOException {
            TicketId first = writes(Story.ANA);
            TicketId second = writes(Story.ANA, photo.source());
            heed.maria().mergeInto(second, first, "the same");

            assertThat(read(first, photo)).isEqualTo(photo.content());
            assertThat(read(second, photo)).isEqualTo(photo.content());
            assertThat(GivenFile.read(customerOf(first).getContent(first, photo.hash())))
                    .isEqualTo(photo.content());

            story.olga().structure().unmerge(second, "another parcel");
            assertThat(GivenFile.read(customerOf(second).getContent(second, photo.hash())))
                    .isEqualTo(photo.content());
        }

        @Test
        void aMessageThatGoesOnInANewTicketTakesItsFilesAlong() throws IOException {
            TicketId ticket = writes(Story.ANA);
            customerOf(ticket).write(ticket, "And the invoice?", List.of(photo.source()));
            List<Message> messages = story.ticket(ticket).messages();
            MessageId last = messages.get(messages.size() - 1).id();

            Ticket next = heed.maria().structure().split(ticket, List.of(last), "The invoice", "another matter");
            story.run();

            assertThat(read(next.id(), photo)).isEqualTo(photo.content());
            assertThat(GivenFile.read(customerOf(next.id()).getContent(next.id(), photo.hash())))
                    .isEqualTo(photo.content());
            assertThat(erased(ticket).erased()).containsEntry("attachments", 1L);
            assertThat(kept()).isEmpty();
        }
    }

    @Nested
    class OfSomebodyForgotten {
        @Test
        void allFilesGoAndThoseOfOthersStay() throws IOException {
            TicketId anas = writes(Story.ANA, photo.source(), label.source());
            heed.maria().reply(anas, reply().attach(new GivenFile("answer.png", "an answer").source()));
            draft(anas, new GivenFile("draft.png", "a draft"));
            TicketId bens = writes("ben@example.com", photo.source());
            assertThat(kept()).hasSize(4);

            ErasureReport report = erased(anas);

            assertThat(report.erased()).containsEntry("attachments", 3L);
            assertThat(report.found()).containsEntry("attachments", 0L);
            assertThat(report.isComplete()).isTrue();
            assertThat(kept()).containsExactly(photo.hash());
            assertThat(read(bens, photo)).isEqualTo(photo.content());
            assertThat(story.ticket(anas).messages())
                    .allSatisfy(message -> assertThat(message.attachments()).isEmpty());
        }

        @Test
        void theLastWhoIsForgottenTakesTheSharedFileAlong() {
            TicketId anas = writes(Story.ANA, photo.source());
            TicketId bens = writes("ben@example.com", photo.source());

            assertThat(erased(anas).erased()).containsEntry("attachments", 0L);
            assertThat(erased(bens).erased()).containsEntry("attachments", 1L);
            assertThat(kept()).isEmpty();
        }

        @Test
        void whatCannotBeDeletedIsSaidAndGoesInALaterRound() {
            TicketId anas = writes(Story.ANA, photo.source());
            contents.failing = true;

            ErasureReport report = erased(anas);

            assertThat(report.found()).containsEntry("attachments", 1L);
            assertThat(report.isComplete()).isFalse();

            contents.failing = false;
            heed.run();
            assertThat(kept()).isEmpty();
        }

        @Test
        void anExportHasTheFilesAndSaysWhichAreLost() throws IOException {
            TicketId anas =
                    writes(Story.ANA, GivenFile.ofSize("film.mp4", 26 * 1024 * 1024), photo.source(), label.source());
            contents.delete(label.hash(), () -> true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            heed.desk().backoffice().privacy().export(story.ticket(anas).customer(), ExportAudience.CUSTOMER, out);

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("\"content\":\"" + Base64.getEncoder().encodeToString(photo.content()) + "\"")
                    .contains("\"name\":\"label.png\",\"mediaType\":\"image/png\",\"missing\":true")
                    .contains("\"refused\":\"FILE_TOO_LARGE\"");
        }
    }

    @Nested
    class OfNobody {
        @Test
        void whatNothingUsesIsSweptAway() throws IOException {
            contents.put(new ByteArrayInputStream(photo.content()), 100).close();
            TicketId ticket = writes(Story.ANA, label.source());

            heed.run();

            assertThat(kept()).containsExactly(label.hash());
            assertThat(read(ticket, label)).isEqualTo(label.content());
        }

        @Test
        void allOfManyAreLookedAtRoundByRound() throws IOException {
            List<GivenFile> used = new ArrayList<>();
            List<AttachmentSource> files = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                used.add(new GivenFile(i + ".png", "used " + i));
                files.add(used.get(i).source());
                contents.put(new ByteArrayInputStream(("unused " + i).getBytes(StandardCharsets.UTF_8)), 100)
                        .close();
            }
            writes(Story.ANA, files.toArray(AttachmentSource[]::new));

            for (int round = 0; round < 10; round++) {
                heed.run();
            }

            assertThat(contents.list(Optional.empty(), 1000))
                    .containsExactlyInAnyOrderElementsOf(
                            used.stream().map(GivenFile::hash).toList());
        }

        @Test
        void aStoreThatFailsStopsNoRound() {
            writes(Story.ANA, photo.source());
            contents.failing = true;

            assertThat(heed.run().idle()).isTrue();
        }

        @Test
        void aStoreThatFailsLetsAMailComeAgain() {
            contents.failing = true;
            heed.channel()
                    .receive(heed.channel()
                            .message("See the files.")
                            .sender(EmailAddress.of(Story.ANA))
                            .attachments(List.of(photo.source()))
                            .build());
            assertThatThrownBy(heed::run).isInstanceOf(StoreException.class);

            contents.failing = false;
            heed.run();
            assertThat(heed.onlyTicket().messages().get(0).attachments()).hasSize(1);
        }

        @Test
        void aStoreThatFailsLetsAnAnswerWait() {
            TicketId ticket = writes(Story.ANA);
            heed.maria().reply(ticket, reply().attach(photo.source()));
            contents.failing = true;
            int sent = heed.channel().sent().size();
            heed.run();
            assertThat(heed.channel().sent()).hasSize(sent);

            contents.failing = false;
            story.passes(Duration.ofHours(1));
            assertThat(heed.channel().filesOf(heed.channel().lastSent())).hasSize(1);
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
        }
    }

    @Nested
    class FromAnotherSystem {
        private String history() {
            heed.desk()
                    .backoffice()
                    .register(Customer.builder(ANA.value()).email(Story.ANA).build());
            String opened = "{\"type\":\"ticket.opened\",\"version\":1,\"ticket\":\"" + TICKET
                    + "\",\"at\":\"2026-01-05T08:00:00Z\",\"number\":7,\"customer\":\"ana\",\"channel\":\"fake\","
                    + "\"subject\":\"\"}";
            String received = "{\"type\":\"message.received\",\"version\":1,\"ticket\":\"" + TICKET
                    + "\",\"at\":\"2026-01-05T08:00:00Z\",\"message\":{\"id\":\"m-1\",\"author\":{\"kind\":\"customer\","
                    + "\"customer\":\"ana\"},\"direction\":\"INBOUND\",\"at\":\"2026-01-05T08:00:00Z\",\"text\":\"Hello\","
                    + "\"automatic\":false,\"attachments\":[{\"name\":\"photo.png\",\"mediaType\":\"image/png\","
                    + "\"content\":\"" + Base64.getEncoder().encodeToString(photo.content()) + "\"}]}}";
            return "[" + opened + "," + received + "]";
        }

        private static final String TICKET = "0f7a1b2c-3d4e-4f50-8a61-72839405a6b7";

        @Test
        void filesThatStandInAHistoryAreKeptWhereFilesAreKept() throws IOException {
            Ticket ticket = heed.desk().backoffice().importJson(history());

            assertThat(ticket.messages().get(0).attachments())
                    .containsExactly(Attachment.of("photo.png", "image/png", photo.hash(), photo.content().length));
            heed.run();
            assertThat(read(ticket.id(), photo)).isEqualTo(photo.content());
        }

        @Test
        void ofAHistoryThatIsRefusedNothingIsKept() {
            String broken = history().replace("\"number\":7", "\"number\":\"seven\"");

            assertThatThrownBy(() -> heed.desk().backoffice().importJson(broken))
                    .isInstanceOf(InvalidInputException.class);
            String twice = history().replace("}}]", "}},{}]");
            assertThatThrownBy(() -> heed.desk().backoffice().importJson(twice))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(kept()).isEmpty();
        }

        @Test
        void aHistoryThatNamesAFileOfWhichThereIsNothingIsRefused() {
            EventJson elsewhere = EventJson.keepingFiles(ContentHash::of);

            assertThatThrownBy(() -> heed.desk().backoffice().importTicket(elsewhere.readHistory(history())))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("attachments");
        }
    }
}

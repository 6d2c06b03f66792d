package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AttachmentLimits;
import dev.heed.CustomerDesk;
import dev.heed.error.AttachmentTooLargeException;
import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.message.Attachment;
import dev.heed.message.Attachment.Refused;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.EmailAddress;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files come in and go out with messages, within limits, and are read by those alone whom they concern. */
class AttachmentScenarioTest {
    private static final int FILE = 1000;
    private static final int MESSAGE = 1500;

    private final InMemoryAttachmentStore contents = new InMemoryAttachmentStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder ->
            Story.withColleagues(builder).attachments(contents).attachmentLimits(new AttachmentLimits(FILE, MESSAGE)));

    private final Story story = new Story(heed);
    private final GivenFile photo = new GivenFile("photo.png", "a photo of a shelf");

    private TicketId writes(String from, AttachmentSource... files) {
        heed.channel()
                .receive(heed.channel()
                        .message("See the files.")
                        .sender(EmailAddress.of(from))
                        .attachments(List.of(files))
                        .build());
        story.run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    private Message firstMessage(TicketId ticket) {
        return story.ticket(ticket).messages().get(0);
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

    @Nested
    class OfACustomer {
        @Test
        void aFileComesInByItsHashAndIsReadByTheAgentAndTheCustomer() throws IOException {
            TicketId ticket = writes(Story.ANA, photo.source().inline("p1"));

            Attachment file = firstMessage(ticket).attachments().get(0);
            assertThat(file)
                    .isEqualTo(Attachment.of("photo.png", "image/png", photo.hash(), photo.content().length)
                            .inline("p1"));
            assertThat(GivenFile.read(heed.maria().attachments().getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
            assertThat(customerOf(ticket).getTicket(ticket).messages().get(0).attachments())
                    .containsExactly(file);
            assertThat(GivenFile.read(customerOf(ticket).getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
        }

        @Test
        void theSameFileOfTwoCustomersIsKeptOnce() {
            writes(Story.ANA, photo.source());
            writes("ben@example.com", photo.source(), photo.source());

            assertThat(kept()).containsExactly(photo.hash());
        }

        @Test
        void aMailThatComesAgainIsNotReadAgain() {
            InboundMessage mail = heed.channel()
                    .message("See the file.")
                    .sender(EmailAddress.of(Story.ANA))
                    .attachments(List.of(photo.source()))
                    .build();
            heed.channel().receive(mail);
            heed.channel().receive(mail);
            story.run();

            assertThat(photo.reads()).isEqualTo(1);
        }

        @Test
        void aFileThatIsTooLargeKeepsTheWordsFromNothing() {
            TicketId ticket = writes(Story.ANA, GivenFile.ofSize("film.mp4", FILE + 1), photo.source());

            Message message = firstMessage(ticket);
            assertThat(message.text()).isEqualTo("See the files.");
            assertThat(message.attachments())
                    .containsExactly(
                            Attachment.refused("film.mp4", "video/mp4", new Refused(Refused.Why.FILE_TOO_LARGE, FILE)),
                            Attachment.of("photo.png", "image/png", photo.hash(), photo.content().length));
            assertThat(message.remarks())
                    .containsExactly("The file “film.mp4” was not taken: it has more than 1000 bytes.");
            assertThat(kept()).containsExactly(photo.hash());
        }

        @Test
        void asMuchAsTheLimitIsTaken() {
            TicketId ticket = writes(Story.ANA, GivenFile.ofSize("film.mp4", FILE), GivenFile.ofSize("more.mp4", 500));

            assertThat(firstMessage(ticket).attachments())
                    .extracting(Attachment::size)
                    .containsExactly((long) FILE, 500L);
            assertThat(firstMessage(ticket).remarks()).isEmpty();
        }

        @Test
        void ofFilesThatAreTooLargeTogetherThoseAreTakenThatFit() {
            TicketId ticket = writes(
                    Story.ANA,
                    GivenFile.ofSize("one.mp4", FILE),
                    GivenFile.ofSize("two.mp4", 501),
                    GivenFile.ofSize("three.mp4", 500));

            assertThat(firstMessage(ticket).attachments())
                    .extracting(Attachment::refused)
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(new Refused(Refused.Why.MESSAGE_TOO_LARGE, MESSAGE)),
                            Optional.empty());
            assertThat(firstMessage(ticket).remarks())
                    .singleElement()
                    .asString()
                    .contains("two.mp4", "together");
        }

        @Test
        void aFileThatCannotBeReadKeepsTheWordsFromNothing() {
            TicketId ticket = writes(Story.ANA, GivenFile.unreadable("film.mp4"), photo.source());

            assertThat(firstMessage(ticket).attachments().get(0).refused())
                    .contains(new Refused(Refused.Why.UNREADABLE, 0));
            assertThat(firstMessage(ticket).remarks())
                    .singleElement()
                    .asString()
                    .contains("could not be read");
            assertThat(kept()).containsExactly(photo.hash());
        }

        @Test
        void aFileThatCanBeReadLaterLetsTheMessageComeAgain() {
            boolean[] down = {true};
            AttachmentSource later = AttachmentSource.of("photo.png", "image/png", () -> {
                if (down[0]) {
                    throw new ChannelUnavailableException(Kind.UNREACHABLE, "No line.", "Wait.", null);
                }
                return photo.source().open();
            });
            heed.channel()
                    .receive(heed.channel()
                            .message("See the files.")
                            .sender(EmailAddress.of(Story.ANA))
                            .attachments(List.of(new GivenFile("first.png", "first").source(), later))
                            .build());
            heed.run();
            assertThat(heed.tickets()).isEmpty();
            assertThat(kept()).isEmpty();

            down[0] = false;
            story.passes(Duration.ofHours(1));
            assertThat(heed.onlyTicket().messages().get(0).attachments())
                    .allSatisfy(file -> assertThat(file.refused()).isEmpty())
                    .hasSize(2);
        }

        @Test
        void aFileCanBeSentAlongFromThePage() throws IOException {
            TicketId ticket = writes(Story.ANA);

            customerOf(ticket).write(ticket, "Look!", List.of(photo.source(), GivenFile.ofSize("film.mp4", FILE + 1)));

            List<Message> messages = story.ticket(ticket).messages();
            Message last = messages.get(messages.size() - 1);
            assertThat(last.text()).isEqualTo("Look!");
            assertThat(last.attachments()).hasSize(2);
            assertThat(last.remarks()).hasSize(1);
            assertThat(GivenFile.read(customerOf(ticket).getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
        }
    }

    @Nested
    class WhoReadsIt {
        @Test
        void aGuessedHashOpensNothingInAnotherTicket() {
            TicketId anas = writes(Story.ANA, photo.source());
            TicketId bens = writes("ben@example.com");

            isUnknown(customerOf(bens), bens);
            isUnknown(customerOf(bens), anas);
            assertThat(heed.maria().attachments().findContent(bens, photo.hash()))
                    .isEmpty();
            assertThatThrownBy(() -> heed.maria().attachments().getContent(bens, photo.hash()))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void whoSentTheSameFileReadsItWhereItWasSent() throws IOException {
            writes(Story.ANA, photo.source());
            TicketId bens = writes("ben@example.com", photo.source());

            assertThat(GivenFile.read(customerOf(bens).getContent(bens, photo.hash())))
                    .isEqualTo(photo.content());
        }

        @Test
        void aFileOfANoteIsForTheShopAlone() throws IOException {
            TicketId ticket = writes(Story.ANA);
            heed.maria().getTicket(ticket);
            heed.maria().reply(ticket, reply());
            story.run();
            String name = heed.channel()
                    .plannedReference(heed.channel().lastSent().id().value())
                    .orElseThrow();
            heed.channel()
                    .receive(heed.channel()
                            .message("It could not be delivered.")
                            .automatic("a report")
                            .attachments(List.of(photo.source()))
                            .bounce(new Bounce(List.of(name), "no such mailbox"))
                            .build());
            story.run();

            assertThat(story.ticket(ticket).notes().get(0).attachments()).hasSize(1);
            assertThat(GivenFile.read(heed.maria().attachments().getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
            isUnknown(customerOf(ticket), ticket);
        }

        @Test
        void aFileOfADraftIsForThoseAloneWhoSeeTheDraft() throws IOException {
            TicketId ticket = writes(Story.ANA);
            var draft = heed.maria().drafts().write(ticket, reply().attach(photo.source()), Commitments.none());

            assertThat(heed.maria().attachments().findContent(ticket, photo.hash()))
                    .isPresent();
            assertThat(story.ben().attachments().findContent(ticket, photo.hash()))
                    .isEmpty();
            isUnknown(customerOf(ticket), ticket);

            heed.maria().drafts().share(draft);
            assertThat(GivenFile.read(story.ben().attachments().getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
        }

        @Test
        void whatIsDeletedIsNotShownToItsCustomer() {
            TicketId ticket = writes(Story.ANA, photo.source());
            story.olga().markSpam(ticket, "A test.");
            story.olga().structure().delete(ticket, "A test of our own.");

            isUnknown(customerOf(ticket), ticket);
        }

        private void isUnknown(CustomerDesk customer, TicketId ticket) {
            assertThatThrownBy(() -> customer.getContent(ticket, photo.hash())).isInstanceOf(NotFoundException.class);
        }
    }

    @Nested
    class OfAnAgent {
        private TicketId ticket() {
            TicketId ticket = writes(Story.ANA);
            heed.maria().getTicket(ticket);
            return ticket;
        }

        @Test
        void aFileIsReadOnceAndSentWithItsBytes() throws IOException {
            TicketId ticket = ticket();

            heed.maria().reply(ticket, reply().attach(photo.source()));
            story.run();

            assertThat(heed.channel().filesOf(heed.channel().lastSent()))
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.name()).isEqualTo("photo.png");
                        assertThat(file.open().readAllBytes()).isEqualTo(photo.content());
                    });
            assertThat(photo.reads()).isEqualTo(1);
            assertThat(GivenFile.read(customerOf(ticket).getContent(ticket, photo.hash())))
                    .isEqualTo(photo.content());
        }

        @Test
        void aFileOfTheCustomerCanBeSentBackWithoutItsBytes() throws IOException {
            TicketId ticket = writes(Story.ANA, photo.source());
            Attachment file = heed.maria()
                    .getTicket(ticket)
                    .messages()
                    .get(0)
                    .attachments()
                    .get(0);

            heed.maria().reply(ticket, reply().attach(file));
            story.run();

            assertThat(heed.channel()
                            .filesOf(heed.channel().lastSent())
                            .get(0)
                            .open()
                            .readAllBytes())
                    .isEqualTo(photo.content());
        }

        @Test
        void aFileOfOneCustomerIsNotSentToAnotherByItsHashAlone() {
            TicketId anas = writes(Story.ANA, photo.source());
            Attachment file =
                    heed.maria().getTicket(anas).messages().get(0).attachments().get(0);
            TicketId bobs = writes("bob@example.com");
            story.ticket(bobs);

            assertThatThrownBy(() -> heed.maria().reply(bobs, reply().attach(file)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("with its bytes");
            assertThatThrownBy(() -> heed.maria().drafts().write(bobs, reply().attach(file), Commitments.none()))
                    .isInstanceOf(NotFoundException.class);
            heed.maria().reply(bobs, reply().attach(photo.source())); // who has its bytes means it

            TicketId another = writes(Story.ANA);
            story.ticket(another);
            heed.maria().reply(another, reply().attach(file));
            heed.maria().reply(bobs, reply().attach(file));
        }

        @Test
        void aFileThatIsTooLargeIsRefusedAndNothingIsSent() {
            TicketId ticket = ticket();
            int said = story.ticket(ticket).messages().size();

            assertThatThrownBy(() -> heed.maria()
                            .reply(
                                    ticket,
                                    reply().attach(photo.source()).attach(GivenFile.ofSize("film.mp4", FILE + 1))))
                    .isInstanceOfSatisfying(
                            AttachmentTooLargeException.class,
                            refused -> assertThat(refused.limit()).isEqualTo(FILE));

            assertThat(story.ticket(ticket).messages()).hasSize(said);
            assertThat(kept()).isEmpty();
        }

        @Test
        void filesThatAreTooLargeTogetherAreRefused() {
            TicketId ticket = ticket();
            Reply large = reply().attach(GivenFile.ofSize("one.mp4", FILE)).attach(GivenFile.ofSize("two.mp4", 501));

            assertThatThrownBy(() -> heed.maria().reply(ticket, large))
                    .isInstanceOfSatisfying(
                            AttachmentTooLargeException.class,
                            refused -> assertThat(refused.limit()).isEqualTo(MESSAGE))
                    .hasMessageContaining("together");
            assertThatThrownBy(() -> heed.maria().drafts().write(ticket, large, Commitments.none()))
                    .isInstanceOf(AttachmentTooLargeException.class);
            assertThat(kept()).isEmpty();
            assertThat(heed.maria().drafts().of(ticket)).isEmpty();
        }

        @Test
        void filesThatAreKeptAlreadyCountAsWell() {
            TicketId ticket = writes(Story.ANA, GivenFile.ofSize("one.mp4", FILE));
            Attachment one = heed.maria()
                    .getTicket(ticket)
                    .messages()
                    .get(0)
                    .attachments()
                    .get(0);

            assertThatThrownBy(
                            () -> heed.maria().reply(ticket, reply().attach(one).attach(one)))
                    .isInstanceOf(AttachmentTooLargeException.class);
        }

        @Test
        void aFileThatCannotBeReadIsRefused() {
            TicketId ticket = ticket();

            assertThatThrownBy(() -> heed.maria()
                            .reply(ticket, reply().attach(photo.source()).attach(GivenFile.unreadable("film.mp4"))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageNotContaining("film");
            assertThat(kept()).isEmpty();
        }

        @Test
        void aFileThatIsNotKeptIsRefused() {
            TicketId ticket = ticket();
            Attachment lost = Attachment.of("lost.png", "image/png", photo.hash(), 3);

            assertThatThrownBy(() -> heed.maria().reply(ticket, reply().attach(lost)))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void whatAHouseRuleRefusesLeavesNoFileBehind() {
            TicketId ticket = ticket();
            Reply byTheTeam = Reply.text(
                            "Here it is.",
                            new Signature("The Acme Team", Optional.empty(), Optional.empty(), Optional.empty()))
                    .attach(photo.source());

            assertThatThrownBy(() -> heed.maria().reply(ticket, byTheTeam)).isInstanceOf(RefusedException.class);
            assertThat(kept()).isEmpty();
        }

        @Test
        void aMessageIsNotSentWithoutAFileThatIsLost() {
            TicketId ticket = ticket();
            heed.maria().reply(ticket, reply().attach(photo.source()));
            contents.delete(photo.hash(), () -> true);
            int sent = heed.channel().sent().size();

            heed.run();
            assertThat(heed.channel().sent()).hasSize(sent);

            heed.clock().advance(Duration.ofDays(3));
            story.run();
            assertThat(heed.channel().sent()).hasSize(sent);
            assertThat(heed.desk().backoffice().deadLetters())
                    .singleElement()
                    .satisfies(dead -> assertThat(dead.reason().orElseThrow()).contains("file"));
        }
    }

    @Nested
    class Limits {
        @Test
        void areSensibleUnlessTheShopSaysOtherwise() {
            AttachmentLimits standard = AttachmentLimits.standard();

            assertThat(standard.largestFile()).isEqualTo(25L * 1024 * 1024);
            assertThat(standard.largestMessage()).isEqualTo(25L * 1024 * 1024);
        }

        @Test
        void thatCannotBeKeptAreRefused() {
            assertThatThrownBy(() -> new AttachmentLimits(0, 1)).isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> new AttachmentLimits(2, 1)).isInstanceOf(ConfigurationException.class);
        }
    }
}

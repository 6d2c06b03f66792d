package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.StoreException;
import jakarta.mail.Flags;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxTest {

    @RegisterExtension
    final MailRig mail = new MailRig();

    private final TakingInbox inbox = new TakingInbox();

    @Nested
    class Marks {
        @Test
        void aMailIsMarkedAsSeenOnlyAfterTheInboxHasTakenIt() {
            mail.deliver(RawMail.of("one"));
            inbox.before(message -> assertThat(seen(0)).isFalse());

            mail.channel().build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("one");
            assertThat(seen(0)).isTrue();
        }

        @Test
        void aMailThatCouldNotBeStoredIsNotMarkedAndComesAgain() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"));
            EmailChannel channel = mail.channel().build();
            inbox.before(message -> {
                throw new StoreException("The disk is full.", "Make room.", null);
            });

            assertThatThrownBy(() -> channel.poll(inbox)).isInstanceOf(StoreException.class);
            assertThat(seen(0)).isFalse();
            assertThat(seen(1)).isFalse();

            inbox.before(message -> {});
            channel.poll(inbox);
            assertThat(inbox.texts()).containsExactly("one", "two");
        }

        @Test
        void whatAPersonHasReadIsTakenAllTheSame() {
            mail.deliver(RawMail.of("one"));
            mail.inbox().get(0).setFlag(Flags.Flag.SEEN, true);

            mail.channel().build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("one");
        }

        @Test
        void nothingIsDeleted() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"));

            mail.channel().build().poll(inbox);

            assertThat(mail.inbox()).hasSize(2).noneMatch(message -> message.isSet(Flags.Flag.DELETED));
        }

        @Test
        void whatAPersonHasMarkedForDeletionIsLeftToThatPerson() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"));
            mail.inbox().get(0).setFlag(Flags.Flag.DELETED, true);

            mail.channel().build().poll(inbox);

            assertThat(mail.inbox()).hasSize(2);
        }

        @Test
        void aPollThatFailsDoesNotDeleteEither() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"));
            mail.inbox().get(0).setFlag(Flags.Flag.DELETED, true);
            inbox.before(message -> {
                throw new StoreException("The disk is full.", "Make room.", null);
            });

            assertThatThrownBy(() -> mail.channel().build().poll(inbox)).isInstanceOf(StoreException.class);

            assertThat(mail.inbox()).hasSize(2);
        }
    }

    @Nested
    class Cursor {
        @Test
        void whatWasTakenIsNotFetchedAgain() {
            EmailChannel channel = mail.channel().build();
            mail.deliver(RawMail.of("one"));
            channel.poll(inbox);
            channel.poll(inbox);
            mail.deliver(RawMail.of("two"));
            channel.poll(inbox);

            assertThat(inbox.texts()).containsExactly("one", "two");
        }

        @Test
        void aNewChannelBringsTheSameMailsUnderTheSameKeys() {
            mail.deliver(RawMail.of("one"), RawMail.of("two").without("Message-ID"));

            mail.channel().build().poll(inbox);
            mail.channel().build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("one", "two", "one", "two");
            assertThat(inbox.keys().subList(0, 2)).isEqualTo(inbox.keys().subList(2, 4));
        }

        @Test
        void aMailDeletedWhileTheOneBeforeItIsTakenIsSkipped() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"), RawMail.of("three"));
            inbox.before(message -> {
                if (message.text().contains("one")) {
                    mail.inbox().get(1).setFlag(Flags.Flag.DELETED, true);
                    mail.expunge();
                }
            });

            mail.channel().build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("one", "three");
        }

        @Test
        void aMailDeletedWhileItIsTakenDoesNotStopTheNext() {
            mail.deliver(RawMail.of("one"), RawMail.of("two"));
            inbox.before(message -> {
                if (message.text().contains("one")) {
                    mail.inbox().get(0).setFlag(Flags.Flag.DELETED, true);
                    mail.expunge();
                }
            });

            mail.channel().build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("one", "two");
        }
    }

    @Nested
    class Folders {
        @Test
        void anEmptyMailboxGivesNothing() {
            mail.channel().build().poll(inbox);

            assertThat(inbox.taken()).isEmpty();
        }

        @Test
        void anotherFolderIsFetchedAndNoOther() {
            mail.deliver(RawMail.of("in the inbox"));
            mail.put("Kunden", RawMail.of("in the folder"));

            mail.channel().folder("Kunden").build().poll(inbox);

            assertThat(inbox.texts()).containsExactly("in the folder");
            assertThat(seen(0)).isFalse();
        }

        @Test
        void aFolderThatDoesNotExistIsReported() {
            EmailChannel channel = mail.channel().folder("Nowhere").build();

            assertThatThrownBy(() -> channel.poll(inbox))
                    .isInstanceOfSatisfying(
                            ChannelUnavailableException.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.PROTOCOL))
                    .hasMessageContaining("folder");
        }
    }

    private boolean seen(int index) {
        return mail.inbox().get(index).isSet(Flags.Flag.SEEN);
    }
}

package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Instant NOON = Instant.parse("2026-06-08T12:00:00Z");
    private static final Author ANNA = new Author.ByCustomer(CustomerId.of("c-42"));
    private static final Author MARIA = new Author.ByAgent(AgentId.of("maria"));
    private static final Author HEED = new Author.BySystem(Optional.of(AgentId.of("maria")));
    private static final Author BOT = new Author.ByBot("Parcel tracker", Optional.empty());

    @Nested
    class TheAuthor {
        @Test
        void isAPersonOrNot() {
            assertThat(ANNA.kind()).isEqualTo(AuthorKind.HUMAN);
            assertThat(MARIA.kind()).isEqualTo(AuthorKind.HUMAN);
            assertThat(HEED.kind()).isEqualTo(AuthorKind.SYSTEM);
            assertThat(BOT.kind()).isEqualTo(AuthorKind.BOT);
        }

        @Test
        void answersOnlyAsAPersonOfTheShopWhoWritesToTheCustomer() {
            assertThat(message(MARIA, Direction.OUTBOUND).isHumanAnswer()).isTrue();
            assertThat(message(ANNA, Direction.INBOUND).isHumanAnswer()).isFalse();
            assertThat(message(HEED, Direction.OUTBOUND).isHumanAnswer()).isFalse();
            assertThat(message(BOT, Direction.OUTBOUND).isHumanAnswer()).isFalse();
        }

        @Test
        void makesItAutomaticUnlessItIsAPerson() {
            assertThat(message(MARIA, Direction.OUTBOUND).automatic()).isFalse();
            assertThat(message(ANNA, Direction.INBOUND).automatic()).isFalse();
            assertThat(message(HEED, Direction.OUTBOUND).automatic()).isTrue();
            assertThat(builder(BOT, Direction.OUTBOUND).automatic(false).build().automatic())
                    .isTrue();
        }

        @Test
        void canBeACustomerWhoseMailProgramAnswered() {
            assertThat(builder(ANNA, Direction.INBOUND).automatic(true).build().automatic())
                    .isTrue();
        }
    }

    @Nested
    class AsAValue {
        @Test
        void keepsEveryPart() {
            Attachment file = Attachment.of("a.txt", "text/plain", ContentHash.of(new byte[] {1}), 1);
            Message message = builder(MARIA, Direction.OUTBOUND)
                    .html(Optional.of("<p>Hello</p>"))
                    .signature(Signature.of("Maria Keller"))
                    .attachments(List.of(file))
                    .reference(Optional.of("1@mail.example"))
                    .remarks(List.of("cut"))
                    .build();
            assertThat(message.id()).hasToString("m-1");
            assertThat(message.author()).isEqualTo(MARIA);
            assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(message.at()).isEqualTo(NOON);
            assertThat(message.text()).isEqualTo("Hello");
            assertThat(message.html()).contains("<p>Hello</p>");
            assertThat(message.signature()).contains(Signature.of("Maria Keller"));
            assertThat(message.attachments()).containsExactly(file);
            assertThat(message.reference()).contains("1@mail.example");
            assertThat(message.remarks()).containsExactly("cut");
        }

        @Test
        void hasNothingThatWasNotGiven() {
            Message message = message(ANNA, Direction.INBOUND);
            assertThat(message.html()).isEmpty();
            assertThat(message.signature()).isEmpty();
            assertThat(message.attachments()).isEmpty();
            assertThat(message.reference()).isEmpty();
            assertThat(message.remarks()).isEmpty();
        }

        @Test
        void doesNotChangeWithTheListsItWasGiven() {
            List<String> remarks = new ArrayList<>(List.of("cut"));
            Message message = builder(ANNA, Direction.INBOUND).remarks(remarks).build();
            remarks.add("more");
            assertThat(message.remarks()).containsExactly("cut");
        }

        @Test
        void isEqualById() {
            Message other = Message.builder(new MessageId("m-1"), BOT, Direction.OUTBOUND, NOON, "Other")
                    .build();
            Message third = Message.builder(new MessageId("m-2"), ANNA, Direction.INBOUND, NOON, "Hello")
                    .build();
            assertThat(other).isEqualTo(message(ANNA, Direction.INBOUND)).hasSameHashCodeAs(other.id());
            assertThat(third).isNotEqualTo(message(ANNA, Direction.INBOUND));
        }

        @Test
        void namesItselfWithoutItsWords() {
            assertThat(message(ANNA, Direction.INBOUND))
                    .hasToString("Message m-1 INBOUND by HUMAN at 2026-06-08T12:00:00Z");
        }

        @Test
        void needsIdsThatAreNotBlank() {
            assertThatThrownBy(() -> new MessageId(" ")).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> ChannelId.of("")).isInstanceOf(InvalidInputException.class);
            assertThat(ChannelId.of("email:returns")).hasToString("email:returns");
        }
    }

    private static Message message(Author author, Direction direction) {
        return builder(author, direction).build();
    }

    private static Message.Builder builder(Author author, Direction direction) {
        return Message.builder(new MessageId("m-1"), author, direction, NOON, "Hello");
    }
}

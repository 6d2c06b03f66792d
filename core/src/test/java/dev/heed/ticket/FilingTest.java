package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.AgentId;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tags, custom fields and references: each change is whole, and one that changes nothing is none. */
class FilingTest {
    private static final Optional<AgentId> MARIA = Optional.of(TicketStory.MARIA);
    private static final FieldKey WEIGHT = FieldKey.of("weight");
    private static final FieldKey COLOUR = FieldKey.of("colour");
    private static final CustomFields FIELDS = CustomFields.of(List.of(
            CustomField.number("weight", "Weight"),
            CustomField.choice("colour", "Colour", "red", "blue").asRequired()));

    private final TicketStory story = TicketStory.owned();

    private static List<Tag> tags(String... tags) {
        return List.of(tags).stream().map(Tag::of).toList();
    }

    private static List<Tag> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Tag.of("tag-" + i)).toList();
    }

    @Nested
    class Tags {
        @Test
        void whatItWasTaggedWithIsOnTheRecordWithWhoDidIt() {
            story.then(new FilingCommand.AddTags(tags("vip", "lens"), MARIA));

            assertThat(story.latest())
                    .containsExactly(new TagsAdded(story.ticket().id(), story.now(), tags("vip", "lens"), MARIA));
            assertThat(story.ticket().tags()).containsExactly(Tag.of("lens"), Tag.of("vip"));
        }

        @Test
        void aTagThatIsThereAlreadyIsNotAddedAgain() {
            story.then(new FilingCommand.AddTags(tags("vip"), MARIA));

            story.then(new FilingCommand.AddTags(tags("VIP"), MARIA));
            assertThat(story.latest()).isEmpty();

            story.then(new FilingCommand.AddTags(tags("vip", "lens", "lens"), MARIA));
            assertThat(story.latest())
                    .containsExactly(new TagsAdded(story.ticket().id(), story.now(), tags("lens"), MARIA));
        }

        @Test
        void onlyATagThatIsThereIsTakenOff() {
            story.then(new FilingCommand.AddTags(tags("vip", "lens"), MARIA));

            story.then(new FilingCommand.RemoveTags(tags("vip", "other"), Optional.empty()));
            assertThat(story.latest())
                    .containsExactly(new TagsRemoved(story.ticket().id(), story.now(), tags("vip"), Optional.empty()));
            assertThat(story.ticket().tags()).containsExactly(Tag.of("lens"));

            story.then(new FilingCommand.RemoveTags(tags("vip"), MARIA));
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void theHundredAndFirstIsRefusedAndNoneOfThoseGivenWithItIsKept() {
            story.then(new FilingCommand.AddTags(many(0, 99), MARIA));

            assertThatThrownBy(() -> story.then(new FilingCommand.AddTags(many(98, 101), MARIA)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Ticket 1001 would have 101 tags; 100 are the most.");
            assertThat(story.ticket().tags()).hasSize(99);

            story.then(new FilingCommand.AddTags(many(98, 100), MARIA));
            assertThat(story.ticket().tags()).hasSize(100);
        }

        @Test
        void aHundredThousandAreRefusedAtOnce() {
            assertThatThrownBy(() -> story.then(new FilingCommand.AddTags(many(0, 100_000), MARIA)))
                    .hasMessageContaining("would have 100000 tags");
        }

        @Test
        void aClosedTicketCanBeTaggedAndStaysClosed() {
            story.agentAnswers().customerConfirms();

            story.then(new FilingCommand.AddTags(tags("vip"), MARIA));

            assertThat(story.ticket().tags()).containsExactly(Tag.of("vip"));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }
    }

    @Nested
    class Fields {
        private TicketStory set(FieldKey field, FieldValue value) {
            return story.then(
                    new FilingCommand.SetFields(List.of(new FilingCommand.FieldChange(field, value)), FIELDS, MARIA));
        }

        private TicketStory clear(CustomFields declared, FieldKey... fields) {
            return story.then(new FilingCommand.ClearFields(List.of(fields), declared, MARIA));
        }

        @Test
        void theEventSaysWhatStoodThereBefore() {
            set(WEIGHT, FieldValue.of(7));
            assertThat(story.latest())
                    .containsExactly(new FieldSet(
                            story.ticket().id(), story.now(), WEIGHT, FieldValue.of(7), Optional.empty(), MARIA));

            set(WEIGHT, FieldValue.of(8));
            assertThat(story.latest())
                    .containsExactly(new FieldSet(
                            story.ticket().id(),
                            story.now(),
                            WEIGHT,
                            FieldValue.of(8),
                            Optional.of(FieldValue.of(7)),
                            MARIA));
            assertThat(story.ticket().fields()).isEqualTo(Map.of(WEIGHT, FieldValue.of(8)));

            clear(FIELDS, WEIGHT);
            assertThat(story.latest())
                    .containsExactly(
                            new FieldCleared(story.ticket().id(), story.now(), WEIGHT, FieldValue.of(8), MARIA));
            assertThat(story.ticket().fields()).isEmpty();
        }

        @Test
        void theSameAgainIsNoChange() {
            set(COLOUR, FieldValue.of("red"));
            set(COLOUR, FieldValue.of("red"));
            assertThat(story.latest()).isEmpty();

            clear(FIELDS, WEIGHT);
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void ofSeveralOneThatIsRefusedRefusesAll() {
            assertThatThrownBy(() -> story.then(new FilingCommand.SetFields(
                            List.of(
                                    new FilingCommand.FieldChange(WEIGHT, FieldValue.of(7)),
                                    new FilingCommand.FieldChange(COLOUR, FieldValue.of("green"))),
                            FIELDS,
                            MARIA)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("one of [red, blue]");
            assertThat(story.ticket().fields()).isEmpty();
        }

        @Test
        void oneFieldIsNotSetTwiceAtOnce() {
            assertThatThrownBy(() -> story.then(new FilingCommand.SetFields(
                            List.of(
                                    new FilingCommand.FieldChange(WEIGHT, FieldValue.of(7)),
                                    new FilingCommand.FieldChange(WEIGHT, FieldValue.of(8))),
                            FIELDS,
                            MARIA)))
                    .hasMessageContaining("“weight” is to be set twice");
        }

        @Test
        void aRequiredFieldIsChangedButNotCleared() {
            set(COLOUR, FieldValue.of("red"));
            set(COLOUR, FieldValue.of("blue"));

            assertThatThrownBy(() -> clear(FIELDS, COLOUR))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("“colour” is required")
                    .hasMessageContaining("one of [red, blue]");
        }

        @Test
        void aFieldThatIsNotDeclaredAnyMoreStaysReadableAndCanBeCleared() {
            set(COLOUR, FieldValue.of("red"));

            story.customerWrites();
            assertThat(story.ticket().fields()).containsEntry(COLOUR, new FieldValue.Choice("red"));

            clear(CustomFields.none(), COLOUR);
            assertThat(story.ticket().fields()).isEmpty();
        }

        @Test
        void aFieldThatNeverWasCanNeitherBeSetNorCleared() {
            FieldKey never = FieldKey.of("never");

            assertThatThrownBy(() -> set(never, FieldValue.of(1))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> clear(FIELDS, WEIGHT, never)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void noMoreThanTwoHundredFieldsOfATicketAreFilled() {
            CustomFields before = declared("old", CustomFields.MOST);
            story.then(new FilingCommand.SetFields(changes(before), before, MARIA));
            CustomFields after = declared("new", 1);

            assertThatThrownBy(() -> story.then(new FilingCommand.SetFields(changes(after), after, MARIA)))
                    .hasMessageContaining("would have 201 filled custom fields; 200 are the most");
        }

        private CustomFields declared(String name, int howMany) {
            return CustomFields.of(IntStream.range(0, howMany)
                    .<CustomField>mapToObj(i -> CustomField.bool(name + i, "Any"))
                    .toList());
        }

        private List<FilingCommand.FieldChange> changes(CustomFields fields) {
            return fields.all().stream()
                    .map(field -> new FilingCommand.FieldChange(field.key(), FieldValue.of(true)))
                    .toList();
        }
    }

    @Nested
    class References {
        @Test
        void oneIsOneWhateverItsCase() {
            story.then(new FilingCommand.AddReferences(
                    List.of(Reference.order("A-1"), Reference.order("a-1"), Reference.payment("A-1")), MARIA));

            assertThat(story.latest())
                    .containsExactly(new ReferencesAdded(
                            story.ticket().id(),
                            story.now(),
                            List.of(Reference.order("A-1"), Reference.payment("A-1")),
                            MARIA));
            story.then(new FilingCommand.AddReferences(List.of(Reference.order("a-1 ")), MARIA));
            assertThat(story.latest()).isEmpty();

            story.then(new FilingCommand.RemoveReferences(List.of(Reference.order("a-1")), MARIA));
            assertThat(story.latest())
                    .containsExactly(new ReferencesRemoved(
                            story.ticket().id(), story.now(), List.of(Reference.order("A-1")), MARIA));
            assertThat(story.ticket().references()).containsExactly(Reference.payment("A-1"));
        }

        @Test
        void theHundredAndFirstIsRefused() {
            List<Reference> many = IntStream.range(0, 101)
                    .mapToObj(i -> Reference.order("A-" + i))
                    .toList();

            assertThatThrownBy(() -> story.then(new FilingCommand.AddReferences(many, MARIA)))
                    .hasMessageContaining("would have 101 references; 100 are the most");
        }
    }
}

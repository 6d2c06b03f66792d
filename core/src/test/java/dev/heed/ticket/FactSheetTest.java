package dev.heed.ticket;

import static dev.heed.ticket.TicketStory.CUSTOMER;
import static dev.heed.ticket.TicketStory.JANA;
import static dev.heed.ticket.TicketStory.MARIA;
import static dev.heed.ticket.TicketStory.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P33: what is put on the fact sheet, by whom, and what becomes of it. */
class FactSheetTest {
    private static final FactKey ORDER = FactKey.of("order-number");
    private static final FactSource FOUND = new FactSource.ByAgent(MARIA);

    private final TicketStory story = TicketStory.owned();

    private static ListeningCommand note(FactKind kind, FactKey key, String value, FactSource source) {
        return new ListeningCommand.NoteFact(kind, key, value, source);
    }

    private FactSource quoted(String words) {
        return new FactSource.Quoted(
                story.ticket().messages().get(0).id(), words, Optional.of(MARIA), Optional.empty());
    }

    private static ListeningCommand takeOver(TicketStory duplicate) {
        return new ListeningCommand.TakeOver(
                OTHER, ListeningCommand.TakeOver.of(duplicate.ticket(), MARIA).known(), Optional.of(MARIA));
    }

    private Optional<String> order() {
        return story.ticket().facts().find(FactKind.PROVIDED, ORDER).map(Fact::value);
    }

    @Test
    void aFactPrintsNeitherItsNameNorWhatItSays() {
        FactKey chosen = FactKey.of("zebrafinch");
        ListeningCommand note = note(FactKind.PROVIDED, chosen, "zebrafinch", FOUND);
        ListeningCommand outdate =
                new ListeningCommand.OutdateFact(FactKind.PROVIDED, chosen, Optional.of(MARIA), "zebrafinch");

        story.then(note);
        assertThat(story.ticket().facts().history()).hasSize(1);
        assertThat(List.of(note, outdate, story.ticket().facts(), story.ticket().understanding(), story.history()))
                .noneMatch(one -> one.toString().contains("zebrafinch"));
        story.then(outdate);
        assertThat(story.history().toString()).contains("FactOutdated").doesNotContain("zebrafinch");
        assertThatThrownBy(() -> story.then(outdate)).hasMessageNotContaining("zebrafinch");
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, chosen, " ", FOUND)))
                .hasMessageContaining("PROVIDED says nothing")
                .hasMessageNotContaining("zebrafinch");
    }

    @Test
    void aLetterCutOutOfAWordIsNoConsent() {
        FactKey wipe = FactKey.of("wipe-disk");
        for (String piece : List.of("b", "rok", "broke")) {
            assertThatThrownBy(() -> story.then(new ListeningCommand.GiveConsent(wipe, quoted(piece))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no whole words");
        }
        story.then(new ListeningCommand.GiveConsent(wipe, quoted("broken")));
        assertThat(story.ticket().understanding().hasConsent(wipe)).isTrue();
    }

    @Test
    void aFactIsKeptWithTheVeryWordsOfTheCustomer() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", quoted("broken")));
        Fact fact = story.ticket().facts().current().get(0);
        assertThat(fact.source()).isEqualTo(quoted("broken"));
        assertThat(fact.at()).isEqualTo(story.now());
        assertThat(story.latest()).hasOnlyElementsOfType(FactNoted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Broken", "is  broken", "It is broken. Really.", "\n"})
    void wordsThatDoNotStandInTheMessageAreRefused(String words) {
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, ORDER, "4711", quoted(words))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("in-");
    }

    @Test
    void wordsOfTheShopAreNotThoseOfTheCustomer() {
        story.agentAnswers();
        FactSource own = new FactSource.Quoted(story.lastMessage(), "new one", Optional.of(MARIA), Optional.empty());
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, ORDER, "4711", own)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aMessageOfAnotherTicketIsNotFound() {
        FactSource elsewhere =
                new FactSource.Quoted(new MessageId("m-99"), "broken", Optional.of(MARIA), Optional.empty());
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, ORDER, "4711", elsewhere)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("m-99");
    }

    @Test
    void nothingWasSaidInACallThatNeverWas() {
        FactSource spoken = new FactSource.OnThePhone(MARIA);
        assertThatThrownBy(() -> story.then(note(FactKind.TRIED, ORDER, "x", spoken)))
                .isInstanceOf(InvalidInputException.class);
        story.callStarts(MARIA).then(note(FactKind.TRIED, ORDER, "x", spoken));
        assertThat(story.ticket().facts().current(FactKind.TRIED)).hasSize(1);
    }

    @Test
    void aDuplicateThatWasAnsweredInWritingIsNoCall() {
        story.then(
                new LifecycleCommand.Absorb(OTHER, Optional.empty(), false, true, Optional.empty(), Optional.empty()));
        FactSource spoken = new FactSource.OnThePhone(MARIA);
        assertThatThrownBy(() -> story.then(new ListeningCommand.GiveConsent(FactKey.of("wipe-disk"), spoken)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("on the phone");
    }

    @Test
    void aFormIsOfAnyProfileOfThePersonAndOfNobodyElse() {
        CustomerId other = CustomerId.of("c-43");
        TicketCommand form = note(FactKind.PROVIDED, ORDER, "4711", new FactSource.InAForm(other));
        story.then(new TicketCommand.ByPerson(new Person(Set.of(CUSTOMER, other)), form));
        assertThat(order()).contains("4711");
        assertThatThrownBy(() -> story.then(new TicketCommand.ByPerson(Person.of(other), form)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFormOfAnotherCustomerIsRefused() {
        FactSource form = new FactSource.InAForm(CustomerId.of("c-43"));
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, ORDER, "4711", form)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFactWithoutWordsIsNone() {
        assertThatThrownBy(() -> story.then(note(FactKind.PROVIDED, ORDER, " ", FOUND)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("PROVIDED");
    }

    @Test
    void theSameAgainChangesNothing() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        story.then(note(FactKind.PROVIDED, ORDER, "4711", new FactSource.InAForm(CUSTOMER)));
        assertThat(story.latest()).isEmpty();
    }

    @Test
    void aCorrectionTakesTheOldPlaceAndTheOldOneStaysInTheHistory() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        story.then(note(FactKind.PROVIDED, ORDER, "4712", new FactSource.InAForm(CUSTOMER)));
        assertThat(order()).contains("4712");
        assertThat(story.ticket().facts().history())
                .extracting(Fact::value, Fact::state)
                .containsExactly(tuple("4711", FactState.SUPERSEDED), tuple("4712", FactState.CURRENT));
    }

    @Test
    void oneKeyStandsForAThingOfEachKind() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        story.then(note(FactKind.EVIDENCE, ORDER, "found in the shop", FOUND));
        assertThat(story.ticket().facts().current()).hasSize(2);
    }

    @Test
    void whatIsOutdatedDoesNotHoldAnyMoreAndSaysWhoSaidSo() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        story.then(new ListeningCommand.OutdateFact(FactKind.PROVIDED, ORDER, Optional.of(JANA), "Another order."));
        assertThat(order()).isEmpty();
        assertThat(story.ticket().facts().history()).extracting(Fact::state).containsExactly(FactState.OUTDATED);
        assertThat(story.latest())
                .containsExactly(new FactOutdated(
                        story.ticket().id(),
                        story.now(),
                        FactKind.PROVIDED,
                        ORDER,
                        Optional.of(JANA),
                        "Another order."));
    }

    @Test
    void nothingIsOutdatedWithoutAReasonOrThatDoesNotHold() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        Optional<AgentId> by = Optional.of(JANA);
        assertThatThrownBy(() -> story.then(new ListeningCommand.OutdateFact(FactKind.PROVIDED, ORDER, by, " ")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> story.then(new ListeningCommand.OutdateFact(FactKind.TRIED, ORDER, by, "No.")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("of kind TRIED");
    }

    @Test
    void whatIsKnownFromADuplicateIsKnownHereAndWhereItWasSaid() {
        story.then(note(FactKind.PROVIDED, ORDER, "4711", FOUND));
        TicketStory duplicate = TicketStory.owned();
        duplicate.then(note(FactKind.PROVIDED, ORDER, "4712", FOUND));
        duplicate.then(note(
                FactKind.TRIED,
                FactKey.of("clean-lens"),
                "with a cloth",
                new FactSource.Quoted(duplicate.lastMessage(), "broken", Optional.empty(), Optional.empty())));
        story.then(takeOver(duplicate));
        assertThat(order()).contains("4711");
        assertThat(story.ticket().facts().current(FactKind.TRIED))
                .extracting(Fact::source)
                .containsExactly(new FactSource.Quoted(
                        duplicate.lastMessage(),
                        "broken",
                        Optional.empty(),
                        Optional.of(duplicate.ticket().id())));
        story.then(takeOver(duplicate));
        assertThat(story.latest()).isEmpty();
    }

    /** One thing that is noted or outdated. */
    record Deed(boolean note, FactKind kind, int key, int value) {}

    @Property
    void nothingThatWasNotedIsEverLostAndOneFactAtMostHoldsUnderAName(@ForAll("deeds") List<Deed> deeds) {
        FactSheet sheet = FactSheet.EMPTY;
        int noted = 0;
        for (Deed deed : deeds) {
            FactKey key = FactKey.of("key " + deed.key);
            if (deed.note) {
                noted++;
                sheet = sheet.with(
                        new Fact(deed.kind, key, "v" + deed.value, FOUND, TicketStory.START, FactState.CURRENT));
                assertThat(sheet.find(deed.kind, key)).map(Fact::value).contains("v" + deed.value);
            } else {
                sheet = sheet.without(deed.kind, key);
                assertThat(sheet.find(deed.kind, key)).isEmpty();
            }
            assertThat(sheet.history()).hasSize(noted);
            assertThat(sheet.current().stream().map(fact -> fact.kind() + " " + fact.key()))
                    .doesNotHaveDuplicates();
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(FactKind.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Deed::new)
                .list()
                .ofMaxSize(30);
    }
}

package dev.heed.testkit.broken;

import dev.heed.message.Message;
import dev.heed.promise.Promise;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that lose part of what was said on a ticket, and the sentences of the contract that say so. */
class BrokenWordsTest {
    private static final int COLUMN = 65_535;

    private static void losing(UnaryOperator<Message> kept) {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> Retold.event(event, kept)))
                .isCaughtBy(
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "anExemptedTicketIsListedWithAllThatWasSaid");
    }

    @Test
    void losingTheWordsOfAMessageIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event ->
                        Retold.event(event, m -> Retold.message(m, m.at(), "").build())))
                .isCaughtBy(
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "theHistoryIsTheNewOneAndNothingOfTheOldOne",
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "anExemptedTicketIsListedWithAllThatWasSaid",
                        "longWordsAreNotCut");
    }

    @Test
    void cuttingLongWordsIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> Retold.event(
                        event, m -> Retold.message(m, m.at(), cut(m.text())).build())))
                .isCaughtBy("longWordsAreNotCut");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), COLUMN));
    }

    @Test
    void writingLettersBeyondLatinAsQuestionMarksIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text().replaceAll("[^\\x00-\\xff]", "?"))
                .build());
    }

    @Test
    void strippingTheWordsOfAMessageIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text().strip()).build());
    }

    @Test
    void losingTheHtmlOfAMessageIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text()).html(Optional.empty()).build());
    }

    @Test
    void losingTheFilesOfAMessageIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text()).attachments(List.of()).build());
    }

    @Test
    void losingWhoSignedIsCaught() {
        losing(m -> Retold.unsigned(m, m.at(), m.text()).build());
    }

    @Test
    void losingTheNameOfAMessageOutsideIsCaught() {
        losing(m ->
                Retold.message(m, m.at(), m.text()).reference(Optional.empty()).build());
    }

    @Test
    void losingTheRemarksAboutAMessageIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text()).remarks(List.of()).build());
    }

    @Test
    void takingTheMessageOfAProgramForAPersonsIsCaught() {
        losing(m -> Retold.message(m, m.at(), m.text()).automatic(false).build());
    }

    @Test
    void losingTheSubjectOfATicketIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(BrokenWordsTest::withoutSubject))
                .isCaughtBy(
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "theHistoryIsTheNewOneAndNothingOfTheOldOne",
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "anExemptedTicketIsListedWithAllThatWasSaid",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
                        "aChangeWithoutEventsMovesTheInstantAndNothingElse",
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes");
    }

    private static TicketEvent withoutSubject(TicketEvent event) {
        return event instanceof TicketOpened e ? withoutSubject(e) : event;
    }

    private static TicketOpened withoutSubject(TicketOpened e) {
        return new TicketOpened(
                e.ticket(), e.at(), e.number(), e.customer(), e.address(), e.channel(), "", e.follows());
    }

    @Test
    void losingTheReasonOfAClosingIsCaught() {
        closing(exempt -> new Closing.Exempt(exempt.exemption(), exempt.by(), "", exempt.goesOnIn()));
    }

    @Test
    void losingWhereADuplicateGoesOnIsCaught() {
        closing(exempt -> new Closing.Exempt(exempt.exemption(), exempt.by(), exempt.reason(), Optional.empty()));
    }

    private static void closing(UnaryOperator<Closing.Exempt> kept) {
        ContractRun.ofStore(() -> new ForgetfulStore(
                        event -> event instanceof Closed e && e.closing() instanceof Closing.Exempt exempt
                                ? new Closed(e.ticket(), e.at(), kept.apply(exempt))
                                : event))
                .isCaughtBy(
                        "aTicketComesBackWithAllThatWasSaid",
                        "everyEventComesBackWithAllThatItSays",
                        "aClosedTicketComesBackWithTheWayInWhichItEnded",
                        "anExemptedTicketIsListedWithAllThatWasSaid");
    }

    @Test
    void losingTheNumberOfACallerIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> event instanceof CallStarted e
                        ? new CallStarted(
                                e.ticket(),
                                e.at(),
                                e.by(),
                                CallIntake.numberRefused(e.intake().name()))
                        : event))
                .isCaughtBy("everyEventComesBackWithAllThatItSays");
    }

    @Test
    void losingWhoPromisedIsCaught() {
        promising(p ->
                new Promise(p.id(), p.kind(), p.text(), Optional.empty(), p.madeAt(), p.due(), p.zone(), p.state()));
    }

    @Test
    void takingTheTimeOfWritingForTheTimeOfPromisingIsCaught() {
        promising(p -> new Promise(p.id(), p.kind(), p.text(), p.madeBy(), p.due(), p.due(), p.zone(), p.state()));
    }

    private static void promising(UnaryOperator<Promise> kept) {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> event instanceof PromiseMade e
                        ? new PromiseMade(e.ticket(), e.at(), kept.apply(e.promise()))
                        : event))
                .isCaughtAtLeastBy(
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "anExemptedTicketIsListedWithAllThatWasSaid");
    }

    @Test
    void losingAnEventThatChangesNothingToBeSeenIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        List<TicketEvent> left = new ArrayList<>(super.history(id));
                        left.removeIf(ConversationEvent.AcknowledgementWithheld.class::isInstance);
                        return left;
                    }
                })
                .isCaughtBy("everyEventComesBackWithAllThatItSays", "whatHappenedKeepsItsMicroseconds");
    }

    @Test
    void losingTheWordsInTheTicketAloneIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<Ticket> findTicket(TicketId id) {
                        return super.findTicket(id).map(ticket -> wordless(ticket, history(id)));
                    }
                })
                .isCaughtBy(
                        "theHistoryIsTheNewOneAndNothingOfTheOldOne",
                        "aTicketComesBackWithAllThatWasSaid",
                        "longWordsAreNotCut");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TicketQuery.OfCustomer.class,
                TicketQuery.OwnedBy.class,
                TicketQuery.Waiting.class,
                TicketQuery.AskedOf.class,
                TicketQuery.Due.class
            })
    void losingTheWordsInAListOfTicketsIsCaught(Class<? extends TicketQuery> kind) {
        listingWordless(kind).isCaughtBy("aTicketComesBackWithAllThatWasSaid");
    }

    @Test
    void losingTheWordsInTheListOfExemptedTicketsIsCaught() {
        listingWordless(TicketQuery.Exempted.class).isCaughtBy("anExemptedTicketIsListedWithAllThatWasSaid");
    }

    private static ContractRun listingWordless(Class<? extends TicketQuery> kind) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<Ticket> list(TicketQuery query, int limit) {
                List<Ticket> sound = super.list(query, limit);
                return kind.isInstance(query)
                        ? sound.stream()
                                .map(ticket -> wordless(ticket, history(ticket.id())))
                                .toList()
                        : sound;
            }
        });
    }

    private static Ticket wordless(Ticket ticket, List<TicketEvent> history) {
        return Ticket.replay(history.subList(0, (int) ticket.version()).stream()
                .map(event ->
                        Retold.event(event, m -> Retold.message(m, m.at(), "").build()))
                .toList());
    }
}

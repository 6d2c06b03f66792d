package dev.heed.testkit.broken;

import dev.heed.message.Message;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketEvent.TicketOpened;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that lose part of what was said on a ticket, and the sentences of the contract that say so. */
class BrokenWordsTest {
    private static final int COLUMN = 65_535;

    private static void losing(UnaryOperator<Message> kept) {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> Retold.event(event, kept)))
                .isCaughtBy("everyEventComesBackWithAllThatItSays", "aTicketComesBackWithAllThatWasSaid");
    }

    @Test
    void losingTheWordsOfAMessageIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event ->
                        Retold.event(event, m -> Retold.message(m, m.at(), "").build())))
                .isCaughtBy(
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
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
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes");
    }

    private static TicketEvent withoutSubject(TicketEvent event) {
        return event instanceof TicketOpened e
                ? new TicketOpened(e.ticket(), e.at(), e.number(), e.customer(), e.address(), e.channel(), "")
                : event;
    }

    @Test
    void losingAnEventThatChangesNothingToBeSeenIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        List<TicketEvent> left = new ArrayList<>(super.history(id));
                        left.removeIf(TicketEvent.AcknowledgementWithheld.class::isInstance);
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
                .isCaughtBy("aTicketComesBackWithAllThatWasSaid", "longWordsAreNotCut");
    }

    @Test
    void losingTheWordsInTheTicketsOfACustomerIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> ticketsOf(CustomerId customer) {
                        return super.ticketsOf(customer).stream()
                                .map(ticket -> wordless(ticket, history(ticket.id())))
                                .toList();
                    }
                })
                .isCaughtBy("aTicketComesBackWithAllThatWasSaid");
    }

    @Test
    void losingTheWordsInTheTicketsThatWaitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> waiting(int limit) {
                        return super.waiting(limit).stream()
                                .map(ticket -> wordless(ticket, history(ticket.id())))
                                .toList();
                    }
                })
                .isCaughtBy("aTicketComesBackWithAllThatWasSaid");
    }

    private static Ticket wordless(Ticket ticket, List<TicketEvent> history) {
        return Ticket.replay(history.subList(0, (int) ticket.version()).stream()
                .map(event ->
                        Retold.event(event, m -> Retold.message(m, m.at(), "").build()))
                .toList());
    }
}

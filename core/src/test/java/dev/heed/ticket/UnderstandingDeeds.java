package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.ticket.UnmergePropertiesTest.Deed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is understood of two tickets that are merged and unmerged, and where that is afterwards. */
final class UnderstandingDeeds {
    private static final FactKey ORDER = FactKey.of("order-number");

    private UnderstandingDeeds() {}

    static Optional<TicketCommand> command(TwoTickets two, Ticket ticket, Deed deed, boolean merged) {
        String words = "v" + two.now.getEpochSecond() + " " + ticket.id();
        FactSource agent = new FactSource.ByAgent(TicketStory.MARIA);
        FactSource form = new FactSource.InAForm(TicketStory.CUSTOMER);
        List<TicketId> via = merged ? List.of(TwoTickets.FIRST) : List.of();
        return switch (deed) {
            case PROVIDES -> Optional.of(new ListeningCommand.NoteFact(FactKind.PROVIDED, ORDER, words, agent));
            case PROVIDES_THROUGH_DUPLICATE ->
                Optional.of(new ListeningCommand.SayInForm(
                        new ListeningCommand.NoteFact(
                                FactKind.PROVIDED, ORDER, words, new FactSource.InAForm(TicketStory.CUSTOMER, via)),
                        TicketStory.expectedFrom(two.now)));
            case TAKES_BACK ->
                Optional.of(new ListeningCommand.OutdateFact(
                        FactKind.PROVIDED, ORDER, Optional.of(TicketStory.MARIA), "No."));
            case REPHRASES -> Optional.of(two.answers(Commitments.none().rephrase(words)));
            case CONFIRMS_PROBLEM -> Optional.of(new ListeningCommand.ConfirmStatement(form));
            case CORRECTS_PROBLEM -> Optional.of(new ListeningCommand.CorrectStatement(form, Optional.empty()));
            case FINDS_CAUSE ->
                Optional.of(new ListeningCommand.FindRootCause(
                        RootCause.of("cause " + two.now.getEpochSecond()), TicketStory.MARIA));
            case IS_URGENT ->
                Optional.of(new ListeningCommand.SetPriority(
                        some(Priority.values(), two), TicketStory.MARIA, "She says so."));
            case IS_ANGRY ->
                Optional.of(new ListeningCommand.SetMood(some(Mood.values(), two), TicketStory.MARIA, "She says so."));
            case NOTES -> Optional.of(note(two, ticket, words, new Audience.Anybody()));
            case ASKS_COLLEAGUE ->
                Optional.of(note(
                        two,
                        ticket,
                        words,
                        new Audience.InternalAsk(TicketStory.JANA, two.now.plus(Duration.ofHours(50)))));
            case ANSWERS_COLLEAGUE ->
                ticket.openNotes().stream()
                        .findFirst()
                        .map(open -> note(
                                two,
                                ticket,
                                words,
                                new Audience.AnswerTo(open.note().id())));
            default -> Optional.empty();
        };
    }

    private static <E> E some(E[] of, TwoTickets two) {
        return of[(int) (two.now.getEpochSecond() / 3600 % of.length)];
    }

    private static TicketCommand note(TwoTickets two, Ticket ticket, String words, Audience audience) {
        NoteId id = new NoteId(words + " " + ticket.notes().size());
        return new NoteCommand.AddNote(Note.of(id, new Author.ByAgent(TicketStory.MARIA), two.now, words)
                .to(audience));
    }

    /** And nothing that was said of either is lost. */
    static void requireNothingStaysThatCameThroughTheDuplicate(TwoTickets two, Ticket whole) {
        Ticket target = two.target;
        Ticket duplicate = two.duplicate;
        assertThat(target.facts().history())
                .as("facts that stay where it went on")
                .allSatisfy(fact -> assertThat(isOf(fact.source(), target)).isTrue())
                .allSatisfy(fact -> assertThat(fact.value().contains(target.id().toString())
                                || fact.source() instanceof FactSource.InAForm)
                        .isTrue());
        for (Fact fact : whole.facts().current()) {
            assertThat(Stream.of(target, duplicate)
                            .flatMap(one -> one.facts().current().stream())
                            .anyMatch(one -> one.value().equals(fact.value())))
                    .as("%s %s is known still", fact, fact.value())
                    .isTrue();
        }
        target.understanding()
                .statement()
                .ifPresent(statement -> assertThat(statement.duplicate()).isEmpty());
        whole.understanding().statement().ifPresent(statement -> {
            boolean theirs = statement.duplicate().isPresent();
            if (statement.waits()) {
                return; // the letter of a duplicate is known to have arrived there
            }
            assertThat((theirs ? duplicate : target).understanding().statement())
                    .as("the statement stands where it was told")
                    .map(ProblemStatement::state)
                    .contains(statement.state());
        });
        List<Note> both = Stream.concat(target.notes().stream(), duplicate.notes().stream())
                .toList();
        assertThat(both).containsAll(whole.notes());
        assertThat(target.notes()).noneMatch(note -> note.text().contains(duplicate.id() + ""));
        assertThat(target.openNotes()).allMatch(open -> target.notes().contains(open.note()));
        assertThat(duplicate.openNotes()).allMatch(open -> duplicate.notes().contains(open.note()));
    }

    private static boolean isOf(FactSource source, Ticket ticket) {
        if (source instanceof FactSource.InAForm form) {
            return form.via().isEmpty();
        }
        return !(source instanceof FactSource.Quoted quoted)
                || (quoted.duplicate().isEmpty()
                        && ticket.messages().stream().map(Message::id).anyMatch(quoted.message()::equals));
    }
}

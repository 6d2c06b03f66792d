package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.ListeningOptions;
import dev.heed.SavedView;
import dev.heed.SharedWith;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.NoteId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.rule.DerogatoryWords;
import dev.heed.spi.store.TicketSearch;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.Mood;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P50: customers are not annoying, also where they do not read it. */
class DerogatoryNoteScenarioTest {
    private static final DepartmentId SHIPPING = DepartmentId.of("shipping");
    private static final String RUDE = "Annoying customer, ignore her.";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> Story.withColleagues(builder).department(Department.of("shipping", "Shipping", BEN.id())));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void anaWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private RefusedException refused(Consumer<AgentDesk> attempt) {
        RefusedException refused =
                Refusals.refused(heed, PracticeCode.DEROGATORY_NOTE, () -> attempt.accept(heed.maria()));
        assertThat(refused.getMessage()).doesNotContain("nnoying").doesNotContain("ignore her");
        return refused;
    }

    private Instant noon() {
        return heed.clock().instant().plus(Duration.ofDays(1));
    }

    @Test
    void aNoteSaysWhatHappenedAndNotWhatSomebodyIs() {
        RefusedException refused = refused(maria -> maria.note(ticket, "The carrier says Tuesday. " + RUDE));
        assertThat(Refusals.span(refused)).isEqualTo("Annoying customer, ignore her");

        heed.maria().note(ticket, "The carrier says Tuesday. She has called three times today.");
        assertThat(story.events(Overridden.class)).isEmpty();
    }

    @Test
    void noneOfTheNotesDoes() {
        refused(maria -> maria.notes().add(ticket, RUDE));
        refused(maria -> maria.notes().addTo(ticket, List.of(BEN.id()), RUDE));
        refused(maria -> maria.notes().ask(ticket, BEN.id(), noon(), RUDE));
        refused(maria -> maria.notes().tell(ticket, SHIPPING, "A-4711", "Send it to this idiot."));
        refused(maria -> maria.notes().tell(ticket, SHIPPING, "A-4711", "Send it.", RUDE));
        NoteId ask = story.ben()
                .notes()
                .ask(ticket, MARIA.id(), noon(), "Who is she?")
                .notes()
                .get(0)
                .id();
        refused(maria -> maria.notes().answer(ticket, ask, RUDE));
        Refusals.refused(
                heed, PracticeCode.DEROGATORY_NOTE, () -> story.ben().notes().withdraw(ticket, ask, RUDE));
    }

    @Test
    void noTagDoes() {
        RefusedException refused =
                refused(maria -> maria.filing().addTags(ticket, "vip", "annoying-customer", "idiot"));
        assertThat(refused.findings()).hasSize(2);
        assertThat(story.ticket(ticket).tags()).isEmpty();

        heed.maria().filing().addTags(ticket, "annoying-bug");
        assertThat(story.ticket(ticket).tags()).containsExactly(Tag.of("annoying-bug"));
    }

    @Test
    void noReasonAndNoSummaryDoes() {
        refused(maria -> maria.handOver(ticket, BEN.id(), RUDE));
        refused(maria -> maria.classify(ticket, TicketKind.TECHNICAL, RUDE));
        refused(maria -> maria.markSpam(ticket, RUDE));
        refused(maria -> maria.holdUntold(ticket, noon(), RUDE, "She knows."));
        refused(maria -> maria.holdUntold(ticket, noon(), "The carrier.", RUDE));
        refused(maria -> maria.hold(ticket, noon(), RUDE, Reply.text("Tomorrow.", Signature.of(MARIA))));
        refused(maria -> maria.snoozes().snooze(ticket, noon(), OnReply.BREAK_ON_REPLY, RUDE));
        Refusals.refused(
                heed,
                PracticeCode.DEROGATORY_NOTE,
                () -> story.olga().structure().delete(ticket, RUDE));
        refused(maria -> maria.listening().mood(ticket, Mood.ANGRY, RUDE));
    }

    @Test
    void noReasonToMergeToSplitOrToPartDoes() {
        TicketId second = story.written("And my invoice?");
        refused(maria -> maria.mergeInto(second, ticket, RUDE));
        heed.maria().mergeInto(second, ticket, "the same parcel");
        refused(maria -> maria.structure().unmerge(second, RUDE));
        story.ana().write(ticket, "And where is the invoice?");
        refused(maria -> maria.structure()
                .split(ticket, List.of(story.ticket(ticket).messages().get(0).id()), "", RUDE));
    }

    @Test
    void noNameOfAViewDoes() {
        TicketSearch all = TicketSearch.builder().build();
        refused(maria -> maria.views().save("Idiots", all, new SharedWith.Nobody()));
        SavedView view = heed.maria().views().save("Mine", all, new SharedWith.Nobody());
        refused(maria -> maria.views().change(view.withName("Annoying customers")));
        heed.maria()
                .overriding(PracticeCode.DEROGATORY_NOTE, "A card game.")
                .views()
                .change(view.withName("Idiots"));
    }

    @Test
    void whoGoesOnInSpiteOfItIsOnTheRecord() {
        AgentDesk inSpite = heed.maria().overriding(PracticeCode.DEROGATORY_NOTE, "It is a theatre.");
        inSpite.note(ticket, "Which costume? This idiot, or that clown?\nThe idiot.");
        inSpite.filing().addTags(ticket, "idiot", "crazy-lady");
        inSpite.filing().addTags(ticket, "idiot");
        inSpite.note(ticket, "Both.");

        assertThat(story.events(Overridden.class)).hasSize(2).allSatisfy(overridden -> {
            assertThat(overridden.ticket()).isEqualTo(ticket);
            assertThat(overridden.code()).isEqualTo(PracticeCode.DEROGATORY_NOTE);
            assertThat(overridden.by()).isEqualTo(MARIA.id());
            assertThat(overridden.reason()).isEqualTo("It is a theatre.");
        });
        assertThat(story.ticket(ticket).notes()).hasSize(2);
        assertThatThrownBy(() -> heed.maria().overriding(PracticeCode.DEROGATORY_NOTE, " "))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anotherOverrideDoesNotHelp() {
        Refusals.refused(
                heed,
                PracticeCode.DEROGATORY_NOTE,
                () -> heed.maria()
                        .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Ben knows.")
                        .note(ticket, RUDE));
    }

    @Test
    void whatACustomerSaidIsQuoted() {
        heed.maria().note(ticket, "She wrote: \"you are idiots\". I have called her.");
        heed.maria().note(ticket, "> You are idiots!\nI have called her.");
        assertThat(story.ticket(ticket).notes()).hasSize(2);
    }

    @Test
    void theShopsApplicationIsAskedNothing() {
        heed.desk().backoffice().filing().addTags(ticket, "idiot");
        assertThat(story.ticket(ticket).tags()).containsExactly(Tag.of("idiot"));
    }

    @Test
    void aCustomerMayBeCalledWhateverCustomersAreCalled() {
        refused(maria -> maria.note(ticket, "Trottel rief an."));
        heed.desk()
                .backoffice()
                .register(Customer.builder(story.ticket(ticket).customer().value())
                        .name("Anna Trottel")
                        .email(Story.ANA)
                        .build());
        heed.maria().note(ticket, "Trottel rief an.");
        assertThat(story.ticket(ticket).notes()).hasSize(1);
    }

    @Nested
    class WithWordsOfItsOwn {
        @RegisterExtension
        final DeskExtension own = DeskExtension.with(builder -> {
            builder.listening(ListeningOptions.defaults()
                    .withDerogatoryWords(
                            DerogatoryWords.builtIn().with("en", "muppet").without("clown")));
            return builder;
        });

        @Test
        void itsWordsCount() {
            var unused = own.channel().receive(Story.ANA, "Where is my parcel?");
            own.run();
            TicketId first = own.onlyTicket().id();
            own.maria().filing().addTags(first, "clown");
            Refusals.refused(
                    own, PracticeCode.DEROGATORY_NOTE, () -> own.maria().note(first, "What a muppet."));
        }
    }

    @Nested
    class WithoutTheRule {
        @RegisterExtension
        final DeskExtension without = DeskExtension.with(
                builder -> builder.withoutRule(PracticeCode.DEROGATORY_NOTE, "We sell carnival costumes."));

        @Test
        void everybodyWritesWhatTheyLike() {
            var unused = without.channel().receive(Story.ANA, "Where is my parcel?");
            without.run();
            without.maria().note(without.onlyTicket().id(), RUDE);
            assertThat(without.events()).noneMatch(Overridden.class::isInstance);
        }
    }

    @Test
    void theDocumentedWayWorks() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;

        desk.as(maria)
                .overriding(PracticeCode.DEROGATORY_NOTE, "The title of a play.")
                .note(ticket, "Wants two seats for The Idiot.");

        assertThat(story.events(Overridden.class)).hasSize(1);
        assertThat(heed.events()).extracting(TicketEvent::ticket).containsOnly(ticket);
    }
}

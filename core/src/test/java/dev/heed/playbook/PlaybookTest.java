package dev.heed.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.ChannelId;
import dev.heed.message.FactKey;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.spi.playbook.PlaybookSource;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P40: the steps of a playbook, the simplest first. */
class PlaybookTest {
    private static final TicketId TICKET = new TicketId(new UUID(1, 1));
    private static final Instant AT = Instant.parse("2026-06-08T07:00:00Z");
    private static final AgentId MARIA = AgentId.of("maria");
    private static final Step LOOK = step("look", Invasiveness.HARMLESS, 5);
    private static final Step RESTART = step("restart", Invasiveness.REVERSIBLE, 2);
    private static final Step REPLACE = step("replace", Invasiveness.INVASIVE, 60);
    private static final Step WIPE = step("wipe", Invasiveness.DESTRUCTIVE, 1);

    private static Step step(String id, Invasiveness invasiveness, int minutes) {
        return Step.of(id, "Do " + id, invasiveness, Duration.ofMinutes(minutes));
    }

    private static Ticket ticket(TicketEvent... more) {
        List<TicketEvent> history = new ArrayList<>();
        history.add(new TicketOpened(
                TICKET, AT, 1001, CustomerId.of("c-1"), Optional.empty(), ChannelId.of("email"), "", Optional.empty()));
        history.addAll(List.of(more));
        return Ticket.replay(history);
    }

    @Test
    void whatDoesLessComesFirstAndThenWhatTakesLessTime() {
        Step quick = step("quick", Invasiveness.HARMLESS, 1);
        assertThat(Playbook.of(WIPE, REPLACE, LOOK, RESTART, quick).steps())
                .containsExactly(quick, LOOK, RESTART, REPLACE, WIPE);
    }

    @Test
    void whatCostsTheSameIsNotSimplerAndStaysInItsOrder() {
        Step other = step("other", Invasiveness.HARMLESS, 5);
        assertThat(LOOK.isSimplerThan(other)).isFalse();
        assertThat(other.isSimplerThan(LOOK)).isFalse();
        assertThat(Playbook.of(other, LOOK).steps()).containsExactly(other, LOOK);
    }

    @Test
    void aStepAppliesWhereItSaysSo() {
        Ticket plain = ticket();
        assertThat(LOOK.appliesTo(plain)).isTrue();
        assertThat(LOOK.forCauses("product/defect").appliesTo(plain)).isFalse();
        assertThat(LOOK.forKinds(TicketKind.TECHNICAL).appliesTo(plain)).isFalse();
        assertThat(LOOK.forTags("router").appliesTo(plain)).isFalse();
        Ticket known = ticket(
                new RootCauseFound(TICKET, AT, RootCause.of("product/defect"), MARIA),
                new KindChanged(TICKET, AT, TicketKind.TECHNICAL, MARIA, "It is."),
                new TagsAdded(TICKET, AT, List.of(Tag.of("router")), Optional.of(MARIA)));
        Step all = LOOK.forCauses("usage", "product")
                .forKinds(TicketKind.TECHNICAL)
                .forTags("Router", "switch");
        assertThat(all.appliesTo(known)).isTrue();
        assertThat(all.forCauses("x").appliesTo(known)).isTrue();
        assertThat(LOOK.forCauses("prod").appliesTo(known)).isFalse();
        assertThat(LOOK.forCauses("product/defect/lens").appliesTo(known)).isFalse();
        assertThat(LOOK.forKinds(TicketKind.COMPLAINT).appliesTo(known)).isFalse();
    }

    @Test
    void whatWasTriedIsNotAmongTheNextSteps() {
        Playbook playbook = Playbook.of(RESTART, LOOK, WIPE.forKinds(TicketKind.COMPLAINT));
        Ticket tried = ticket(new FactNoted(
                TICKET, AT, FactKind.TRIED, FactKey.of("look"), "no change", new FactSource.ByAgent(MARIA)));
        assertThat(playbook.untried(ticket())).containsExactly(LOOK, RESTART);
        assertThat(playbook.untried(tried)).containsExactly(RESTART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aStepWithoutATitleOrWithABlankLabelIsRefused(String blank) {
        assertThatThrownBy(() -> Step.of("look", blank, Invasiveness.HARMLESS, Duration.ZERO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("look");
        assertThatThrownBy(() -> LOOK.called("Look at it", blank)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Step.of(blank, "Look", Invasiveness.HARMLESS, Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aStepThatTakesLessThanNoTimeIsRefused() {
        assertThatThrownBy(() -> Step.of("look", "Look", Invasiveness.HARMLESS, Duration.ofNanos(-1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void twoStepsWithOneIdAreRefusedAlsoInTwoPlaybooks() {
        assertThatThrownBy(() -> Playbook.of(LOOK, step("Look", Invasiveness.INVASIVE, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("look");
        assertThatThrownBy(() -> PlaybookSource.of(Playbook.of(LOOK), Playbook.of(RESTART, LOOK)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(Playbook.of(PlaybookSource.of(Playbook.of(RESTART), Playbook.of(LOOK))
                                .playbooks())
                        .steps())
                .containsExactly(LOOK, RESTART);
    }

    @Test
    void aStepThatIsNotThereIsNotFoundAndThoseThatAreAreNamed() {
        assertThatThrownBy(() -> Playbook.of(LOOK, RESTART).get(FactKey.of("loook")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("[look, restart]");
        assertThat(Playbook.EMPTY.find(FactKey.of("look"))).isEmpty();
    }

    @Property
    void simplerIsAStrictOrderByWhichThePlaybookIsSorted(@ForAll("steps") List<Step> steps) {
        List<Step> sorted = new Playbook(steps).steps();
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(sorted.get(i).isSimplerThan(sorted.get(i))).isFalse();
            for (int j = i + 1; j < sorted.size(); j++) {
                assertThat(sorted.get(j).isSimplerThan(sorted.get(i))).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.of(Invasiveness.class),
                        Arbitraries.integers().between(0, 3))
                .as((id, invasiveness, minutes) -> step("s" + id, invasiveness, minutes))
                .list()
                .ofMaxSize(12)
                .uniqueElements(Step::id);
    }
}

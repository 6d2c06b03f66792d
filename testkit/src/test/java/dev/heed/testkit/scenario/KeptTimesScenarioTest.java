package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.HelpdeskBuilder;
import dev.heed.ServiceOptions;
import dev.heed.hours.BusinessHours;
import dev.heed.sla.ClockState;
import dev.heed.sla.Impact;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaReading;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the customer was told, and what was wanted before a level was reached, is kept by the clocks of a desk. */
class KeptTimesScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(KeptTimesScenarioTest::measuring);

    private final Story story = new Story(heed);

    private static HelpdeskBuilder measuring(HelpdeskBuilder builder) {
        return Story.withColleagues(builder).service(ServiceOptions.defaults().withLevels(SlaBook.of(levels("1", 10))));
    }

    private static ServiceLevels levels(String version, int hours) {
        return ServiceLevels.of(
                version,
                Instant.parse("2020-01-01T00:00:00Z"),
                SlaPolicy.builder("standard", BusinessHours.always(ZoneId.of("Europe/Berlin")))
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(hours))
                                .forPriority(Priority.HIGH, Duration.ofHours(4))
                                .levels(SlaLevel.before(Duration.ofHours(2), "soon", "raise-priority")))
                        .build());
    }

    private SlaReading firstReply(TicketId ticket) {
        return story.olga().service().clocks(ticket).get(0);
    }

    @Test
    void whereADuplicateGoesOnTheClockIsDueWhenTheCustomerWasToldFirst() {
        TicketId early = story.written("Where is my parcel?");
        Instant told = story.ticket(early).expected().orElseThrow().at();
        story.passes(Duration.ofHours(3));
        TicketId late = story.written("My parcel is late.");
        assertThat(firstReply(late).dueAt()).contains(told.plus(Duration.ofHours(3)));

        heed.maria().mergeInto(early, late, "The same parcel.");

        assertThat(story.ticket(late).expected().orElseThrow().at()).isEqualTo(told);
        assertThat(firstReply(late).dueAt()).contains(told);
        assertThat(story.olga()
                        .service()
                        .explain(late, SlaTarget.FIRST_REPLY)
                        .orElseThrow()
                        .lines())
                .anyMatch(line -> line.what().startsWith("the customer is told a time"));
    }

    @Test
    void x03ALevelThatRaisesThePriorityDoesNotMakeItsTargetLate() {
        TicketId ticket = story.written("Where is my parcel?");
        heed.maria().take(ticket);
        Instant due = firstReply(ticket).dueAt().orElseThrow();
        story.passes(Duration.ofHours(8));
        story.run();

        assertThat(story.ticket(ticket).understanding().priority()).isEqualTo(Priority.HIGH);
        assertThat(firstReply(ticket).within()).isEqualTo(Duration.ofHours(4));
        assertThat(firstReply(ticket).state()).isEqualTo(ClockState.RUNNING);
        assertThat(firstReply(ticket).dueAt()).contains(due);
    }

    @Test
    void whatIfCanBeAskedForWhatKeepsPromises() {
        story.written("Where is my parcel?");
        ServiceLevels slower = levels("2", 20);

        assertThat(story.olga().service().whatIf(slower).breaks())
                .extracting(Impact::kind)
                .containsExactly(Impact.Kind.PROMISE_BREAKS);
        assertThat(story.olga()
                        .service()
                        .whatIf(slower, ChangeMode.KEEP_PROMISE)
                        .isHarmless())
                .isTrue();
        assertThat(story.olga().service().whatIf(slower, ChangeMode.RECOMPUTE))
                .isEqualTo(story.olga().service().whatIf(slower));
    }
}

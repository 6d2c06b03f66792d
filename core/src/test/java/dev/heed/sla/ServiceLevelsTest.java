package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.people.Tier;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLevelsTest {
    private static final BusinessHours ALWAYS = BusinessHours.always(BERLIN);
    private static final SlaGoal REPLY = SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8));

    private static SlaPolicy policy(String name, SlaCondition condition) {
        return SlaPolicy.builder(name, ALWAYS).when(condition).goal(REPLY).build();
    }

    private static ServiceLevels levels(SlaPolicy... policies) {
        return ServiceLevels.of("1", Instant.EPOCH, policies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT100000H"})
    void x54ATargetThatIsNotAboveZeroOrTooLongIsRefused(Duration time) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SlaPolicy.builder("standard", ALWAYS)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, time))
                        .build())
                .withMessageContaining("Policy 'standard' wants FIRST_REPLY within");
    }

    @Test
    void aPolicyWithoutGoalsOrWithTwoForOneTargetIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SlaPolicy.builder(" ", ALWAYS).build())
                .withMessageContaining("A policy has no name.")
                .withMessageContaining("has no goals");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SlaPolicy.builder("standard", ALWAYS)
                        .goal(REPLY)
                        .goal(REPLY)
                        .build())
                .withMessageContaining("has two goals for FIRST_REPLY");
    }

    @Test
    void levelsThatDoNotFollowOneAnotherAreRefused() {
        assertThatThrownBy(() -> SlaPolicy.builder("standard", ALWAYS)
                        .goal(REPLY.levels(
                                SlaLevel.after(Duration.ZERO, "late"), SlaLevel.before(Duration.ofHours(1), "soon")))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("reaches level 'soon' of FIRST_REPLY before the one in front of it");
        assertThatThrownBy(() -> SlaLevel.after(Duration.ZERO, " ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLevelBeforeTheBeginningOfItsTargetIsRefused() {
        SlaGoal hour = SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
                .forPriority(Priority.URGENT, Duration.ofHours(1));
        assertThatThrownBy(() -> SlaPolicy.builder("standard", ALWAYS)
                        .goal(hour.levels(SlaLevel.before(Duration.ofHours(5), "half time")))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "Policy 'standard' reaches level 'half time' PT5H before FIRST_REPLY is due, which is"
                                + " within PT1H for URGENT: before it begins")
                .hasMessageContaining("a priority can have a policy of its own");
        assertThat(SlaPolicy.builder("standard", ALWAYS)
                        .goal(hour.levels(SlaLevel.before(Duration.ofHours(1), "at the beginning")))
                        .build()
                        .goals())
                .hasSize(1);
    }

    @Test
    void aLevelTellsByItsNameWhetherItIsBeforeOrAfter() {
        assertThatThrownBy(() -> SlaLevel.before(Duration.ofHours(-1), "late"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Level 'late' is to be reached PT-1H before the due time")
                .hasMessageContaining("Use SlaLevel.after with PT1H.");
        assertThatThrownBy(() -> SlaLevel.after(Duration.ofHours(-1), "soon"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Use SlaLevel.before with PT1H.");
    }

    @Test
    void x52ABlankConditionStandsLastOrWhatIsBehindItMatchesNothing() {
        SlaPolicy blank = policy("standard", SlaCondition.any());
        SlaPolicy vip = policy("vip", SlaCondition.any().tiers(Tier.of("vip")));
        assertThat(levels(vip, blank).policies()).containsExactly(vip, blank);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> levels(blank, vip))
                .withMessageContaining("Policy 'vip' matches nothing: 'standard' stands before it");
    }

    @Test
    void aPolicyBehindABroaderOneMatchesNothing() {
        SlaPolicy some = policy("some", SlaCondition.any().kinds(TicketKind.COMPLAINT, TicketKind.TECHNICAL));
        SlaPolicy fewer = policy("fewer", SlaCondition.any().kinds(TicketKind.COMPLAINT));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> levels(some, fewer, policy("standard", SlaCondition.any())))
                .withMessageContaining("'fewer' matches nothing");
    }

    @Test
    void whoeverPaysNothingExtraIsPromisedAReply() {
        SlaPolicy vip = policy("vip", SlaCondition.any().tiers(Tier.of("vip")));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> levels(vip))
                .satisfies(refused -> assertThat(refused.has(PracticeCode.TIER_WITHOUT_SERVICE))
                        .isTrue());
        assertThat(levels(vip, policy("base", SlaCondition.any().tiers(Tier.BASE)))
                        .tiers())
                .containsExactly(Tier.BASE, Tier.of("vip"));
    }

    @Test
    void whatAPremiumPolicyPromisesChangesNothingForTheBaseTier() {
        SlaPolicy standard = policy("standard", SlaCondition.any());
        SlaPolicy vip = policy("vip", SlaCondition.any().tiers(Tier.of("vip")));
        Life life = Life.begins("2026-06-08T10:00");
        for (ServiceLevels levels : new ServiceLevels[] {levels(standard), levels(vip, standard)}) {
            assertThat(SlaClock.of(SlaBook.of(levels))
                            .of(life.ticket())
                            .read(SlaTarget.FIRST_REPLY, Life.at("2026-06-08T10:00"))
                            .orElseThrow()
                            .dueAt())
                    .contains(Life.at("2026-06-08T18:00"));
        }
    }

    @Test
    void aBookKnowsWhichVersionHeldWhen() {
        SlaPolicy standard = policy("standard", SlaCondition.any());
        ServiceLevels first = ServiceLevels.of("1", Instant.parse("2026-01-01T00:00:00Z"), standard);
        ServiceLevels second = ServiceLevels.of("2", Instant.parse("2026-07-01T00:00:00Z"), standard);
        SlaBook book = SlaBook.of(second, first);
        assertThat(book.at(Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
        assertThat(book.at(Instant.parse("2026-06-30T23:59:59Z"))).contains(first);
        assertThat(book.at(Instant.parse("2026-07-01T00:00:00Z"))).contains(second);
        assertThat(book.get("2")).isSameAs(second);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> book.get("3"))
                .withMessageContaining("There are: [1, 2]");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> SlaBook.of(first, first));
    }
}

package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.HelpdeskBuilder;
import dev.heed.ReportsDesk;
import dev.heed.ServiceOptions;
import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.report.Fairness;
import dev.heed.report.FairnessLimits;
import dev.heed.report.Figure;
import dev.heed.report.Forecast;
import dev.heed.report.ForecastPlan;
import dev.heed.report.GroupBy;
import dev.heed.report.Parity;
import dev.heed.report.ReportPeriod;
import dev.heed.report.ServiceReport;
import dev.heed.report.Shift;
import dev.heed.report.TicketFigures;
import dev.heed.report.Verdict;
import dev.heed.sla.Outlook;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop asks how well its customers were served, and whether it can go on like that. */
class ReportsScenarioTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours ALWAYS = BusinessHours.always(BERLIN);
    private static final SlaPolicy PREMIUM = SlaPolicy.builder("premium", ALWAYS)
            .when(SlaCondition.any().tiers(Tier.of("premium")))
            .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(1)))
            .build();
    private static final SlaPolicy STANDARD = SlaPolicy.builder("standard", ALWAYS)
            .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(10)))
            .build();
    private static final SlaBook BOOK =
            SlaBook.of(ServiceLevels.of("1", Instant.parse("2020-01-01T00:00:00Z"), PREMIUM, STANDARD));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(ReportsScenarioTest::measuring);

    private final Story story = new Story(heed);
    private int senders;

    private static HelpdeskBuilder measuring(HelpdeskBuilder builder) {
        return Story.withColleagues(builder).service(ServiceOptions.defaults().withLevels(BOOK));
    }

    /** Somebody else each time. */
    private TicketId written() {
        heed.channel().receive("customer" + ++senders + "@example.com", "Where is my parcel?");
        story.run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    private List<TicketId> written(int count) {
        List<TicketId> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(written());
        }
        return all;
    }

    private void answered(List<TicketId> tickets) {
        tickets.forEach(ticket -> story.answered(ticket, Commitments.none()));
    }

    private void ofTier(List<TicketId> tickets, String tier) {
        tickets.forEach(ticket ->
                heed.desk().backoffice().service().setTier(ticket, Tier.of(tier), "Bought the subscription."));
    }

    private ReportsDesk reports() {
        return heed.desk().backoffice().reports();
    }

    private ReportPeriod sinceTheBeginning() {
        return new ReportPeriod(Instant.parse("2020-01-01T00:00:00Z"), story.in(Duration.ofDays(1)));
    }

    @Test
    void aTicketIsReadInFigures() {
        TicketId ticket = written();
        story.passes(Duration.ofHours(3));
        answered(List.of(ticket));
        story.passes(Duration.ofHours(9));
        var reports = heed.desk().backoffice().reports();

        TicketFigures figures = reports.figures(ticket);
        Figure first = figures.of(SlaTarget.FIRST_REPLY).get(0);
        Verdict verdict = first.verdict(); // by working time
        Duration left = first.difference(); // of the working time that is wanted; negative if more has passed
        Duration onTheWall = first.wallTime(); // nights and pauses included

        assertThat(verdict).isEqualTo(Verdict.MET);
        assertThat(left).isEqualTo(Duration.ofHours(7));
        assertThat(onTheWall).isEqualTo(Duration.ofHours(3));
        assertThatThrownBy(() -> reports.figures(new TicketId(new UUID(1, 2)))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPeriodIsReportedByWhatIsCountedApart() {
        List<TicketId> base = written(3);
        List<TicketId> premium = written(2);
        ofTier(premium, "premium");
        story.passes(Duration.ofHours(2));
        answered(base);
        answered(premium);
        written(); // nobody has answered it yet
        var reports = heed.desk().backoffice().reports();
        LocalDate first = LocalDate.ofInstant(heed.clock().instant(), BERLIN).withDayOfMonth(1);
        LocalDate end = first.plusMonths(1);

        ReportPeriod month = ReportPeriod.days(first, end, BERLIN);
        ServiceReport report = reports.service(month, GroupBy.TIER);
        ServiceReport.Row row =
                report.row(SlaTarget.FIRST_REPLY, Map.of(GroupBy.TIER, "base")).orElseThrow();
        Optional<Duration> half = row.workingTimes().median();
        Optional<Duration> most = row.workingTimes().percentile(90);

        assertThat(row.share()).hasToString("0 of 3");
        assertThat(half).contains(Duration.ofHours(2));
        assertThat(most).contains(Duration.ofHours(2));
        assertThat(report.row(SlaTarget.FIRST_REPLY, Map.of(GroupBy.TIER, "premium"))
                        .orElseThrow()
                        .share())
                .hasToString("2 of 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void p20HoweverManyPremiumTicketsComeAndGoBaseTicketsAreDueWhenTheyWere(long seed) {
        Random random = new Random(seed);
        List<TicketId> base = written(3);
        List<Optional<Instant>> before = dueTimes(base);
        for (int i = 0; i < 15; i++) {
            List<TicketId> premium = written(1 + random.nextInt(3));
            ofTier(premium, "premium");
            story.passes(Duration.ofMinutes(random.nextInt(90)));
            if (random.nextBoolean()) {
                answered(premium);
            }
            assertThat(dueTimes(base)).isEqualTo(before);
        }
    }

    private List<Optional<Instant>> dueTimes(List<TicketId> tickets) {
        return tickets.stream()
                .flatMap(ticket -> reports().figures(ticket).figures().stream())
                .map(Figure::dueAt)
                .toList();
    }

    @Test
    void p20AnAlarmIsRaisedWhenTheBaseTierIsLeftBehind() {
        List<TicketId> base = written(4);
        List<TicketId> premium = written(4);
        ofTier(premium, "premium");
        answered(premium);
        answered(base.subList(0, 2));
        story.passes(Duration.ofHours(11));
        ReportPeriod month = sinceTheBeginning();
        var reports = heed.desk().backoffice().reports();

        Fairness fairness = reports.fairness(month, new FairnessLimits(25, 10, 4));
        Optional<Finding> alarm = fairness.alarm(); // BASE_TIER_STARVED

        assertThat(alarm.orElseThrow().code()).isEqualTo(PracticeCode.BASE_TIER_STARVED);
        assertThat(fairness.base()).hasToString("2 of 4");
        assertThat(fairness.others()).hasToString("0 of 4");
        assertThat(reports.fairness(month, FairnessLimits.defaults()).alarm()).isEmpty();
    }

    @Test
    void p21SupportThatIsSlowerThanSalesIsReported() {
        List<TicketId> support = written(3);
        List<TicketId> sales = written(3);
        sales.forEach(ticket -> heed.maria().classify(ticket, TicketKind.SALES_ENQUIRY, "Wants to buy."));
        answered(sales);
        story.passes(Duration.ofHours(2));
        answered(support);
        ReportPeriod month = sinceTheBeginning();
        var reports = heed.desk().backoffice().reports();

        Parity parity = reports.parity(month, 3);
        boolean slower = parity.isSupportSlower();

        assertThat(slower).isTrue();
        assertThat(parity.difference()).contains(Duration.ofHours(2));
        assertThat(reports.parity(month, 4).isSupportSlower()).isFalse();
    }

    @Test
    void p22MoreThanCanBeDoneIsForeseenBeforeAPromiseIsBroken() {
        written(8);
        story.passes(Duration.ofHours(1));
        BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
        LocalDate today = LocalDate.ofInstant(heed.clock().instant(), BERLIN);
        var reports = heed.desk().backoffice().reports();

        ForecastPlan plan = ForecastPlan.of(Duration.ofMinutes(45), 28, new Shift(office, 3), new Shift(ALWAYS, 1))
                .promising(STANDARD);
        Forecast forecast = reports.forecast(plan, today.minusWeeks(8), today);
        boolean tooMuch = forecast.isAlarming();
        Optional<Duration> wait = forecast.expectedWait(office); // of whoever writes now

        Outlook outlook = forecast.outlook(office, Duration.ofHours(1)); // for ServiceOptions.withOutlook
        assertThat(tooMuch).isFalse();
        assertThat(outlook.foresee(new ChannelId("email"), forecast.from())).isPresent();
        assertThat(wait).isPresent();
        assertThat(forecast.backlog()).isEqualTo(Duration.ofHours(6));
        ForecastPlan alone = ForecastPlan.of(Duration.ofHours(2), 28, new Shift(ALWAYS, 1));
        assertThat(reports.forecast(alone, today.minusWeeks(8), today).firstUnkeepable())
                .contains(story.in(Duration.ofHours(9)));
        assertThatThrownBy(() -> reports.forecast(plan, today.minusDays(2), today))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatComesInIsCountedByTheDaysBefore() {
        written(14);
        story.passes(Duration.ofDays(7).plusMinutes(1));
        LocalDate today = LocalDate.ofInstant(heed.clock().instant(), BERLIN);
        Forecast forecast = reports()
                .forecast(ForecastPlan.of(Duration.ofHours(1), 8, new Shift(ALWAYS, 2)), today.minusWeeks(1), today);
        assertThat(forecast.needed().minus(forecast.backlog())).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void spamAndWhatIsDeletedCountNowhere() {
        List<TicketId> all = written(3);
        answered(List.of(all.get(1)));
        story.olga().structure().delete(all.get(1), "By mistake.");
        story.passes(Duration.ofHours(11));
        heed.maria().markSpam(all.get(0), "Advertising.");
        ServiceReport report = reports().service(sinceTheBeginning());
        assertThat(report.rows().get(0).share()).hasToString("1 of 1");
    }

    @Test
    void aReportGoesOverAllPages() {
        answered(written(230));
        ServiceReport report = reports().service(sinceTheBeginning());
        assertThat(report.rows()).hasSize(1);
        assertThat(report.rows().get(0).met()).isEqualTo(230);
        assertThat(new TreeSet<>(report.rows().get(0).workingTimes().sorted())).containsExactly(Duration.ZERO);
    }

    @Test
    void aReportSaysTheSameAfterItsCustomerWasForgotten() {
        List<TicketId> all = written(2);
        story.passes(Duration.ofHours(1));
        answered(all);
        ServiceReport before = reports().service(sinceTheBeginning(), GroupBy.values());
        heed.desk().backoffice().privacy().erase(story.ticket(all.get(0)).customer(), "She asked for it.");
        assertThat(reports().service(sinceTheBeginning(), GroupBy.values())).isEqualTo(before);
    }
}

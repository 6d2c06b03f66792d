package dev.heed.testkit.scenario;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.ImpactReport;
import dev.heed.ServiceOptions;
import dev.heed.hours.BusinessHours;
import dev.heed.people.Shop;
import dev.heed.people.Tier;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaReading;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What docs/service-levels.md shows, done. */
class ServiceLevelsDocumentTest {

    @Test
    void aShopReckonsWorkingTime() {
        BusinessHours hours = BusinessHours.builder(ZoneId.of("Europe/Berlin"))
                .open(MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                .open(FRIDAY, LocalTime.of(22, 0), LocalTime.of(4, 0)) // until Saturday morning
                .breakOn(MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 30))
                .on(LocalDate.of(2026, 12, 21), LocalTime.of(8, 0), LocalTime.of(20, 0)) // longer before Christmas
                .closed(LocalDate.of(2026, 12, 25))
                .build();
        Instant written = Instant.parse("2026-06-08T10:15:00Z"); // Monday, 12:15 in Berlin
        Instant due = hours.plus(written, Duration.ofHours(2)); // 14:30 in Berlin
        Duration passed = hours.between(written, due); // two hours

        assertThat(due).isEqualTo(Instant.parse("2026-06-08T12:30:00Z"));
        assertThat(passed).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aShopHoldsItselfToSomething() {
        Shop shop = Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        var maria = DeskExtension.MARIA;
        var mail = FakeChannel.named("email");
        var clock = VirtualClock.at("2026-06-08T08:00:00Z");
        List<String> pager = new java.util.ArrayList<>();

        BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), shop.zone());
        SlaPolicy premium = SlaPolicy.builder("premium", BusinessHours.always(shop.zone()))
                .when(SlaCondition.any().tiers(Tier.of("premium")))
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(2)))
                .build();
        SlaPolicy standard = SlaPolicy.builder("standard", office)
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
                        .forPriority(Priority.URGENT, Duration.ofHours(2))
                        .levels(
                                SlaLevel.before(Duration.ofHours(1), "soon", "raise-priority"),
                                SlaLevel.after(Duration.ZERO, "late", "page")))
                .goal(SlaGoal.within(SlaTarget.NEXT_REPLY, Duration.ofHours(4)))
                .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(40)))
                .build();
        ServiceLevels levels = ServiceLevels.of("2026-06", Instant.parse("2026-06-01T00:00:00Z"), premium, standard);
        Helpdesk desk = Helpdesk.builder(shop)
                .agent(maria)
                .channel(mail)
                .clock(clock)
                .service(ServiceOptions.defaults()
                        .withLevels(SlaBook.of(levels))
                        .withAction("page", (event, level) -> pager.add("Ticket " + event.ticket() + " is late.")))
                .build();

        mail.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        TicketId ticket = desk.as(maria).queue(1).get(0).id();
        List<SlaReading> clocks = desk.as(maria).service().clocks(ticket);
        assertThat(clocks)
                .extracting(SlaReading::target)
                .containsExactly(SlaTarget.FIRST_REPLY, SlaTarget.TOTAL_RESOLUTION);
        clock.advance(Duration.ofDays(2));
        desk.runDue();
        assertThat(pager).hasSize(1);

        String arithmetic = desk.as(maria)
                .service()
                .explain(ticket, SlaTarget.FIRST_REPLY)
                .orElseThrow()
                .text(shop.zone());
        Optional<String> words = desk.as(maria).service().explainToCustomer(ticket, SlaTarget.FIRST_REPLY);
        ImpactReport report = desk.backoffice().service().whatIf(levels);
        String contact = desk.expectation(mail.id(), Locale.GERMAN, shop.zone()).text();
        assertThat(arithmetic).contains("First reply: within 8 h");
        assertThat(words).hasValueSatisfying(text -> assertThat(text).contains("We are sorry."));
        assertThat(report.isHarmless()).isTrue();
        assertThat(contact).contains("bis");
        desk.close();
    }
}

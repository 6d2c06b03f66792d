package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Expectation;
import dev.heed.HelpdeskBuilder;
import dev.heed.ImpactReport;
import dev.heed.ServiceDesk;
import dev.heed.ServiceOptions;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.message.ChannelId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Customer;
import dev.heed.people.EmailAddress;
import dev.heed.sla.Impact;
import dev.heed.sla.Outlook;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents are told line by line why something is due, customers in short, and both what a change would break. */
class ExplanationScenarioTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ChannelId FAKE = new ChannelId("fake");
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    /** Words that no customer is to read. */
    private static final List<String> INTERNAL =
            List.of("standard", "URGENT", "FIRST", "SLA", "policy", "maria", "Maria", "{{", "tier", "level");

    private final AtomicReference<Optional<Outlook.Range>> foreseen = new AtomicReference<>(Optional.empty());

    private final AtomicInteger asked = new AtomicInteger();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(this::measuring);

    private final Story story = new Story(heed);

    private HelpdeskBuilder measuring(HelpdeskBuilder builder) {
        return Story.withColleagues(builder)
                .service(ServiceOptions.defaults()
                        .withLevels(SlaBook.of(
                                levels("1", BEGIN, office().build(), 8),
                                levels(
                                        "closing",
                                        BEGIN.plusSeconds(200_000_000),
                                        office().closed(TUESDAY).build(),
                                        8)))
                        .withOutlook((channel, received) -> {
                            asked.incrementAndGet();
                            return foreseen.get();
                        }));
    }

    private static BusinessHoursBuilder office() {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN);
        for (int day = 1; day <= 5; day++) {
            builder.open(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(17, 0));
        }
        return builder;
    }

    private static ServiceLevels levels(String name, BusinessHours hours, int firstReply) {
        return levels(name, BEGIN, hours, firstReply);
    }

    private static ServiceLevels levels(String name, Instant from, BusinessHours hours, int firstReply) {
        return ServiceLevels.of(
                name,
                from,
                SlaPolicy.builder("standard", hours)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(firstReply))
                                .forPriority(Priority.URGENT, Duration.ofHours(2)))
                        .goal(SlaGoal.within(SlaTarget.PERIODIC_UPDATE, Duration.ofHours(16)))
                        .goal(SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(24)))
                        .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofDays(7))
                                .inCalendarHours())
                        .goal(SlaGoal.within(SlaTarget.TIME_TO_OWN, Duration.ofHours(1)))
                        .build());
    }

    private ServiceDesk service() {
        return story.olga().service();
    }

    private TicketId writtenBySomebodyWhoReads(String language, String zone) {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1")
                        .address(EmailAddress.of(Story.ANA))
                        .locale(Locale.forLanguageTag(language))
                        .zone(ZoneId.of(zone))
                        .build());
        heed.clock().setTo(Instant.parse("2026-03-02T15:00:00Z")); // Monday, 16:00 in Berlin
        return story.written("Where is my parcel?");
    }

    private String told(TicketId ticket, SlaTarget target) {
        String text = service().explainToCustomer(ticket, target).orElseThrow();
        assertThat(text).doesNotContain(INTERNAL);
        return text;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | You will have our answer tomorrow, Tuesday, by 16:00 (Berlin). That is 8 hours of our opening hours, which began today, Monday, at 16:00 (Berlin). We are open Monday-Friday 09:00-17:00.
            de | Sie haben unsere Antwort morgen, Dienstag, bis 16:00 Uhr (Berlin). Gerechnet: 8 Stunden unserer Öffnungszeit, beginnend heute, Montag, um 16:00 Uhr (Berlin). Wir haben geöffnet: Montag-Freitag 09:00-17:00.
            fr | Vous aurez notre réponse demain, mardi, avant 16:00 (Berlin). Le délai est de 8 heures de nos heures d’ouverture, à partir de ce moment : aujourd’hui, lundi, à 16:00 (Berlin). Nous sommes ouverts : lundi-vendredi 09:00-17:00.
            es | Tendrá nuestra respuesta mañana, martes, antes de las 16:00 (Berlin). El plazo es de 8 horas de nuestro horario de apertura, a partir de este momento: hoy, lunes, a las 16:00 (Berlin). Abrimos: lunes-viernes 09:00-17:00.
            """)
    void theCustomerIsToldWhenAndWhyThenInHerLanguage(String language, String words) {
        TicketId ticket = writtenBySomebodyWhoReads(language, "Europe/Berlin");

        assertThat(told(ticket, SlaTarget.FIRST_REPLY)).isEqualTo(words);
    }

    @Test
    void x57TheCustomerInAnotherZoneReadsTheSameInstantInHersAndTheHoursWithTheirs() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "America/New_York");

        assertThat(told(ticket, SlaTarget.FIRST_REPLY))
                .startsWith("You will have our answer tomorrow, Tuesday, by 10:00 (New York).")
                .endsWith("We are open Monday-Friday 09:00-17:00 (Berlin).");
        assertThat(story.ticket(ticket).expected().orElseThrow().at()).isEqualTo("2026-03-03T15:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void whateverBecomesOfItTheWordsAreFitForACustomer(String language) {
        TicketId ticket = writtenBySomebodyWhoReads(language, "Europe/Berlin");
        heed.maria().take(ticket);
        String running = told(ticket, SlaTarget.FIRST_REPLY);
        story.passes(Duration.ofHours(30));
        String late = told(ticket, SlaTarget.FIRST_REPLY);
        Story.inSpite(Story.reading(heed.maria(), ticket))
                .reply(ticket, Reply.text("Which parcel do you mean?", Signature.of(MARIA)));
        story.run();
        String doneLate = told(ticket, SlaTarget.FIRST_REPLY);
        String waiting = told(ticket, SlaTarget.REQUESTER_WAIT);
        story.passes(Duration.ofHours(3));
        story.ana().write(ticket, "The blue one.");
        story.run();
        String afterPause = told(ticket, SlaTarget.REQUESTER_WAIT);
        String always = told(ticket, SlaTarget.TOTAL_RESOLUTION);

        assertThat(List.of(running, late, doneLate, waiting, afterPause, always))
                .doesNotHaveDuplicates();
        assertThat(service().explainToCustomer(ticket, SlaTarget.TIME_TO_OWN)).isEmpty();
        assertThat(service().explainToCustomer(ticket, SlaTarget.AGENT_WORK)).isEmpty();
        assertThat(service().explainToCustomer(ticket, SlaTarget.NEXT_REPLY)).isEmpty();
        if (language.equals("en")) {
            assertThat(late)
                    .isEqualTo("Our answer was due today, Tuesday, by 16:00 (Berlin), and you are still waiting"
                            + " for it. We are sorry.");
            assertThat(waiting).startsWith("We are waiting for your answer. After that we have ");
            assertThat(afterPause).endsWith("While we waited for you, no time was counted.");
            assertThat(always).contains("day and night");
        }
    }

    @Test
    void beforeAHolidayIsAddedItIsKnownWhichPromisesItWouldBreak() {
        writtenBySomebodyWhoReads("en", "Europe/Berlin");

        ImpactReport report =
                service().whatIf(levels("2", office().closed(TUESDAY).build(), 8));

        assertThat(report.tickets()).isEqualTo(1);
        assertThat(report.isHarmless()).isFalse();
        assertThat(report.isCutShort()).isFalse();
        assertThat(new ImpactReport(1, Map.of(Impact.Kind.PROMISE_BREAKS, 2L), report.breaks()).isCutShort())
                .isTrue();
        assertThat(report.breaks()).extracting(Impact::kind).containsExactly(Impact.Kind.PROMISE_BREAKS);
        assertThat(report.counts()).containsEntry(Impact.Kind.LATER, 2L);
        assertThat(service().whatIf(levels("1", office().build(), 8)).counts()).isEmpty();
    }

    @Nested
    class WithAHoliday {
        @RegisterExtension
        final DeskExtension closed = DeskExtension.with(builder -> builder.service(ServiceOptions.defaults()
                .withLevels(SlaBook.of(levels("1", office().closed(TUESDAY).build(), 8)))));

        @Test
        void daysOnWhichTheShopIsClosedInBetweenAreNamed() {
            closed.clock().setTo(Instant.parse("2026-03-02T15:00:00Z"));
            closed.channel().receive(Story.ANA, "Where is it?");
            closed.run();

            assertThat(closed.desk()
                            .backoffice()
                            .service()
                            .explainToCustomer(closed.onlyTicket().id(), SlaTarget.FIRST_REPLY)
                            .orElseThrow())
                    .startsWith("You will have our answer on Wednesday, 4 March, by 16:00 (Berlin).")
                    .endsWith("We are closed in between: Tuesday, 3 March.");
        }
    }

    @Test
    void whatTheCustomerWasToldCountsWhateverTheShopHoldsItselfToByNow() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        String promised =
                "You will have our answer tomorrow, Tuesday, by 16:00 (Berlin). It is the time that we told you.";
        service().applyLevels(ticket, "closing", ChangeMode.RECOMPUTE, "Closed for stock-taking.");
        assertThat(told(ticket, SlaTarget.FIRST_REPLY)).isEqualTo(promised);
        service().removeLevels(ticket, "Ended.");
        assertThat(told(ticket, SlaTarget.FIRST_REPLY)).isEqualTo(promised);
        assertThat(service().explainToCustomer(ticket, SlaTarget.REQUESTER_WAIT))
                .isEmpty();
    }

    @Test
    void theAgentReadsTheArithmetic() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        story.passes(Duration.ofMinutes(30));

        assertThat(service()
                        .explain(ticket, SlaTarget.FIRST_REPLY)
                        .orElseThrow()
                        .text(BERLIN))
                .contains("Monday 2 March 2026 16:00 until 16:30: 30 min, together 30 min.")
                .contains("Now, Monday 2 March 2026 16:30, 30 min of 8 h have passed.")
                .endsWith("It is due on Tuesday 3 March 2026 16:00, with 7 h 30 min left.");
        assertThat(service().explain(ticket, SlaTarget.NEXT_REPLY)).isEmpty();
        assertThatThrownBy(() -> service().explain(new TicketId(new UUID(1, 2)), SlaTarget.FIRST_REPLY))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theAcknowledgementSaysUntilWhenAsPeopleSayIt() {
        writtenBySomebodyWhoReads("en", "Europe/Berlin");

        OutboundMessage sent = heed.channel().sent().get(0);
        assertThat(sent.content().text())
                .contains("A person will read it and answer tomorrow, Tuesday, by 16:00 (Berlin).");
    }

    @Test
    void whatIsForeseenMakesARangeAndWidensWhatIsPromised() {
        foreseen.set(Optional.of(
                new Outlook.Range(Instant.parse("2026-03-03T08:30:00Z"), Instant.parse("2026-03-03T12:00:00Z"))));
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        assertThat(heed.channel().sent().get(0).content().text())
                .contains("answer tomorrow, Tuesday, between 09:30 and 16:00 (Berlin).");
        assertThat(story.ticket(ticket).expected().orElseThrow().at()).isEqualTo("2026-03-03T15:00:00Z");

        foreseen.set(Optional.of(
                new Outlook.Range(Instant.parse("2026-03-04T08:30:00Z"), Instant.parse("2026-03-05T12:00:00Z"))));
        TicketId later = story.written("And my invoice?");
        assertThat(story.ticket(later).expected().orElseThrow().at()).isEqualTo("2026-03-05T12:00:00Z");
        assertThat(heed.channel().sent().get(1).content().text())
                .contains("answer between Wednesday, 4 March, 09:30 and Thursday, 5 March, 13:00 (Berlin).");
        assertThat(service().clocks(later).get(0).dueAt())
                .as("the target stays what it is")
                .contains(Instant.parse("2026-03-03T15:00:00Z"));

        story.ana().write(ticket, "Hello?");
        assertThat(story.ticket(ticket).expected().orElseThrow().at())
                .as("what was told is not taken back")
                .isEqualTo("2026-03-03T15:00:00Z");
    }

    @Test
    void anOutlookThatFailsKeepsNoMessageFromComingIn() {
        foreseen.set(null);
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");

        assertThat(story.ticket(ticket).expected().orElseThrow().at()).isEqualTo("2026-03-03T15:00:00Z");
    }

    @Test
    void aContactPageSaysWhatWhoeverWritesNowCanExpect() {
        heed.clock().setTo(Instant.parse("2026-03-06T16:30:00Z")); // Friday, 17:30 in Berlin

        Expectation expected = heed.desk().expectation(FAKE, Locale.CANADA_FRENCH, ZoneId.of("America/Montreal"));
        assertThat(expected.text()).isEqualTo("le lundi 9 mars avant 12:00 (Montreal)");
        assertThat(expected.reply().at()).isEqualTo("2026-03-09T16:00:00Z");
        assertThat(heed.desk().expectation(FAKE, Locale.JAPANESE, BERLIN).text())
                .as("a language that Heed does not speak")
                .isEqualTo("on Monday, 9 March, by 17:00 (Berlin)");
        assertThatThrownBy(() -> heed.desk().expectation(new ChannelId("fax"), Locale.ENGLISH, BERLIN))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There are: [fake]");
        story.written("Where is it?");
        assertThat(heed.onlyTicket().expected().orElseThrow().at()).isEqualTo("2026-03-09T16:00:00Z");
    }

    @Test
    void whatIsForeseenIsAskedForOnceForAContactPage() {
        Instant now = heed.clock().instant();
        foreseen.set(Optional.of(new Outlook.Range(now.plus(Duration.ofDays(10)), now.plus(Duration.ofDays(12)))));
        Expectation expected = heed.desk().expectation(FAKE, Locale.ENGLISH, BERLIN);
        assertThat(expected.reply().at()).isEqualTo(now.plus(Duration.ofDays(12)));
        assertThat(expected.soonest()).contains(now.plus(Duration.ofDays(10)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aReportThatListsOtherBreaksThanItCountsIsRefused() {
        writtenBySomebodyWhoReads("en", "Europe/Berlin");
        ImpactReport report =
                service().whatIf(levels("2", office().closed(TUESDAY).build(), 8));
        assertThatThrownBy(() -> new ImpactReport(1, Map.of(), report.breaks()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("PROMISE_BREAKS");
    }

    @Test
    void aTimeThatTheShopSetsForItselfIsNotToldToTheCustomer() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        service().setDue(ticket, SlaTarget.FIRST_REPLY, Instant.parse("2026-03-03T09:00:00Z"), "She leaves.");
        assertThat(told(ticket, SlaTarget.FIRST_REPLY))
                .isEqualTo(
                        "You will have our answer tomorrow, Tuesday, by 16:00 (Berlin). It is the time that we told you.");
        story.answered(ticket, Commitments.none());
        assertThat(told(ticket, SlaTarget.FIRST_REPLY))
                .isEqualTo("We answered you today, Monday, at 16:00 (Berlin), in time.");
    }

    @Test
    void whatWasAnsweredIsToldAsItWasWhateverIsAwaitedSince() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        heed.maria().take(ticket);
        story.passes(Duration.ofMinutes(10));
        Story.reading(heed.maria(), ticket).reply(ticket, Reply.text("It left this morning.", Signature.of(MARIA)));
        story.run();
        story.comes(Instant.parse("2026-03-03T10:00:00Z"));
        story.ana().write(ticket, "When will it be here?");
        story.run();
        assertThat(told(ticket, SlaTarget.FIRST_REPLY))
                .startsWith("We answered you")
                .contains("Monday");
    }

    @Test
    void whatWasCalledOffWhenItWasLateIsNotToldAsDone() {
        TicketId ticket = writtenBySomebodyWhoReads("en", "Europe/Berlin");
        story.comes(Instant.parse("2026-03-10T15:00:00Z"));
        assertThat(told(ticket, SlaTarget.TOTAL_RESOLUTION)).contains("is not yet");
        service().removeLevels(ticket, "They ended.");
        assertThat(service().explainToCustomer(ticket, SlaTarget.TOTAL_RESOLUTION))
                .isEmpty();
    }
}

package dev.heed.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.sla.PauseReason;
import dev.heed.sla.ReopenRule;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaCondition;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaSubject;
import dev.heed.sla.config.SlaConfiguration;
import dev.heed.sla.config.SlaConfigurationReader;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The same in YAML, in JSON and by builders gives the same answers. */
class SameConfigurationTest {
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final HolidayCalendar BAVARIA =
            HolidayCalendar.of("Bavaria", LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 25));

    private static final String YAML = """
            calendars:
              office:
                zone: Europe/Berlin
                week:
                  monday: [09:00-12:00, 13:00-17:00]
                  wednesday:
                    - 07:30:15-19:00
                  friday: [22:00-04:00]
                  saturday: []
                breaks: {wednesday: [10:30-10:45]}
                dates:
                  2026-12-21: {open: [08:00-20:00], onHoliday: true, breaks: [12:00-13:00]}
                  2026-12-24: {closedFrom: 14:00}
                  2026-12-31: {closed: true, name: stock-taking}
                holidays:
                  - bavaria
                  - {name: company outing, date: 2026-06-10}
                  - {name: foundation day, yearly: 05-04}
                  - name: half day
                    date: 2026-11-23
                    from: 12:00
                    until: 24:00
              always: {zone: Europe/Berlin, alwaysOpen: true}
            versions:
              - version: 2026-06
                validFrom: 2026-06-01T00:00:00Z
                policies:
                  - name: premium
                    hours: always
                    when: {tiers: [premium], kinds: [complaint, question], priorities: [urgent, high], tags: [VIP, no]}
                    boundary: latest
                    splitsStartAtTheSplit: true
                    goals:
                      firstReply: {within: PT2H}
                  - name: standard
                    hours: office
                    duplicatesStartClocks: true
                    goals:
                      firstReply:
                        within: 8h
                        priorities: {urgent: 2h, low: 20h 15min}
                        levels:
                          - {name: soon, before: 1h, actions: [raise-priority], during: office}
                          - {name: late, after: 0min, actions: [page]}
                      totalResolution: {within: 40h, calendarHours: true, pausedBy: [onHold], onReopening: none}
              - version: 2027-01
                validFrom: 2027-01-01T00:00:00+01:00
                policies:
                  - {name: all, hours: office, boundary: latest, goals: {firstReply: {within: 90s}}}
            staff: {mail: office}
            sameDay: [mastodon]
            """;

    private static final String JSON = """
            {
              "calendars": {
                "office": {
                  "zone": "Europe/Berlin",
                  "week": {
                    "monday": ["09:00-12:00", "13:00-17:00"],
                    "wednesday": ["07:30:15-19:00"],
                    "friday": ["22:00-04:00"],
                    "saturday": []
                  },
                  "breaks": {"wednesday": ["10:30-10:45"]},
                  "dates": {
                    "2026-12-21": {"open": ["08:00-20:00"], "onHoliday": true, "breaks": ["12:00-13:00"]},
                    "2026-12-24": {"closedFrom": "14:00"},
                    "2026-12-31": {"closed": true, "name": "stock-taking"}
                  },
                  "holidays": [
                    "bavaria",
                    {"name": "company outing", "date": "2026-06-10"},
                    {"name": "foundation day", "yearly": "05-04"},
                    {"name": "half day", "date": "2026-11-23", "from": "12:00", "until": "24:00"}
                  ]
                },
                "always": {"zone": "Europe/Berlin", "alwaysOpen": true}
              },
              "versions": [
                {
                  "version": "2026-06",
                  "validFrom": "2026-06-01T00:00:00Z",
                  "policies": [
                    {
                      "name": "premium",
                      "hours": "always",
                      "when": {
                        "tiers": ["premium"],
                        "kinds": ["complaint", "question"],
                        "priorities": ["urgent", "high"],
                        "tags": ["VIP", "no"]
                      },
                      "boundary": "latest",
                      "splitsStartAtTheSplit": true,
                      "goals": {"firstReply": {"within": "PT2H"}}
                    },
                    {
                      "name": "standard",
                      "hours": "office",
                      "duplicatesStartClocks": true,
                      "goals": {
                        "firstReply": {
                          "within": "8h",
                          "priorities": {"urgent": "2h", "low": "20h 15min"},
                          "levels": [
                            {"name": "soon", "before": "1h", "actions": ["raise-priority"], "during": "office"},
                            {"name": "late", "after": "0min", "actions": ["page"]}
                          ]
                        },
                        "totalResolution": {
                          "within": "40h",
                          "calendarHours": true,
                          "pausedBy": ["onHold"],
                          "onReopening": "none"
                        }
                      }
                    }
                  ]
                },
                {
                  "version": "2027-01",
                  "validFrom": "2027-01-01T00:00:00+01:00",
                  "policies": [
                    {
                      "name": "all",
                      "hours": "office",
                      "boundary": "latest",
                      "goals": {"firstReply": {"within": "90s"}}
                    }
                  ]
                }
              ],
              "staff": {"mail": "office"},
              "sameDay": ["mastodon"]
            }
            """;

    private final SlaConfigurationReader reader = SlaConfiguration.reader().holidays("bavaria", BAVARIA);
    private final SlaConfiguration fromYaml = reader.read(YamlDocuments.read(YAML));
    private final SlaConfiguration fromJson = reader.readJson(JSON);
    private final BusinessHours office = office();
    private final SlaBook built = book(office);

    private static BusinessHours office() {
        return BusinessHours.builder(ZoneId.of("Europe/Berlin"))
                .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON)
                .open(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))
                .open(DayOfWeek.WEDNESDAY, LocalTime.of(7, 30, 15), LocalTime.of(19, 0))
                .open(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(4, 0))
                .breakOn(DayOfWeek.WEDNESDAY, LocalTime.of(10, 30), LocalTime.of(10, 45))
                .openOnHoliday(LocalDate.of(2026, 12, 21), LocalTime.of(8, 0), LocalTime.of(20, 0))
                .breakOn(LocalDate.of(2026, 12, 21), LocalTime.NOON, LocalTime.of(13, 0))
                .closedFrom(LocalTime.of(14, 0), CHRISTMAS_EVE)
                .holiday(Holiday.wholeDay(LocalDate.of(2026, 12, 31), "stock-taking"))
                .holidays(BAVARIA)
                .holiday(Holiday.wholeDay(LocalDate.of(2026, 6, 10), "company outing"))
                .holidays(HolidayCalendar.yearly("foundation day", MonthDay.of(5, 4)))
                .holiday(Holiday.from(LocalTime.NOON, LocalDate.of(2026, 11, 23), "half day"))
                .build();
    }

    private static SlaBook book(BusinessHours office) {
        SlaPolicy premium = SlaPolicy.builder("premium", BusinessHours.always(office.zone()))
                .when(SlaCondition.any()
                        .tiers(Tier.of("premium"))
                        .kinds(TicketKind.COMPLAINT, TicketKind.QUESTION)
                        .priorities(Priority.URGENT, Priority.HIGH)
                        .tags(Tag.of("vip"), Tag.of("no")))
                .boundary(Boundary.LATEST)
                .splitsStartAtTheSplit()
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(2)))
                .build();
        SlaPolicy standard = SlaPolicy.builder("standard", office)
                .duplicatesStartClocks()
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
                        .forPriority(Priority.URGENT, Duration.ofHours(2))
                        .forPriority(Priority.LOW, Duration.ofMinutes(20 * 60 + 15))
                        .levels(
                                SlaLevel.before(Duration.ofHours(1), "soon", "raise-priority")
                                        .during(office),
                                SlaLevel.after(Duration.ZERO, "late", "page")))
                .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(40))
                        .inCalendarHours()
                        .pausedBy(PauseReason.ON_HOLD)
                        .onReopening(ReopenRule.NONE))
                .build();
        SlaPolicy all = SlaPolicy.builder("all", office)
                .boundary(Boundary.LATEST)
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofSeconds(90)))
                .build();
        return SlaBook.of(
                ServiceLevels.of("2026-06", Instant.parse("2026-06-01T00:00:00Z"), premium, standard),
                ServiceLevels.of("2027-01", Instant.parse("2026-12-31T23:00:00Z"), all));
    }

    @Test
    void calendarsHaveTheSameTimes() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant at = instant(random);
            Duration work = Duration.ofSeconds(random.nextInt(400_000), random.nextInt(1_000_000_000));
            for (SlaConfiguration read : List.of(fromYaml, fromJson)) {
                BusinessHours hours = read.calendar("office");
                assertThat(hours.plus(at, work)).isEqualTo(office.plus(at, work));
                assertThat(hours.minus(at, work, Boundary.EARLIEST))
                        .isEqualTo(office.minus(at, work, Boundary.EARLIEST));
                assertThat(hours.isOpen(at)).isEqualTo(office.isOpen(at));
                LocalDate date = at.atZone(office.zone()).toLocalDate();
                assertThat(hours.holidaysOn(date)).isEqualTo(office.holidaysOn(date));
            }
        }
    }

    @Test
    void ticketsHaveTheSamePolicyAndTheSameDueTimes() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            SlaSubject ticket = ticket(random);
            Instant at = instant(random);
            List<String> wanted = answers(built, ticket, at);
            assertThat(answers(fromYaml.levels(), ticket, at)).isEqualTo(wanted);
            assertThat(answers(fromJson.levels(), ticket, at)).isEqualTo(wanted);
        }
    }

    @Test
    void theRestIsTheSame() {
        for (SlaConfiguration read : List.of(fromYaml, fromJson)) {
            assertThat(read.calendars().keySet()).containsExactly("office", "always");
            assertThat(read.staff()).containsOnlyKeys(ChannelId.of("mail"));
            assertThat(read.sameDay()).containsExactly(ChannelId.of("mastodon"));
            assertThat(read.warnings()).isEmpty();
        }
    }

    /** All that a policy says of a ticket, with due times. */
    private static List<String> answers(SlaBook book, SlaSubject ticket, Instant at) {
        SlaPolicy policy =
                book.at(at).flatMap(levels -> levels.policyFor(ticket)).orElse(null);
        if (policy == null) {
            return List.of();
        }
        String settings = policy + " " + policy.boundary() + " " + policy.duplicatesStartClocks()
                + policy.repliesInDuplicatesCount() + policy.splitsStartAtTheMessage();
        List<String> all = new ArrayList<>(List.of(settings));
        for (SlaGoal goal : policy.goals()) {
            Duration within = goal.within(ticket.priority());
            all.add(goal.target() + " " + policy.hoursOf(goal).plus(at, within, policy.boundary()) + " "
                    + new TreeSet<>(goal.pauses()) + " " + goal.reopening());
            for (SlaLevel level : goal.levels()) {
                all.add(level.name() + " " + level.offset() + level.actions()
                        + level.recipients().map(hours -> hours.nextOpening(at)));
            }
        }
        return all;
    }

    private static SlaSubject ticket(Random random) {
        return new SlaSubject(
                ChannelId.of("mail"),
                any(List.of(Tier.BASE, Tier.of("premium")), random),
                any(List.of(TicketKind.values()), random),
                any(List.of(Priority.values()), random),
                Set.of(any(List.of(Tag.of("vip"), Tag.of("no"), Tag.of("other")), random)));
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static Instant instant(Random random) {
        Instant first = Instant.parse("2026-05-01T00:00:00Z");
        return first.plusSeconds(random.nextInt(370 * 86_400)).plusNanos(random.nextInt(1_000_000_000));
    }
}

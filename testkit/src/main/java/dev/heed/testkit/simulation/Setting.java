package dev.heed.testkit.simulation;

import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.ticket.SilencePolicy;
import dev.heed.ticket.TicketPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** In what shop a seed plays, what people do there, and what goes wrong. A swarm: each seed leaves much out. */
final class Setting {
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    /** Shortly before clocks change here or there, a leap day, a year's end, and a day like any other. */
    private static final List<String> STARTS = List.of(
            "2026-03-26T08:00:00Z",
            "2026-10-22T07:30:00Z",
            "2026-03-05T15:00:00Z",
            "2028-02-27T10:00:00Z",
            "2026-12-29T09:00:00Z",
            "2026-06-08T06:00:00Z");

    private static final List<String> NAMES =
            List.of("Maria Keller", "Jonas Brandt", "Aylin Demir", "Pierre Lambert", "Sofia Rossi");
    private static final List<DayOfWeek> WEEKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private static final List<List<Integer>> REMINDERS = List.of(List.of(50, 80), List.of(50), List.of(25, 50, 75));
    private static final List<Integer> CALLS = List.of(20, 120, 600);
    private static final List<Integer> EXPERTS = List.of(60, 480, 480);

    final Shop shop;
    final Bot bot = Bot.named("Parcel tracker");
    final List<Agent> agents = new ArrayList<>();
    final AgentId responsible;
    final Department warehouse;
    final Instant start;
    final WorkingTime hours;
    final Duration answersWithin;
    final int nodes;
    final int customers;
    final int operations;
    final int interleaved;
    final Duration pace;
    final Duration skew;

    /** What the shop expects of itself, for the time being; told a second time where a desk is asked for it. */
    TicketPolicy policy;

    List<Integer> remindAtPercent;
    Duration endCallWithin;
    Duration consultExpertAfter;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Conduct, Integer> conducts = new EnumMap<>(Conduct.class);

    /** What can go wrong. */
    enum Fault {
        STORE_FAILS(30),
        ANSWER_IS_LOST(60),
        DIES_BEFORE(15),
        DIES_AFTER(25),
        SEND_IS_SLOW(60),
        SEND_FAILS(150),
        SEND_IS_REFUSED(60),
        SEND_IS_UNCLEAR(120),
        SEND_THROWS(40),
        COMES_BACK(120),
        COMES_TWICE(150),
        COMES_LATER(200),
        OUTAGE(60);

        final int perMille;

        Fault(int perMille) {
            this.perMille = perMille;
        }
    }

    Setting(Chance chance) {
        ZoneId zone = ZoneId.of(chance.of(ZONES));
        shop = Shop.of("Acme", zone, Locale.ENGLISH).withDepartment("Billing");
        start = Instant.parse(chance.of(STARTS)).plusSeconds(chance.below(86_400));
        int people = chance.oneIn(5) ? 1 : chance.between(2, NAMES.size());
        boolean owner = chance.oneIn(2);
        int answering = people > 1 && chance.oneIn(3) ? people - 1 : people;
        for (int i = 0; i < people; i++) {
            Agent.Builder agent = Agent.builder("agent-" + i, NAMES.get(i)).employeeId("E-101" + i);
            Role role = i < answering ? Role.AGENT : Role.TRAINEE;
            agents.add(agent.accessRole(owner && i == 0 ? Role.OWNER : role).build());
        }
        responsible = chance.of(agents.subList(0, answering)).id();
        List<AgentId> members = agents.stream().map(Agent::id).toList();
        warehouse = new Department(
                DepartmentId.of("warehouse"), "Warehouse", members.subList(0, chance.between(1, members.size())));
        hours = hours(chance, zone, LocalDate.ofInstant(start, zone));
        answersWithin = Duration.ofMinutes(chance.of(List.of(60, 240, 480, 960)));
        remindAtPercent = chance.of(REMINDERS);
        endCallWithin = Duration.ofMinutes(chance.of(CALLS));
        consultExpertAfter = Duration.ofMinutes(chance.of(EXPERTS));
        policy = policy(chance);
        nodes = chance.of(List.of(1, 2, 2, 3));
        customers = chance.between(1, 4);
        operations = chance.between(90, 190);
        interleaved = nodes == 1 ? 0 : chance.of(List.of(0, 20, 60, 150));
        pace = Duration.ofMinutes(chance.of(List.of(5, 40, 180, 900)));
        skew = Duration.ofSeconds(chance.of(List.of(0, 0, 3, 40)));
        swarm(chance);
    }

    /** The shop expects something else of itself from now on; desks learn of it when they are built anew. */
    void change(Chance chance) {
        remindAtPercent = chance.of(REMINDERS);
        endCallWithin = Duration.ofMinutes(chance.of(CALLS));
        consultExpertAfter = Duration.ofMinutes(chance.of(EXPERTS));
        policy = policy(chance);
    }

    private void swarm(Chance chance) {
        boolean sound = chance.oneIn(5);
        for (Fault fault : Fault.values()) {
            boolean on = chance.oneIn(2) && !sound;
            faults.put(fault, on ? fault.perMille : 0);
        }
        for (Conduct conduct : Conduct.values()) {
            int weight = conduct.weight * chance.of(List.of(0, 1, 1, 3));
            conducts.put(conduct, conduct.always ? Math.max(weight, conduct.weight) : weight);
        }
    }

    private static WorkingTime hours(Chance chance, ZoneId zone, LocalDate first) {
        LocalTime midnight = LocalTime.MIDNIGHT;
        Set<LocalDate> holidays = chance.oneIn(2) ? Set.of() : Set.of(first.plusDays(chance.between(1, 9)));
        return switch (chance.below(5)) {
            case 0 -> new WorkingTime(zone, List.of(DayOfWeek.values()), List.of(midnight, midnight), Set.of());
            case 1 ->
                new WorkingTime(
                        zone,
                        List.of(DayOfWeek.values()),
                        List.of(LocalTime.of(0, 0), LocalTime.of(6, 0), LocalTime.of(20, 0), midnight),
                        holidays);
            case 2 ->
                new WorkingTime(
                        zone,
                        WEEKDAYS,
                        List.of(LocalTime.of(9, 0), LocalTime.of(12, 30), LocalTime.of(13, 30), LocalTime.of(18, 0)),
                        holidays);
            default -> new WorkingTime(zone, WEEKDAYS, List.of(LocalTime.of(9, 0), LocalTime.of(17, 0)), holidays);
        };
    }

    private TicketPolicy policy(Chance chance) {
        return TicketPolicy.builder(hours.hours())
                .ownedWithin(Duration.ofMinutes(chance.of(List.of(10, 30, 120))))
                .remindAtPercent(remindAtPercent.toArray(Integer[]::new))
                .escalateEvery(Duration.ofMinutes(chance.of(List.of(30, 60, 240))))
                .apologiseWithin(Duration.ofHours(chance.of(List.of(1, 8))))
                .callBackDroppedWithin(Duration.ofMinutes(chance.of(List.of(5, 15))))
                .endCallWithin(endCallWithin)
                .consultExpertAfter(consultExpertAfter)
                .acknowledgeWithin(Duration.ofMinutes(chance.of(List.of(30, 240))))
                .remindColleaguesEvery(Duration.ofMinutes(chance.of(List.of(60, 480))))
                .reopenWithin(Duration.ofDays(chance.of(List.of(0, 2, 10, 30))))
                .undoSendWithin(Duration.ofSeconds(chance.of(List.of(5, 20, 900))))
                .reviewWithin(Duration.ofMinutes(chance.of(List.of(30, 240, 960))))
                .sendUnreviewed(!chance.oneIn(4))
                .rephraseBeforeSolving(!chance.oneIn(6))
                .findCauseBeforeSolving(!chance.oneIn(6))
                .silence(chance.of(
                        List.of(new SilencePolicy(1, 1, 1), new SilencePolicy(2, 1, 2), new SilencePolicy(2, 2, 3))))
                .build();
    }

    int perMille(Fault fault) {
        return faults.getOrDefault(fault, 0);
    }

    int weight(Conduct conduct) {
        return conducts.getOrDefault(conduct, 0);
    }

    Agent agent(AgentId id) {
        return agents.stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether somebody is of this shop, as not everybody is whose tickets were taken over. */
    boolean knows(AgentId id) {
        return agents.stream().anyMatch(agent -> agent.id().equals(id));
    }

    /** Whether what somebody writes is read by a second person before it leaves. */
    boolean learns(AgentId id) {
        return knows(id) && agent(id).accessRole() == Role.TRAINEE;
    }

    /** Who may say that a complaint is none. */
    boolean answersForTheShop(AgentId id) {
        boolean anyOwner = agents.stream().anyMatch(Agent::shopOwner);
        return agent(id).shopOwner() || (!anyOwner && id.equals(responsible));
    }
}

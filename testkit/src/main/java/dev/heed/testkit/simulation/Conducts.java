package dev.heed.testkit.simulation;

import dev.heed.people.Absence;
import dev.heed.people.AgentId;
import dev.heed.spi.store.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws what happens next, and lets it happen. Not thread-safe. */
final class Conducts {
    private static final Set<Conduct> NOT_IN_BETWEEN = EnumSet.of(
            Conduct.CALM_ROUND,
            Conduct.TIME_PASSES,
            Conduct.LONG_TIME_PASSES,
            Conduct.NODE_DIES,
            Conduct.POLICY_CHANGES,
            Conduct.OUTSIDE_COMES_AND_GOES);

    private final World world;
    private final Chance chance;
    private final Customers customers;
    private final Agents agents;
    private final Telephone telephone;
    private final Diagnoses diagnoses;
    private final Colleagues colleagues;
    private final Separations separations;
    private final Snoozes snoozes;
    private final Drafting drafting;
    private final Mischief mischief;
    private final Imports imports;
    private final CalmRounds calmRounds;
    private final List<Conduct> any = new ArrayList<>();
    private final List<Conduct> inBetween = new ArrayList<>();

    Conducts(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.customers = new Customers(world, chance.split());
        this.agents = new Agents(world, chance.split());
        this.separations = new Separations(agents, world, chance.split());
        this.telephone = new Telephone(agents, world, chance.split());
        this.diagnoses = new Diagnoses(agents, world, chance.split());
        this.colleagues = new Colleagues(agents, world, chance.split());
        this.snoozes = new Snoozes(agents, world, chance.split());
        this.drafting = new Drafting(agents, world, chance.split());
        this.mischief = new Mischief(agents, world, chance.split());
        this.imports = new Imports(world, chance.split());
        this.calmRounds = new CalmRounds(world);
        for (Conduct conduct : Conduct.values()) {
            for (int i = 0; i < world.setting.weight(conduct); i++) {
                any.add(conduct);
                if (!NOT_IN_BETWEEN.contains(conduct)) {
                    inBetween.add(conduct);
                }
            }
        }
    }

    /** Before anything goes wrong: the shop knows some of its customers. */
    void open() {
        world.calm = true;
        customers.register(world.nodes.get(0));
        world.calm = false;
    }

    void next() {
        Node node = chance.of(world.nodes);
        if (world.setting.skew.toSeconds() > 0 && chance.oneIn(9)) {
            long most = world.setting.skew.toSeconds();
            node.skew = Duration.ofSeconds(chance.below((int) (2 * most + 1)) - most);
        }
        happen(chance.of(any), node);
        world.pass(chance.upTo(Duration.ofSeconds(90)));
    }

    void meanwhile(Node node) {
        happen(chance.of(inBetween), node);
    }

    private void happen(Conduct conduct, Node node) {
        switch (conduct) {
            case ROUND -> round(node);
            case CALM_ROUND -> {
                world.calm = true;
                calmRounds.work(node);
                calmRounds.look(node);
                world.calm = false;
            }
            case TIME_PASSES -> world.pass(chance.upTo(world.setting.pace));
            case LONG_TIME_PASSES -> longTimePasses();
            case NODE_DIES -> node.die();
            case POLICY_CHANGES -> policyChanges(node);
            case IMPORT -> imports.happens(node);
            case OUTSIDE_COMES_AND_GOES -> world.outside.comeAndGo();
            case ABSENCE -> absence(node);
            case REDRIVE -> redrive(node);
            case MISCHIEF -> mischief.happens(node);
            case AGENT_UNMERGES, AGENT_SPLITS, AGENT_LINKS, AGENT_TAKES_SPAM_BACK -> separations.happens(conduct, node);
            case AGENT_PUTS_OFF -> snoozes.putsOff(node);
            case AGENT_WANTS_BACK -> snoozes.wantsBack(node);
            case AGENT_CALLS -> telephone.calls(node);
            case AGENT_ENDS_CALL -> telephone.ends(node);
            default -> {
                boolean done = customers.happens(conduct, node)
                        || diagnoses.happens(conduct, node)
                        || colleagues.happens(conduct, node)
                        || drafting.happens(conduct, node);
                if (!done) {
                    agents.happens(conduct, node);
                }
            }
        }
    }

    private static void round(Node node) {
        node.attempt("round", desk -> {
            var unused = desk.runDue();
        });
    }

    /** What was promised and planned is there as before. */
    private void policyChanges(Node node) {
        world.changePolicy(chance);
        world.calm = true;
        calmRounds.look(node);
        world.calm = false;
    }

    /** To about the time at which something is due, or over nights and weekends. */
    private void longTimePasses() {
        List<Instant> dues = world.book.waking().stream()
                .flatMap(facts -> Due.next(world.setting, facts).stream())
                .map(Due.Next::at)
                .filter(world.now::isBefore)
                .toList();
        Optional<Instant> due = chance.anyOf(dues);
        if (due.isPresent() && !chance.oneIn(6)) {
            Instant near = due.get().plusSeconds(chance.between(-2, 2));
            world.now = near.isAfter(world.now) ? near : world.now;
        } else {
            world.pass(chance.upTo(Duration.ofDays(chance.of(List.of(1, 3, 12)))));
        }
    }

    private void absence(Node node) {
        if (world.setting.agents.size() < 2) {
            return;
        }
        AgentId away = chance.of(world.setting.agents).id();
        AgentId deputy = chance.of(world.setting.agents).id();
        if (!away.equals(deputy)) {
            Instant from = world.now.plus(Duration.ofHours(chance.between(-2, 30)));
            Absence absence = new Absence(away, deputy, from, from.plus(Duration.ofHours(chance.between(1, 200))));
            node.attempt("absence of " + away, desk -> desk.backoffice().recordAbsence(absence));
        }
    }

    private void redrive(Node node) {
        chance.anyOf(world.store.deadLetters(100)).ifPresent(entry -> redrive(node, entry));
    }

    private void redrive(Node node, OutboxEntry entry) {
        world.intents.order("redrive", entry.ticket(), entry.id());
        node.attempt("redrive", desk -> desk.backoffice().redrive(entry.id()));
    }
}

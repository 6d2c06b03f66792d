package dev.heed.testkit.simulation;

import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.ConflictException;
import dev.heed.error.HeedException;
import dev.heed.error.StoreException;
import dev.heed.people.Agent;
import dev.heed.rule.SignatureWords;
import dev.heed.spi.id.IdSource;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process with a desk; all of them share a store. It dies and starts again. Not thread-safe. */
final class Node implements InstantSource {
    /** Read once; it never changes. */
    private static final SignatureWords WORDS = SignatureWords.builtIn();

    final String name;
    private final World world;
    private final SimulatedStore store;
    private final IdSource ids;
    private @Nullable Helpdesk desk;
    private Map<TicketId, List<TicketEvent>> committed = new LinkedHashMap<>();
    private Map<TicketId, List<TicketEvent>> told = new LinkedHashMap<>();
    private boolean busy;
    private long commits;
    Duration skew = Duration.ZERO;

    /** How an operation ended. */
    enum End {
        DONE,
        REFUSED,
        FAILED,
        KILLED
    }

    Node(World world, String name) {
        this.world = world;
        this.name = name;
        this.store = new SimulatedStore(world, this);
        this.ids = IdSource.version7(world.chance.split().generator());
    }

    @Override
    public Instant instant() {
        return world.now.plus(skew);
    }

    boolean isFree() {
        return !busy;
    }

    /** Whether faults may happen to what this node does now. */
    boolean isWorking() {
        return busy && desk != null;
    }

    long commits() {
        return commits;
    }

    Helpdesk desk() {
        Helpdesk current = desk;
        if (current == null) {
            current = build();
            desk = current;
        }
        return current;
    }

    private Helpdesk build() {
        Setting setting = world.setting;
        HelpdeskBuilder builder = Helpdesk.builder(setting.shop)
                .store(store)
                .clock(this)
                .ids(ids)
                .responsible(setting.responsible)
                .bot(setting.bot)
                .department(setting.warehouse)
                .signatureWords(WORDS)
                .answersWithin(setting.answersWithin, setting.hours.hours())
                .ticketPolicy(setting.policy);
        for (Agent agent : setting.agents) {
            builder = builder.agent(agent);
        }
        for (CustomField field : Filings.FIELDS) {
            builder = builder.field(field);
        }
        for (Line line : world.outside.lines) {
            builder = builder.channel(new SimulatedChannel(world, this, line));
        }
        committed = new LinkedHashMap<>();
        told = new LinkedHashMap<>();
        Map<TicketId, List<TicketEvent>> heard = told;
        return builder.build()
                .on(TicketEvent.class, event -> of(heard, event.ticket()).add(event));
    }

    private static List<TicketEvent> of(Map<TicketId, List<TicketEvent>> events, TicketId ticket) {
        return events.computeIfAbsent(ticket, key -> new ArrayList<>());
    }

    /** The process ends without a word, and another one starts. */
    void die() {
        desk = null;
    }

    /** A unit of work of this node is written; whoever listens has to be told, unless the desk never learnt of it. */
    void committed(List<TicketEvent> events, boolean known) {
        commits++;
        if (known) {
            events.forEach(event -> of(committed, event.ticket()).add(event));
        }
    }

    /** Does something on the desk, with everything that can come in between. */
    End attempt(String what, Consumer<Helpdesk> operation) {
        Helpdesk current = desk();
        long before = commits;
        busy = true;
        world.began(this, what);
        try {
            operation.accept(current);
            return ended(what, End.DONE, before, "");
        } catch (Killed e) {
            die();
            return ended(what, End.KILLED, before, e.getMessage());
        } catch (StoreException e) {
            return ended(what, End.FAILED, before, "store");
        } catch (ConflictException e) {
            return ended(what, End.REFUSED, before, "conflict");
        } catch (HeedException e) {
            return ended(what, End.REFUSED, before, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            throw world.failed(name + " failed at “" + what + "” with an exception that is none of Heed's: " + e, e);
        } finally {
            busy = false;
            world.finished();
        }
    }

    private End ended(String what, End end, long before, @Nullable String why) {
        world.trace.add(name + "   " + what + " -> " + end + (why == null || why.isEmpty() ? "" : " " + why));
        if (end == End.REFUSED && commits != before) {
            throw world.failed("“" + what + "” was refused and changed something all the same", null);
        }
        if (end != End.KILLED && !told.equals(committed)) {
            throw world.failed(
                    "listeners of " + name + " were told " + told + " and what was committed is " + committed, null);
        }
        told.clear();
        committed.clear();
        return end;
    }
}

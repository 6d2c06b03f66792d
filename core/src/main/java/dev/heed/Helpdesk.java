package dev.heed;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Striped;
import dev.heed.error.NotFoundException;
import dev.heed.message.ChannelId;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer-service desk inside the shop's own application. Thread-safe; several can live in one process.
 *
 * <pre>{@code
 * try (Helpdesk desk = Helpdesk.builder(shop).agent(maria).channel(email).build().start()) {
 *     …
 * }
 * }</pre>
 *
 * <p>Its work (look at the channels, wake tickets, send) is done round by round: by its own thread after {@link #start},
 * or by the host that calls {@link #runDue}.
 */
public final class Helpdesk implements AutoCloseable {
    private static final int SENDERS_AT_ONCE = 64;

    private static final Logger log = LoggerFactory.getLogger(Helpdesk.class);

    private final Policies policies;
    private final Engine engine;
    private final Post post;
    private final Listeners listeners;
    private final Set<Bot> bots;
    private final Looks looks = new Looks();
    private final Deputies deputies;
    private final Rounds rounds;
    private final Backoffice backoffice;
    private final Duration interval;
    private @Nullable Worker worker;
    private @Nullable SharedWorkers ownThread;

    Helpdesk(Policies policies, Engine engine, Listeners listeners, Set<Bot> bots, Duration interval) {
        this.policies = policies;
        this.engine = engine;
        this.listeners = listeners;
        this.bots = bots;
        this.interval = interval;
        this.post = new Post(policies, engine);
        Striped<Lock> senders = Striped.lock(SENDERS_AT_ONCE);
        List<Polling> pollings = new ArrayList<>();
        for (ChannelAdapter adapter : policies.channels().values()) {
            Intake intake = new Intake(adapter.id(), policies, engine, post, senders);
            pollings.add(new Polling(adapter, intake, engine.now()));
        }
        List<Polling> channels = List.copyOf(pollings);
        Delivery delivery = new Delivery(policies, engine);
        this.deputies = new Deputies(engine, policies);
        Colleagues colleagues = new Colleagues(policies, engine, deputies);
        Reminder reminder = new Reminder(policies, engine, post);
        OrderedSending ordered = new OrderedSending(policies, engine, post);
        Retaining retaining = new Retaining(policies, engine);
        this.rounds = new Rounds(
                engine,
                channels,
                delivery,
                deputies,
                colleagues,
                reminder,
                ordered,
                retaining,
                listeners,
                policies.service());
        listeners.add(LevelReached.class, event -> policies.service().reached(event, engine.ticket(event.ticket())));
        this.backoffice = new Backoffice(policies, engine, delivery, deputies, channels);
    }

    /** Starts a desk for a shop; it needs at least one agent and one channel. */
    public static HelpdeskBuilder builder(Shop shop) {
        return new HelpdeskBuilder(requireNonNull(shop, "shop"));
    }

    /**
     * The desk of an agent.
     *
     * @throws NotFoundException if there is no such agent
     */
    public AgentDesk as(AgentId id) {
        Agent agent = policies.agent(id);
        return new AgentDesk(Actor.person(agent, policies, engine, looks), post, deputies);
    }

    /**
     * The desk of an agent.
     *
     * @throws NotFoundException if there is no such agent; so too if the id is of somebody else here, or something else
     *     was said of the agent when the desk was built
     */
    public AgentDesk as(Agent agent) {
        if (!policies.agent(agent.id()).equals(agent)) {
            throw new NotFoundException(
                    "What was said of agent " + agent.id() + " when the desk was built is something else, perhaps of"
                            + " somebody else.",
                    "Use the very agent that was given to the builder of this desk, or the id alone.");
        }
        return as(agent.id());
    }

    /**
     * The desk of a bot.
     *
     * @throws NotFoundException if the bot is not of this desk
     */
    public BotDesk as(Bot bot) {
        if (!bots.contains(bot)) {
            throw new NotFoundException(
                    "There is no bot “" + bot.name() + "”.", "Add the bot to the builder of the desk.");
        }
        return new BotDesk(bot, policies, engine, post);
    }

    /**
     * The desk of a customer, for the pages of the shop. The shop has made sure who the customer is.
     *
     * @throws NotFoundException if there is no such customer
     */
    public CustomerDesk forCustomer(CustomerId id) {
        return new CustomerDesk(engine.remembered(id), policies, engine, post);
    }

    /**
     * When whoever writes now has an answer, for contact pages: the same that an acknowledgement would tell.
     *
     * @param channel where; one of this desk
     * @param locale the reader's language; the shop's stands in for one that Heed does not speak
     * @param zone the zone in which the reader is told
     * @throws NotFoundException if there is no such channel
     */
    public Expectation expectation(ChannelId channel, Locale locale, ZoneId zone) {
        policies.channel(channel);
        Instant now = engine.now();
        return policies.expectation(zone, channel, policies.textsFor(Optional.of(locale)), now);
    }

    /** What those who run the desk can do: all of it, for the shop's own application, which asks nobody. */
    public Backoffice backoffice() {
        return backoffice;
    }

    /**
     * The back office as one person may use it.
     *
     * @throws NotFoundException if there is no such agent
     */
    public Backoffice backoffice(AgentId id) {
        return backoffice.actingFor(policies.agent(id));
    }

    /**
     * Tells a listener of events. It is called after the commit, one event at a time, those of one ticket in their
     * order, on one of the threads that commit, or in a round; so it should be quick, and must not call {@link #runDue}.
     *
     * <p>While the process lives, it is told each event at least once. If it throws, that is logged, and it is told the
     * same event again in later rounds, after 1, 5, 15 and 60 minutes and then every 4 hours by the clock of the desk;
     * what follows on the same ticket waits behind, while other tickets and other listeners go on. So it must bear to be
     * told twice. An event is given up, with an error in the log that names type and ticket, two days after it happened
     * or after 20 attempts, when 10,000 others wait for the same listener, or when the desk is closed.
     *
     * <p>What was committed just before the process died, or by a store that could not say so any more, may never be
     * told: whoever must not miss anything reads {@link AgentDesk#history} from the last event that was dealt with.
     */
    public <E extends TicketEvent> Helpdesk on(Class<E> type, Consumer<? super E> listener) {
        listeners.add(requireNonNull(type, "type"), requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Does one round of work on the calling thread: looks at the channels, wakes the tickets of which something is due, sends.
     *
     * @throws IllegalStateException if the desk is closed, or if it is called from inside a round, as by a listener, or in a
     *     transaction that the store has joined
     * @throws dev.heed.error.StoreException if the store fails; the next round goes on where this one stopped
     */
    public RunReport runDue() {
        return rounds.run();
    }

    /**
     * Starts the desk's own thread, which works a round at each interval, and sends at once what is committed at this desk in
     * between. Twice is the same as once.
     *
     * @throws IllegalStateException if the desk is closed
     */
    public synchronized Helpdesk start() {
        rounds.requireOpen();
        if (worker == null) {
            ownThread = SharedWorkers.alone("heed-" + policies.shop().name());
            start(ownThread);
        }
        return this;
    }

    /**
     * As {@link #start()}, on threads that work for other desks too. Whoever has started already goes on as before.
     *
     * @throws IllegalStateException if the desk is closed, or the threads are
     */
    public synchronized Helpdesk start(SharedWorkers workers) {
        rounds.requireOpen();
        if (worker == null) {
            Worker started = new Worker(workers.executor(), rounds::slice, rounds::send, interval);
            engine.aftermath().onSomethingToSend(started::sendSoon);
            worker = started;
        }
        return this;
    }

    /**
     * Stops the thread, waiting at most half a minute for the round under way, tells listeners once more what they threw
     * on (and waits at most another half for one that is being told), then closes channels and stores. Nothing that was committed is lost; whoever changes something afterwards gets an
     * {@link IllegalStateException}. Twice is the same as once.
     */
    @Override
    public synchronized void close() {
        if (!rounds.end()) {
            return;
        }
        if (worker != null) {
            worker.close();
        }
        if (ownThread != null) {
            ownThread.close();
        }
        listeners.close();
        engine.end();
        List<AutoCloseable> open = new ArrayList<>(policies.channels().values());
        open.add(engine.store());
        open.add(engine.attachments().contents());
        open.forEach(Helpdesk::closeQuietly);
    }

    /** One that cannot be closed keeps no other open. */
    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            log.error("{} could not be closed.", open.getClass().getName(), e);
        }
    }
}

package dev.heed.testkit.permission;

import dev.heed.AgentDesk;
import dev.heed.Backoffice;
import dev.heed.BotDesk;
import dev.heed.CustomerDesk;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.spi.id.IdSource;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A desk with one person of each role, a bot, and a customer, Ana, who has written and was answered. */
final class Office implements AutoCloseable {
    private static final Bot TRACKER = Bot.named("Parcel tracker");

    final Helpdesk desk;
    final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    final FakeChannel channel = FakeChannel.named("fake");
    final List<TicketEvent> events = new ArrayList<>();
    final TicketId ticket;
    final CustomerId ana;

    Office(long seed, UnaryOperator<HelpdeskBuilder> more) {
        HelpdeskBuilder builder = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .bot(TRACKER)
                .channel(channel)
                .identityKey(Samples.KEY)
                .clock(clock)
                .ids(IdSource.version7(new Random(seed)));
        for (Role role : Role.values()) {
            builder.agent(person(role));
        }
        desk = more.apply(builder).build();
        desk.on(TicketEvent.class, events::add);
        channel.receive("ana@example.com", "Where is my parcel?");
        run();
        ticket = events.get(0).ticket();
        ana = desk.backoffice()
                .findCustomer(EmailAddress.of("ana@example.com"))
                .orElseThrow()
                .id();
        desk.backoffice()
                .register(Customer.builder("bea").email("bea@example.com").build());
        events.clear();
    }

    static Agent person(Role role) {
        return switch (role) {
            case TRAINEE -> agent("tom", "Tom Berger", "E-1001", role);
            case AGENT -> agent("maria", "Maria Keller", "E-1002", role);
            case LEAD -> agent("ben", "Ben Okafor", "E-1003", role);
            case OWNER -> agent("olga", "Olga Winter", "E-1004", role);
            case AUDITOR -> agent("ada", "Ada Novak", "E-1005", role);
        };
    }

    private static Agent agent(String id, String name, String employee, Role role) {
        return Agent.builder(id, name).employeeId(employee).accessRole(role).build();
    }

    void run() {
        while (!desk.runDue().idle()) {
            // another round
        }
    }

    Samples samples(Role role) {
        AgentId colleague = person(role == Role.LEAD ? Role.OWNER : Role.LEAD).id();
        return new Samples(ticket, ana, person(role), colleague, clock.instant());
    }

    /** Calls a method as somebody in this role, and says what it threw. */
    Optional<Throwable> tried(Role role, Method method, @Nullable Object[] arguments) {
        return tried(open(method.getDeclaringClass(), role), method, arguments);
    }

    static Optional<Throwable> tried(Object on, Method method, @Nullable Object[] arguments) {
        try {
            Object result = method.invoke(on, arguments);
            return result instanceof Optional<?> optional && optional.isEmpty()
                    ? Optional.of(new NothingFound())
                    : Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** An empty Optional, which is how {@code find…} says it. */
    static final class NothingFound extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The desk at which somebody in this role calls methods of this class. */
    private Object open(Class<?> type, Role role) {
        if (type.isAssignableFrom(AgentDesk.class)) {
            return desk.as(person(role));
        } else if (type == Backoffice.class) {
            return desk.backoffice(person(role).id());
        } else if (type == CustomerDesk.class) {
            return desk.forCustomer(ana);
        } else if (type == BotDesk.class) {
            return desk.as(TRACKER);
        }
        Method door = DeskMethods.all().stream()
                .filter(method -> method.getReturnType() == type && DeskMethods.leadsToATopic(method))
                .findFirst()
                .orElseThrow();
        door.setAccessible(true); // public, in a class that is not
        try {
            return door.invoke(open(door.getDeclaringClass(), role));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The door " + door + " does not open.", e);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}

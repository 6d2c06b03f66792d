package dev.heed.testkit.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.CustomerDesk;
import dev.heed.error.HeedException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.people.Permission;
import dev.heed.people.Permissions;
import dev.heed.people.Role;
import dev.heed.ticket.TicketId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method of every desk, topic desks included, tried by everybody who may not.
 *
 * <p>Whoever adds a public method says in {@link WhatEachMethodNeeds} which permission it asks for; an overload shares the
 * entry of its name. Whoever adds a topic desk (a final class in {@code dev.heed}, got from a method without arguments)
 * adds the method that leads there to those that need nothing, and each method of the new desk with its permission; the
 * desk itself is found. The method begins with {@code actor.may(Permission.…)}, before it looks at any
 * argument. A parameter of a new type needs a good value in {@link Samples}.
 */
class EveryMethodAsksFirstTest {
    private static final Permissions STANDARD = Permissions.standard();

    static Stream<Method> guarded() {
        return DeskMethods.all().stream()
                .filter(method ->
                        WhatEachMethodNeeds.of(DeskMethods.name(method)).isPresent());
    }

    static Stream<Method> aboutATicket() {
        return DeskMethods.all().stream()
                .filter(method -> List.of(method.getParameterTypes()).contains(TicketId.class));
    }

    @Test
    void everyPublicMethodOfEveryDeskIsInTheTable() {
        Set<String> written = new TreeSet<>(WhatEachMethodNeeds.guarded());
        written.addAll(WhatEachMethodNeeds.free());

        Set<String> found = new TreeSet<>();
        DeskMethods.all().forEach(method -> found.add(DeskMethods.name(method)));

        assertThat(found)
                .as("say in WhatEachMethodNeeds what a method asks for")
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aRoleThatMayNotIsRefusedBeforeAnythingElseAndNothingChanges(Method method) {
        Permission needed = needed(method);
        try (Office office = new Office(1, UnaryOperator.identity())) {
            int sent = office.channel.sent().size();
            for (Role role : Role.values()) {
                if (!STANDARD.allows(role, needed)) {
                    isRefused(office.tried(role, method, Samples.nothing(method)), needed, role);
                    isRefused(office.tried(role, method, office.samples(role).of(method)), needed, role);
                }
            }
            office.run();
            assertThat(office.events).isEmpty();
            assertThat(office.channel.sent()).hasSize(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aRoleThatMayIsNotRefused(Method method) {
        Permission needed = needed(method);
        for (Role role : STANDARD.rolesWith(needed)) {
            try (Office office = new Office(2, UnaryOperator.identity())) {
                isNotRefused(office.tried(role, method, office.samples(role).of(method)), needed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void theShopCanReplaceASingleCell(Method method) {
        Permission needed = needed(method);
        for (Role role : List.of(Role.TRAINEE, Role.AGENT, Role.LEAD, Role.AUDITOR)) {
            if (!STANDARD.allows(role, needed)) {
                try (Office office = new Office(3, builder -> builder.allow(role, needed, "So it is here."))) {
                    isNotRefused(office.tried(role, method, office.samples(role).of(method)), needed);
                }
            } else if (needed != Permission.READ) {
                try (Office office = new Office(4, builder -> builder.forbid(role, needed, "So it is here."))) {
                    isRefused(office.tried(role, method, office.samples(role).of(method)), needed, role);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("aboutATicket")
    void aTicketOfAnotherShopIsOneThatDoesNotExist(Method method) {
        try (Office office = new Office(5, UnaryOperator.identity());
                Office other = new Office(6, UnaryOperator.identity())) {
            assertThat(other.ticket).isNotEqualTo(office.ticket);
            for (int i = 0; i < method.getParameterCount(); i++) {
                if (method.getParameterTypes()[i] == TicketId.class) {
                    Object[] arguments = office.samples(Role.OWNER).of(method);
                    arguments[i] = other.ticket;
                    assertThat(office.tried(Role.OWNER, method, arguments))
                            .hasValueSatisfying(thrown -> assertThat(thrown)
                                    .isInstanceOfAny(NotFoundException.class, Office.NothingFound.class));
                }
            }
            assertThat(office.events).isEmpty();
            assertThat(other.events).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("aboutATicket")
    void aTicketOfAnotherCustomerLooksLikeOneThatDoesNotExist(Method method) {
        if (method.getDeclaringClass() != CustomerDesk.class) {
            return;
        }
        try (Office office = new Office(7, UnaryOperator.identity())) {
            CustomerDesk bea = office.desk.forCustomer(dev.heed.people.CustomerId.of("bea"));
            Object[] arguments = office.samples(Role.AGENT).of(method);
            String anas = problem(bea, method, arguments).replace(office.ticket.toString(), "it");
            TicketId nobodys = new TicketId(new UUID(1, 2));
            arguments[0] = nobodys;

            assertThat(problem(bea, method, arguments).replace(nobodys.toString(), "it"))
                    .isEqualTo(anas);
            assertThat(office.events).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theApplicationItselfIsAskedNothing(Role any) {
        try (Office office = new Office(8, UnaryOperator.identity())) {
            guarded()
                    .filter(method -> method.getDeclaringClass() == dev.heed.Backoffice.class)
                    .forEach(method -> isNotRefused(
                            Office.tried(
                                    office.desk.backoffice(),
                                    method,
                                    office.samples(any).of(method)),
                            needed(method)));
        }
    }

    private static String problem(Object desk, Method method, Object[] arguments) {
        Throwable thrown = Office.tried(desk, method, arguments).orElseThrow();
        assertThat(thrown).isInstanceOf(NotFoundException.class);
        return ((HeedException) thrown).problem();
    }

    private static Permission needed(Method method) {
        return WhatEachMethodNeeds.of(DeskMethods.name(method)).orElseThrow();
    }

    private static void isRefused(Optional<Throwable> thrown, Permission needed, Role role) {
        assertThat(thrown).as("tried by %s", role).hasValueSatisfying(problem -> {
            assertThat(problem).isInstanceOf(PermissionException.class);
            PermissionException refused = (PermissionException) problem;
            assertThat(refused.action()).isEqualTo(needed.name());
            assertThat(refused.role()).isEqualTo(role.name());
        });
    }

    /** It may be refused for other reasons, another permission among them. */
    private static void isNotRefused(Optional<Throwable> thrown, Permission needed) {
        thrown.filter(problem -> !(problem instanceof Office.NothingFound)).ifPresent(problem -> {
            assertThat(problem).isInstanceOf(HeedException.class);
            if (problem instanceof PermissionException refused) {
                assertThat(refused.action()).isNotEqualTo(needed.name());
            }
        });
    }
}

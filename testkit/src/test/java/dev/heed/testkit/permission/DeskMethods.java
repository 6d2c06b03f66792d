package dev.heed.testkit.permission;

import dev.heed.AgentDesk;
import dev.heed.Backoffice;
import dev.heed.BotDesk;
import dev.heed.CustomerDesk;
import dev.heed.Helpdesk;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The public methods of all desks, and of the topic desks that lie behind them, found by looking. */
final class DeskMethods {
    private static final List<Class<?>> DOORS =
            List.of(AgentDesk.class, CustomerDesk.class, Backoffice.class, BotDesk.class);

    private DeskMethods() {}

    static List<Method> all() {
        return desks().stream().flatMap(DeskMethods::of).toList();
    }

    /** As the table names it; overloads share a name. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Whether it gives a desk for a topic, as {@code AgentDesk.notes()} does. */
    static boolean leadsToATopic(Method method) {
        Class<?> type = method.getReturnType();
        return method.getParameterCount() == 0
                && type.getPackageName().equals(Helpdesk.class.getPackageName())
                && Modifier.isFinal(type.getModifiers())
                && !type.isRecord()
                && !type.isEnum();
    }

    private static Set<Class<?>> desks() {
        Set<Class<?>> desks = new LinkedHashSet<>(DOORS);
        Deque<Class<?>> open = new ArrayDeque<>(DOORS);
        while (!open.isEmpty()) {
            of(open.remove())
                    .filter(DeskMethods::leadsToATopic)
                    .<Class<?>>map(Method::getReturnType)
                    .filter(desks::add)
                    .forEach(open::add);
        }
        return desks;
    }

    private static Stream<Method> of(Class<?> desk) {
        return Stream.concat(Arrays.stream(desk.getDeclaredMethods()), doors(desk.getSuperclass()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** Those that a desk has from above. */
    private static Stream<Method> doors(Class<?> above) {
        return above == Object.class ? Stream.empty() : Arrays.stream(above.getDeclaredMethods());
    }
}

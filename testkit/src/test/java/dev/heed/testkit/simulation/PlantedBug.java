package dev.heed.testkit.simulation;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.OptionalLong;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.pool.TypePool;

/**
 * A bug in one method of Heed, planted into its byte code.
 *
 * @param what what goes wrong
 * @param type the class with the bug
 * @param code the class as it is with the bug
 */
record PlantedBug(String what, String type, byte[] code) {
    private static final ClassFileLocator CODE = ClassFileLocator.ForClassLoader.of(PlantedBug.class.getClassLoader());
    private static final TypePool TYPES = TypePool.Default.of(CODE);

    /** A method that does nothing, and gives back nothing. */
    static PlantedBug nothing(String what, String type, String method) {
        return replaced(what, type, method, StubMethod.INSTANCE);
    }

    /** A method of a builder that forgets what it is told. */
    static PlantedBug forgets(String what, String type, String method) {
        return replaced(what, type, method, FixedValue.self());
    }

    /** A question that always has the same answer. */
    static PlantedBug always(String what, String type, String method, boolean answer) {
        return replaced(what, type, method, FixedValue.value(answer));
    }

    private static PlantedBug replaced(String what, String type, String method, Implementation with) {
        TypeDescription described = TYPES.describe(type).resolve();
        requireMethod(described, method);
        return made(
                what,
                type,
                new ByteBuddy()
                        .redefine(described, CODE)
                        .invokable(named(method))
                        .intercept(with));
    }

    /** A method before or after which something else happens. */
    static PlantedBug advised(String what, String type, String method, Class<?> advice) {
        TypeDescription described = TYPES.describe(type).resolve();
        requireMethod(described, method);
        return made(
                what,
                type,
                new ByteBuddy()
                        .redefine(described, CODE)
                        .visit(Advice.to(advice).on(named(method))));
    }

    private static void requireMethod(TypeDescription type, String method) {
        if (type.getDeclaredMethods().filter(named(method)).isEmpty()) {
            throw new AssertionError(type + " has no " + method + " any more; plant the bug elsewhere.");
        }
    }

    private static PlantedBug made(String what, String type, DynamicType.Builder<?> builder) {
        try (DynamicType.Unloaded<?> made = builder.make()) {
            return new PlantedBug(what, type, made.getBytes());
        }
    }

    /** The first seed that finds it. */
    OptionalLong firstFailure(PlantedCode planted, long first, long count) {
        try {
            return planted.firstFailure(first, count);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(what, e);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}

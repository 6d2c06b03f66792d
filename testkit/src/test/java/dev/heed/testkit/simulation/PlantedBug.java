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

/** A bug in one method of Heed, planted into its byte code. */
final class PlantedBug {
    private static final ClassFileLocator CODE = ClassFileLocator.ForClassLoader.of(PlantedBug.class.getClassLoader());
    private static final TypePool TYPES = TypePool.Default.of(CODE);

    private final String what;
    private final String type;
    private final byte[] code;

    private PlantedBug(String what, String type, byte[] code) {
        this.what = what;
        this.type = type;
        this.code = code.clone();
    }

    /** All of Heed with this bug, untouched so far. */
    PlantedCode planted() {
        return new PlantedCode(type, code);
    }

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
            throw new LinkageError(what, e);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}

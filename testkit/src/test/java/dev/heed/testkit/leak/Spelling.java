package dev.heed.testkit.leak;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a value lets one read by its public methods without arguments, as one text: files, too. */
final class Spelling {
    private static final String OURS = "dev.heed.";
    private static final Set<String> ABOUT_THE_OBJECT = Set.of("hashCode", "getClass", "notify", "notifyAll", "wait");

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Spelling() {}

    static String of(Object value) {
        Spelling spelling = new Spelling();
        spelling.add(value);
        return spelling.text.toString();
    }

    private void add(Object value) {
        if (value == null) {
            return;
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Collection<?> all) {
            all.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            add(map.keySet());
            add(map.values());
        } else if (value instanceof byte[] bytes) {
            word(new String(bytes, StandardCharsets.UTF_8));
        } else if (value instanceof InputStream content) {
            add(bytes(content));
        } else if (value instanceof Throwable thrown) {
            word(thrown.toString());
            add(thrown.getCause());
        } else if (value instanceof Enum<?> || !value.getClass().getName().startsWith(OURS)) {
            word(String.valueOf(value));
        } else if (seen.add(value)) {
            word(value.toString());
            Arrays.stream(value.getClass().getMethods())
                    .filter(Spelling::isReader)
                    .forEach(reader -> add(read(reader, value)));
        }
    }

    private void word(String word) {
        text.append(word).append('\n');
    }

    private static boolean isReader(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !ABOUT_THE_OBJECT.contains(method.getName());
    }

    private static Object read(Method reader, Object value) {
        try {
            reader.setAccessible(true); // a record inside a test is public only by name
            return reader.invoke(value);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new LinkageError("Nobody can read " + reader + ".", e);
        }
    }

    private static byte[] bytes(InputStream content) {
        try (content) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("A file in memory cannot be read.", e);
        }
    }
}

package dev.heed.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value spelled out: all that its public methods say, down to words, instants and bytes. Tickets and messages are equal
 * by id, and customers not at all, so only this shows that a store has lost a part of one.
 */
final class InFull {
    private static final String OURS = "dev.heed.";
    private static final Set<String> ABOUT_THE_OBJECT = Set.of("hashCode", "toString");

    private InFull() {}

    static Object of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(InFull::of);
        } else if (value instanceof Set<?> set) {
            return set.stream().map(InFull::of).collect(Collectors.toSet());
        } else if (value instanceof Collection<?> list) {
            return list(list);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> parts = new HashMap<>();
            map.forEach((key, part) -> parts.put(of(key), of(part)));
            return parts;
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof InputStream content) {
            return bytes(content);
        } else if (value instanceof Enum<?> || !value.getClass().getName().startsWith(OURS)) {
            return value;
        }
        return parts(value);
    }

    static List<Object> list(Collection<?> values) {
        return values.stream().map(InFull::of).toList();
    }

    private static Map<String, Object> parts(Object value) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("is a", value.getClass().getSimpleName());
        readers(value.getClass()).forEach(reader -> parts.put(reader.getName(), of(read(reader, value))));
        return parts;
    }

    private static Stream<Method> readers(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor)
                : Arrays.stream(type.getDeclaredMethods()).filter(InFull::isReader);
    }

    private static boolean isReader(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && !ABOUT_THE_OBJECT.contains(method.getName());
    }

    private static Object read(Method reader, Object value) {
        try {
            return reader.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The contract cannot read " + reader + ".", e);
        }
    }

    private static String bytes(InputStream content) {
        try (content) {
            return HexFormat.of().formatHex(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment in memory cannot be read.", e);
        }
    }
}

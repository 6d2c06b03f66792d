package dev.heed.testkit.privacy;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Looks for a word in everything that can be reached from an object, private fields included. Not thread-safe. */
final class MemoryScan {
    private final String word;
    private final Set<Class<?>> outside;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Place> open = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();

    private record Place(Object value, String path) {}

    /**
     * Looks for a word, whatever its case.
     *
     * @param outside kinds of objects that are not looked into
     */
    MemoryScan(String word, Set<Class<?>> outside) {
        this.word = word.toLowerCase(Locale.ROOT);
        this.outside = outside;
    }

    /** Where the word is. */
    List<String> of(Object root) {
        add(root, root.getClass().getSimpleName());
        while (!open.isEmpty()) {
            Place place = open.remove();
            look(place.value, place.path);
        }
        return List.copyOf(found);
    }

    int objects() {
        return seen.size();
    }

    private void add(@Nullable Object value, String path) {
        if (value != null && !outside.contains(value.getClass()) && seen.add(value)) {
            open.add(new Place(value, path));
        }
    }

    private void look(Object value, String path) {
        if (value instanceof CharSequence text) {
            contains(text.toString(), path);
        } else if (value instanceof byte[] bytes) {
            contains(new String(bytes, StandardCharsets.UTF_8), path);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                add(key, path + " key");
                add(inner, path + "[…]");
            });
        } else if (value instanceof Iterable<?> all) {
            all.forEach(inner -> add(inner, path + "[…]"));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> add(inner, path));
        } else if (value instanceof AtomicReference<?> reference) {
            add(reference.get(), path);
        } else if (value.getClass().isArray()
                && !value.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i), path + "[…]");
            }
        } else if (value.getClass().getName().startsWith("dev.heed")) {
            fields(value, path);
        }
    }

    private void fields(Object value, String path) {
        for (Class<?> type = value.getClass();
                type != null && type.getName().startsWith("dev.heed");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    try {
                        add(field.get(value), path + "." + field.getName());
                    } catch (IllegalAccessException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                }
            }
        }
    }

    private void contains(String text, String path) {
        if (text.toLowerCase(Locale.ROOT).contains(word)) {
            found.add(path);
        }
    }
}

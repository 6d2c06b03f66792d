package dev.heed.testkit.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.OptionalLong;
import net.bytebuddy.dynamic.ClassFileLocator;

/** All of Heed once more, with one class changed: loaded apart, so that nobody else meets the bug. */
final class PlantedCode extends ClassLoader {
    private final String changed;
    private final byte[] code;
    private String found = "";
    private final ClassFileLocator sound = ClassFileLocator.ForClassLoader.of(getParent());

    PlantedCode(String changed, byte[] code) {
        super(PlantedCode.class.getClassLoader());
        this.changed = changed;
        this.code = code.clone();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.heed.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = name.equals(changed) ? code : sound.locate(name).resolve();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (java.io.IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** The first seed in which something does not hold; empty if all of them pass. */
    OptionalLong firstFailure(long first, long count) throws ReflectiveOperationException {
        Class<?> simulation = loadClass(Simulation.class.getName());
        Object inMemory = simulation.getMethod("inMemory").invoke(null);
        Method run = simulation.getMethod("run", long.class);
        for (long seed = first; seed < first + count; seed++) {
            try {
                var unused = run.invoke(inMemory, seed);
            } catch (InvocationTargetException e) {
                Throwable thrown = e.getTargetException();
                if (thrown.getClass().getName().equals(SimulationFailure.class.getName())) {
                    found = String.valueOf(thrown.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("");
                    return OptionalLong.of(seed);
                }
                throw e;
            }
        }
        return OptionalLong.empty();
    }

    /** What the failure said. */
    String found() {
        return found;
    }
}

package dev.heed.spi.id;

/** Gives bytes that nobody can guess. Implementations are thread-safe. */
@FunctionalInterface
public interface SecretSource {
    /** So many random bytes, never the same again. */
    byte[] next(int bytes);
}

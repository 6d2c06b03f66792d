package dev.heed;

import dev.heed.spi.id.SecretSource;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A secure generator, which is slow to load and made only for the first secret. Thread-safe. */
final class LazySecrets implements SecretSource {
    private @Nullable SecureRandom random;

    @Override
    public synchronized byte[] next(int bytes) {
        if (random == null) {
            random = new SecureRandom();
        }
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return secret;
    }
}

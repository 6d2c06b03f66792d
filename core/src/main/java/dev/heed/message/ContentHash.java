package dev.heed.message;

import com.google.common.hash.Hashing;
import dev.heed.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Names the content of a file by its SHA-256 (FIPS 180-4): equal contents have the same, and others another one.
 *
 * @param value 64 hexadecimal digits, letters in lower case
 */
public record ContentHash(String value) implements Comparable<ContentHash> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not 64 hexadecimal digits in lower case
     */
    public ContentHash {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "The hash of a content is not 64 hexadecimal digits in lower case.",
                    "Pass it on as it was received; it comes from an attachment.");
        }
    }

    /** That of these bytes. */
    public static ContentHash of(byte[] content) {
        return new ContentHash(Hashing.sha256().hashBytes(content).toString());
    }

    /** By the letters of the value. */
    @Override
    public int compareTo(ContentHash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

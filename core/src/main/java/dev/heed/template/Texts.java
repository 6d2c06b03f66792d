package dev.heed.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The words Heed itself writes, in English, German, French and Spanish. Thread-safe; a language is read when it is first
 * used.
 *
 * <p>A language that is not there falls back to the shop's, and that to English.
 */
public final class Texts {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private final Locale locale;
    private @Nullable Map<String, String> words;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /** All languages by their codes; done once per desk. */
    public static Map<String, Texts> load() {
        Map<String, Texts> all = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            all.put(language, new Texts(Locale.forLanguageTag(language)));
        }
        return all;
    }

    private static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing from heed-core.");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " of heed-core cannot be read.", e);
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return Map.copyOf(words);
    }

    /** The language of these words. */
    public Locale locale() {
        return locale;
    }

    /**
     * The words under a key.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String get(String key) {
        String value = words().get(key);
        if (value == null) {
            throw new IllegalArgumentException("No text " + key + " in " + locale + ".");
        }
        return value;
    }

    private synchronized Map<String, String> words() {
        if (words == null) {
            words = read("texts_" + locale.getLanguage() + ".properties");
        }
        return words;
    }

    /** An instant as a reader in this zone writes it, with the zone's name. */
    public String time(Instant at, ZoneId zone) {
        String time = DateTimeFormatter.ofPattern(get("time.pattern"), locale).format(at.atZone(zone));
        return time + " (" + zone.getDisplayName(TextStyle.FULL, locale) + ")";
    }
}

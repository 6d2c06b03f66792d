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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<ZoneId, String> zoneNames = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, String> words;
    private volatile @Nullable DateTimeFormatter time;
    private volatile @Nullable TimeTexts times;

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

    /** The words under a key, taken apart for filling. */
    public Template template(String key) {
        return templates.computeIfAbsent(key, unknown -> Template.parse(get(unknown)));
    }

    /** The words under a key, filled as they are. */
    public String filled(String key, Map<String, String> values) {
        return template(key).fill(values, UnaryOperator.identity()).text();
    }

    private Map<String, String> words() {
        Map<String, String> known = words;
        if (known == null) { // two threads may read the same
            known = read("texts_" + locale.getLanguage() + ".properties");
            words = known;
        }
        return known;
    }

    /** An instant as a reader in this zone writes it, with the zone's name. */
    public String time(Instant at, ZoneId zone) {
        String name = zoneNames.computeIfAbsent(zone, unknown -> unknown.getDisplayName(TextStyle.FULL, locale));
        return formatter().format(at.atZone(zone)) + " (" + name + ")";
    }

    /** How instants and lengths of time are said. */
    public TimeTexts times() {
        TimeTexts known = times;
        if (known == null) {
            known = new TimeTexts(this);
            times = known;
        }
        return known;
    }

    private DateTimeFormatter formatter() {
        DateTimeFormatter known = time;
        if (known == null) {
            known = DateTimeFormatter.ofPattern(get("time.pattern"), locale);
            time = known;
        }
        return known;
    }
}

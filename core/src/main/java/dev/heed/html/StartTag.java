package dev.heed.html;

import java.util.Map;

/**
 * A start tag.
 *
 * @param name in lower case
 * @param attributes by name in lower case
 * @param start where it starts in the source
 * @param end the position behind it
 * @param selfClosed whether it ends in {@code />}
 */
record StartTag(String name, Map<String, Attribute> attributes, int start, int end, boolean selfClosed) {
    /**
     * An attribute with its value decoded; "" if it has none.
     *
     * @param value decoded
     * @param start where its name starts in the source
     * @param end the position behind its value
     */
    record Attribute(String value, int start, int end) {}

    private static final Attribute NONE = new Attribute("", 0, 0);

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    Attribute attribute(String attribute) {
        return attributes.getOrDefault(attribute, NONE);
    }

    String value(String attribute) {
        return attribute(attribute).value();
    }
}

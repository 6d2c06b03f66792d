package dev.heed.holidays.ical;

import java.util.Map;
import java.util.Optional;

/**
 * A property of a component, as it stands in the feed.
 *
 * @param name in upper case
 * @param value not yet understood, unfolded
 * @param parameters by names in upper case, each with its first value
 * @param line in which it begins, from one
 */
record FeedProperty(String name, String value, Map<String, String> parameters, int line) {
    Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** The same property with another value, for the parts of a list. */
    FeedProperty with(String part) {
        return new FeedProperty(name, part, parameters, line);
    }
}

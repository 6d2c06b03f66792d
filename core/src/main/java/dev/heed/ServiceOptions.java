package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.sla.SlaBook;
import dev.heed.sla.config.SlaConfiguration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a desk holds itself to: what is otherwise than by default. Immutable and thread-safe; each {@code with…} gives another
 * value.
 */
public final class ServiceOptions {
    private static final ServiceOptions DEFAULTS = new ServiceOptions(SlaBook.empty(), Map.of(), Map.of(), Set.of());

    private final SlaBook book;
    private final Map<String, LevelHandler> handlers;
    private final Map<ChannelId, BusinessHours> staffed;
    private final Set<ChannelId> sameDay;

    private ServiceOptions(
            SlaBook book,
            Map<String, LevelHandler> handlers,
            Map<ChannelId, BusinessHours> staffed,
            Set<ChannelId> sameDay) {
        this.book = requireNonNull(book, "book");
        this.handlers = Map.copyOf(handlers);
        this.staffed = Map.copyOf(staffed);
        this.sameDay = Set.copyOf(sameDay);
    }

    /** What holds unless the shop says otherwise: nothing is measured but the reply that everybody is promised. */
    public static ServiceOptions defaults() {
        return DEFAULTS;
    }

    /** What a document of configuration says: levels, staff, and channels with answers on the same day. Actions are added in code. */
    public static ServiceOptions of(SlaConfiguration configuration) {
        return new ServiceOptions(configuration.levels(), Map.of(), configuration.staff(), configuration.sameDay());
    }

    /** The service levels, all versions that tickets were opened under. Default: none. */
    public ServiceOptions withLevels(SlaBook value) {
        return new ServiceOptions(value, handlers, staffed, sameDay);
    }

    /**
     * What is done when a level with this action is reached. The actions {@code raise-priority} and {@code reassign:…} need none.
     *
     * @param action as the levels name it
     */
    public ServiceOptions withAction(String action, LevelHandler handler) {
        Map<String, LevelHandler> more = new HashMap<>(handlers);
        more.put(requireNonNull(action, "action"), requireNonNull(handler, "handler"));
        return new ServiceOptions(book, more, staffed, sameDay);
    }

    /** When people are there for a channel. Default: in the hours of the policy that holds for it. */
    public ServiceOptions withStaff(ChannelId channel, BusinessHours hours) {
        Map<ChannelId, BusinessHours> more = new HashMap<>(staffed);
        more.put(requireNonNull(channel, "channel"), requireNonNull(hours, "hours"));
        return new ServiceOptions(book, handlers, more, sameDay);
    }

    /** P14: whoever writes there while people are there is answered on the same day, as on social networks. */
    public ServiceOptions withSameDay(ChannelId channel) {
        Set<ChannelId> more = new HashSet<>(sameDay);
        more.add(requireNonNull(channel, "channel"));
        return new ServiceOptions(book, handlers, staffed, more);
    }

    SlaBook book() {
        return book;
    }

    Map<String, LevelHandler> handlers() {
        return handlers;
    }

    Optional<BusinessHours> staffed(ChannelId channel) {
        return Optional.ofNullable(staffed.get(channel));
    }

    boolean isSameDay(ChannelId channel) {
        return sameDay.contains(channel);
    }

    /** The channels of which something is said. */
    Set<ChannelId> channels() {
        Set<ChannelId> channels = new HashSet<>(sameDay);
        channels.addAll(staffed.keySet());
        return channels;
    }
}

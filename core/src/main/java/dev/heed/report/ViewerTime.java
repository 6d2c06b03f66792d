package dev.heed.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants of a report as text. */
public final class ViewerTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private ViewerTime() {}

    /**
     * An instant on the viewer's clock, to the second, with the zone's offset and name, so that viewers in other zones read other
     * digits and the same instant: {@code 2026-06-08 14:30:00 +02:00 (Europe/Berlin)}.
     */
    public static String text(Instant at, ZoneId viewer) {
        return TIME.format(at.atZone(viewer)) + " (" + viewer + ")";
    }
}

package dev.heed.holidays.ical;

import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a feed as a tree of components. Its form is looked at here, the meaning of values elsewhere. */
final class FeedLines implements VObjectDataListener {
    private static final int DEEPEST = 10;
    private static final String REMEDY =
            "Take the feed as the calendar exports it, from BEGIN:VCALENDAR to END:VCALENDAR, without changes.";
    private static final Set<String> NEEDED = Set.of(
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "UID",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "TZID",
            "X-LIC-LOCATION",
            "TZOFFSETFROM",
            "TZOFFSETTO");

    private final List<FeedComponent> calendars = new ArrayList<>();
    private final Deque<FeedComponent> open = new ArrayDeque<>();
    private int entries;

    private FeedLines() {}

    /** Every VCALENDAR of the feed, in its order. */
    static List<FeedComponent> calendars(String feed) {
        FeedLines lines = new FeedLines();
        // closing would close a string
        VObjectReader reader = new VObjectReader(new StringReader(feed), SyntaxRules.iCalendar());
        reader.setDefaultQuotedPrintableCharset(StandardCharsets.UTF_8);
        try {
            reader.parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FeedComponent left = lines.open.peek();
        if (left != null) {
            throw FeedFault.at(left.line(), left.name() + " begins here and never ends.", "Fetch the whole feed.");
        }
        if (lines.calendars.isEmpty()) {
            throw FeedFault.of("The feed has no line BEGIN:VCALENDAR.", REMEDY);
        }
        return lines.calendars;
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        int line = context.getLineNumber();
        FeedComponent parent = open.peek();
        FeedComponent component = new FeedComponent(name, line);
        if (parent == null && !name.equals("VCALENDAR")) {
            throw FeedFault.at(line, FeedFault.quote(name) + " stands outside of a VCALENDAR.", REMEDY);
        }
        if (open.size() == DEEPEST) {
            throw FeedFault.at(line, "components are nested more than " + DEEPEST + " deep.", REMEDY);
        }
        if (parent == null) {
            calendars.add(component);
        } else {
            parent.add(component);
        }
        if (name.equals("VEVENT") && ++entries > ICalHolidays.MOST_ENTRIES) {
            throw FeedFault.at(
                    line,
                    "the feed has more than " + ICalHolidays.MOST_ENTRIES + " entries.",
                    "Give a feed of holidays only, without past years.");
        }
        open.push(component);
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        FeedComponent ended = open.pop();
        String value =
                context.getUnfoldedLine().substring(context.getUnfoldedLine().indexOf(':') + 1);
        if (!ended.name().equals(value.trim().toUpperCase(Locale.ROOT))) {
            throw FeedFault.at(
                    context.getLineNumber(),
                    "END:" + FeedFault.quote(value) + " comes before the " + FeedFault.quote(ended.name()) + " of line "
                            + ended.line() + " has ended.",
                    REMEDY);
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        FeedComponent component = open.peek();
        if (component == null) {
            throw FeedFault.at(
                    context.getLineNumber(),
                    FeedFault.quote(context.getUnfoldedLine()) + " stands outside of a VCALENDAR.",
                    REMEDY);
        }
        String name = property.getName().trim().toUpperCase(Locale.ROOT);
        if (NEEDED.contains(name)) {
            component.add(new FeedProperty(
                    name, property.getValue().trim(), parameters(property.getParameters()), context.getLineNumber()));
        }
    }

    private static Map<String, String> parameters(VObjectParameters given) {
        Map<String, String> parameters = new HashMap<>();
        given.getMap().forEach((key, values) -> {
            if (key != null && !values.isEmpty() && values.get(0) != null) {
                parameters.put(key.toUpperCase(Locale.ROOT), values.get(0));
            }
        });
        return parameters;
    }

    @Override
    public void onVersion(String version, Context context) {
        if (!version.equals("2.0")) {
            throw FeedFault.at(
                    context.getLineNumber(),
                    "this is version " + FeedFault.quote(version) + " of the format, and only 2.0 is read.",
                    "Export the calendar as iCalendar 2.0 (RFC 5545).");
        }
    }

    @Override
    public void onWarning(
            Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {
        if (warning == Warning.UNKNOWN_VERSION && property != null) {
            onVersion(property.getValue(), context);
            return;
        }
        throw FeedFault.at(
                context.getLineNumber(),
                "\"" + FeedFault.quote(context.getUnfoldedLine()) + "\" is no line of an iCalendar feed.",
                REMEDY);
    }
}

package dev.heed.holidays.jollyday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.holidays.jollyday.lists.ReadableService;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A country, or a part of one, in Jollyday's lists. */
final class CalendarPart {
    /** Jollyday keeps its managers for the whole process, and that of Japan adds to a set while others may read it. */
    private static final Object LOCK = new Object();

    private final HolidayManager manager;
    private final List<CalendarHierarchy> path;

    private CalendarPart(HolidayManager manager, List<CalendarHierarchy> path) {
        this.manager = manager;
        this.path = path;
    }

    static CalendarPart find(String country, List<String> subdivision) {
        Set<String> countries = new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
        String code = country.toUpperCase(Locale.ROOT);
        if (!countries.contains(code)) {
            throw fault("There are no holidays of a country \"" + country + "\".", "country", countries);
        }
        HolidayManager manager = manager(code);
        List<CalendarHierarchy> path = new ArrayList<>();
        path.add(manager.getCalendarHierarchy());
        for (String part : subdivision) {
            CalendarHierarchy whole = path.get(path.size() - 1);
            CalendarHierarchy found = whole.getChildren().get(part.toLowerCase(Locale.ROOT));
            if (found == null) {
                throw fault(
                        "There are no holidays of a part \"" + part + "\" of " + name(path, Locale.ENGLISH) + ".",
                        "part",
                        whole.getChildren().keySet());
            }
            path.add(found);
        }
        return new CalendarPart(manager, List.copyOf(path));
    }

    private static HolidayManager manager(String code) {
        synchronized (LOCK) {
            try {
                HolidayManager manager = HolidayManager.getInstance(new OwnParameter(code));
                if (!(manager.getConfigurationService() instanceof ReadableService)) {
                    manager.setConfigurationService(new ReadableService(manager.getConfigurationService()));
                    manager.init(manager.getManagerParameter());
                }
                return manager;
            } catch (IllegalStateException e) {
                ConfigurationException fault = new ConfigurationException(List.of(Problem.of(
                        "Jollyday cannot read its holidays of " + code + ".",
                        "Have jollyday-core, jollyday-jaxb and jaxb-runtime in one version each, and ask first on a thread"
                                + " whose context class loader is that of the application.")));
                fault.addSuppressed(e);
                throw fault;
            }
        }
    }

    private static ConfigurationException fault(String what, String kind, Collection<String> known) {
        String there = new TreeSet<>(known)
                .stream().map(each -> each.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return new ConfigurationException(List.of(Problem.of(
                what,
                known.isEmpty()
                        ? "Leave it out: Jollyday knows no " + kind + " there."
                        : "Name one of " + there + ".")));
    }

    /** For people, the country first. */
    String name(Locale language) {
        return name(path, language);
    }

    private static String name(List<CalendarHierarchy> path, Locale language) {
        return path.stream().map(part -> part.getDescription(language)).collect(Collectors.joining(", "));
    }

    /** What Jollyday lists for a year; some of it may be kept on dates of the years beside it. */
    Set<Holiday> in(Year year) {
        String[] codes = path.stream().skip(1).map(CalendarHierarchy::getId).toArray(String[]::new);
        synchronized (LOCK) {
            return Set.copyOf(manager.getHolidays(year, codes));
        }
    }
}

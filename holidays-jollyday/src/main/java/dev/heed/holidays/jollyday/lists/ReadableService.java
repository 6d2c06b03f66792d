package dev.heed.holidays.jollyday.lists;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import java.util.stream.Stream;

/** What another service reads, in a form that is open to Jollyday; the classes of {@code jollyday-jaxb} are not. */
public final class ReadableService implements HolidayCalendarConfigurationService {
    private final HolidayCalendarConfigurationService service;

    /** Reads what {@code service} reads. */
    public ReadableService(HolidayCalendarConfigurationService service) {
        this.service = service;
    }

    @Override
    public HolidayCalendarConfiguration getHolidayCalendarConfiguration(ManagerParameter parameter) {
        return new ReadableCalendar(service.getHolidayCalendarConfiguration(parameter));
    }

    private record ReadableCalendar(HolidayCalendarConfiguration calendar) implements HolidayCalendarConfiguration {
        @Override
        public String hierarchy() {
            return calendar.hierarchy();
        }

        @Override
        public String description() {
            return calendar.description();
        }

        @Override
        public HolidayConfigurations holidays() {
            return new ReadableLists(calendar.holidays());
        }

        @Override
        public Stream<HolidayCalendarConfiguration> subConfigurations() {
            return calendar.subConfigurations().map(ReadableCalendar::new);
        }
    }
}

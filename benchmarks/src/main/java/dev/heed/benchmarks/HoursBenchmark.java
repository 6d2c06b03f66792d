package dev.heed.benchmarks;

import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mpxj.ProjectCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Working time by compiled hours and by its peers: split shifts, ten holidays a year, Berlin, random instants of two years. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoursBenchmark {
    private static final int INSTANTS =
            1 << 16; // with fewer, branches are learned by heart, and MPXJ answers from its cache
    private static final int CALENDARS = 1_000;

    /** So many instants that they leave the caches to the calendars. */
    private static final int SOME = (1 << 12) - 1;

    private static final Duration A_DAY = Duration.ofHours(8);
    private static final Duration TEN_WEEKS = Duration.ofHours(400);
    private static final Duration FIVE_YEARS = Duration.ofHours(10_000);

    private final BusinessHours hours = SplitShifts.hours(0);
    private final DayLoop loop = SplitShifts.loop();
    private final ProjectCalendar mpxj = SplitShifts.mpxj();
    private final Instant[] instants = new Instant[INSTANTS];
    private final Instant[] yearLater = new Instant[INSTANTS];
    private final LocalDateTime[] locals = new LocalDateTime[INSTANTS];
    private final long[] nanos = new long[INSTANTS];
    private final long[] seconds = new long[INSTANTS];
    private final BusinessHours[] many = new BusinessHours[CALENDARS];
    private final HourTable[] tables = new HourTable[CALENDARS];
    private int next;
    private int calendar;

    /** For the harness. */
    public HoursBenchmark() {}

    /** The instants are of two years, those for many calendars in 2026. */
    @Setup
    public void begin() {
        Random random = new Random(8_675_309);
        Instant begin = Instant.parse("2021-01-01T00:00:00Z");
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < INSTANTS; i++) {
            instants[i] = begin.plusSeconds(random.nextInt(2 * 365 * 86_400)).plusNanos(random.nextInt(1_000_000_000));
            yearLater[i] = instants[i].plus(Duration.ofDays(365)).plusSeconds(random.nextInt(86_400));
            locals[i] = LocalDateTime.ofInstant(instants[i], ZoneOffset.UTC);
            seconds[i] = year.getEpochSecond() + random.nextInt(300 * 86_400);
            nanos[i] = seconds[i] * 1_000_000_000L + random.nextInt(1_000_000_000);
        }
        for (int i = 0; i < CALENDARS; i++) {
            many[i] = SplitShifts.hours(i);
            many[i].between(year, year.plus(Duration.ofDays(365)));
            tables[i] = new HourTable(many[i], year);
        }
    }

    /** For {@link CpuProfiler}. */
    @Setup(Level.Iteration)
    public void beginIteration() {
        CpuProfiler.begin();
    }

    /** For {@link CpuProfiler}. */
    @TearDown(Level.Iteration)
    public void endIteration() {
        CpuProfiler.end();
    }

    private int index() {
        next = (next + 1) & (INSTANTS - 1);
        return next;
    }

    /** What it costs to fetch an instant and to make another one, which each of those below does beside its work. */
    @Benchmark
    public Instant freshInstant() {
        Instant at = instants[index()];
        return Instant.ofEpochSecond(at.getEpochSecond() + 28_800, at.getNano());
    }

    /** Eight hours, by the day. */
    @Benchmark
    public Instant eightHoursLoop() {
        return loop.plus(instants[index()], A_DAY);
    }

    /** Eight hours, by MPXJ. */
    @Benchmark
    public LocalDateTime eightHoursMpxj() {
        return mpxj.getDate(locals[index()], SplitShifts.hoursOfMpxj(8));
    }

    /** Eight hours. */
    @Benchmark
    public Instant eightHours() {
        return hours.plus(instants[index()], A_DAY);
    }

    /** Eight hours, without objects. */
    @Benchmark
    public long eightHoursInNanos() {
        return hours.plusNanos(nanos[index()], 28_800_000_000_000L);
    }

    /** Four hundred hours, by the day. */
    @Benchmark
    public Instant tenWeeksLoop() {
        return loop.plus(instants[index()], TEN_WEEKS);
    }

    /** Four hundred hours, by MPXJ. */
    @Benchmark
    public LocalDateTime tenWeeksMpxj() {
        return mpxj.getDate(locals[index()], SplitShifts.hoursOfMpxj(400));
    }

    /** Four hundred hours. */
    @Benchmark
    public Instant tenWeeks() {
        return hours.plus(instants[index()], TEN_WEEKS);
    }

    /** Five years. */
    @Benchmark
    public Instant fiveYears() {
        return hours.plus(instants[index()], FIVE_YEARS);
    }

    /** A year, by the day. */
    @Benchmark
    public Duration yearLoop() {
        int i = index();
        return loop.between(instants[i], yearLater[i]);
    }

    /** A year, by MPXJ. */
    @Benchmark
    public Object yearMpxj() {
        LocalDateTime at = locals[index()];
        return mpxj.getWork(at, at.plusDays(365), org.mpxj.TimeUnit.MINUTES);
    }

    /** A year. */
    @Benchmark
    public Duration year() {
        int i = index();
        return hours.between(instants[i], yearLater[i]);
    }

    /** A year, without objects. */
    @Benchmark
    public long yearInNanos() {
        long at = nanos[index()];
        return hours.nanosBetween(at, at + 31_536_000_123_456_789L);
    }

    /** One of a thousand tables by the hour, eight hours. */
    @Benchmark
    public long thousandCalendarsTable() {
        calendar = (calendar + 379) % CALENDARS;
        return tables[calendar].plus(seconds[index() & SOME], 28_800);
    }

    /** One of a thousand calendars, eight hours. */
    @Benchmark
    public long thousandCalendars() {
        calendar = (calendar + 379) % CALENDARS;
        return many[calendar].plusNanos(nanos[index() & SOME], 28_800_000_000_000L);
    }

    /** A fresh calendar and its first answer. */
    @Benchmark
    public Instant firstAnswer() {
        return SplitShifts.hours(0).plus(instants[index()], A_DAY);
    }

    /** A fresh calendar, and a year of it compiled. */
    @Benchmark
    public Duration firstYear() {
        int i = index();
        return SplitShifts.hours(0).between(instants[i], yearLater[i]);
    }
}

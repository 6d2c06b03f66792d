package dev.heed.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** db-scheduler in its fastest setting, lock-and-fetch, with a handler that does nothing. */
final class SchedulerPeer {
    private SchedulerPeer() {}

    /** Runs so many executions that are due by so many instances. */
    static Stopwatch.Figures run(DataSource pool, int due, int instances) throws SQLException, InterruptedException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists scheduled_tasks");
            statement.execute("create table scheduled_tasks (task_name text not null, task_instance text not null,"
                    + " task_data bytea, execution_time timestamp with time zone not null, picked boolean not null,"
                    + " picked_by text, last_success timestamp with time zone, last_failure timestamp with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,"
                    + " priority smallint, primary key (task_name, task_instance))");
            statement.execute("create index execution_time_idx on scheduled_tasks (execution_time)");
            statement.execute("create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
            statement.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " select 'due', g::text, now() - interval '1 hour', false, 1 from generate_series(1, " + due
                    + ") g");
            statement.execute("vacuum analyze scheduled_tasks");
            statement.execute("checkpoint");
        }
        CountDownLatch left = new CountDownLatch(due);
        OneTimeTask<Void> task = Tasks.oneTime("due").execute((instance, context) -> left.countDown());
        List<Scheduler> schedulers = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            schedulers.add(Scheduler.create(pool, task)
                    .schedulerName(new SchedulerName.Fixed("node-" + i))
                    .threads(10)
                    .pollUsingLockAndFetch(4.0, 20.0)
                    .pollingInterval(Duration.ofSeconds(1))
                    .build());
        }
        Stopwatch watch = new Stopwatch();
        schedulers.forEach(Scheduler::start);
        left.await();
        Stopwatch.Figures figures = watch.stop(due);
        schedulers.forEach(Scheduler::stop);
        return figures;
    }
}

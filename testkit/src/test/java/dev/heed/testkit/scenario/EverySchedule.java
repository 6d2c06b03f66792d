package dev.heed.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays every order in which the steps of several people can follow each other. One runs at a time, up to the next place at
 * which it lets others go first; there each of them goes first once. Not thread-safe.
 */
@SuppressWarnings("ThreadLocalUsage") // one of each play, not of each process
final class EverySchedule {
    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> options = new ArrayList<>();

    @SuppressWarnings("ThreadLocalUsage") // lives as long as its test
    private final ThreadLocal<Person> running = new ThreadLocal<>();

    private int plays;

    private static final class Person {
        final Semaphore turn = new Semaphore(0);
        final Semaphore resting = new Semaphore(0);

        @Nullable
        Future<?> work;

        boolean isDone() {
            return work != null && work.isDone();
        }
    }

    /**
     * Lets others go first, if it is called by one of the people and not before or after they play. Whoever calls it holds no
     * lock that others want.
     */
    void othersFirst() {
        Person me = running.get();
        if (me != null) {
            me.resting.release();
            me.turn.acquireUninterruptibly();
        }
    }

    /**
     * Plays all of them.
     *
     * @param play sets the scene and says what each person does in it
     * @param afterwards looks at the scene
     * @return how many orders there are
     */
    <S> int play(Function<EverySchedule, S> play, Function<S, List<Runnable>> people, Function<S, Runnable> afterwards)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            do {
                S scene = play.apply(this);
                once(threads, people.apply(scene));
                afterwards.apply(scene).run();
                plays++;
            } while (another());
        } finally {
            threads.shutdownNow();
        }
        return plays;
    }

    private void once(ExecutorService threads, List<Runnable> people) throws ExecutionException, InterruptedException {
        options.clear();
        List<Person> all = new ArrayList<>();
        for (Runnable one : people) {
            Person person = new Person();
            person.work = threads.submit(() -> {
                running.set(person);
                person.turn.acquireUninterruptibly();
                try {
                    one.run();
                } finally {
                    running.remove();
                }
            });
            all.add(person);
        }
        List<Person> playing = new ArrayList<>(all);
        while (!playing.isEmpty()) {
            Person next = playing.get(choose(playing.size()));
            next.turn.release();
            if (restsOrIsDone(next)) {
                playing.remove(next);
            }
        }
    }

    /** Waits until the one who runs rests, or is done; whether it is done. */
    private static boolean restsOrIsDone(Person person) throws ExecutionException, InterruptedException {
        while (!person.resting.tryAcquire()) {
            if (person.isDone()) {
                if (person.work != null) {
                    person.work.get(); // what went wrong there goes wrong here
                }
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private int choose(int playing) {
        int step = options.size();
        options.add(playing);
        if (step == choices.size()) {
            choices.add(0);
        }
        return choices.get(step);
    }

    /** The next order: the last choice that can be made otherwise is. */
    private boolean another() {
        while (choices.size() > options.size()) {
            choices.remove(choices.size() - 1);
        }
        for (int step = choices.size() - 1; step >= 0; step--) {
            int next = choices.remove(step) + 1;
            if (next < options.get(step)) {
                choices.add(next);
                return true;
            }
        }
        return false;
    }
}

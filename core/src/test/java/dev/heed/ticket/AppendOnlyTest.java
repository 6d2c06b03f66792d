package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AppendOnlyTest {

    @Test
    void isEmptyAtFirst() {
        assertThat(AppendOnly.empty()).isEmpty();
    }

    @Test
    void doesNotChangeWhenItIsLengthened() {
        AppendOnly<String> one = AppendOnly.<String>empty().with("a");
        AppendOnly<String> two = one.with("b");
        assertThat(one).containsExactly("a");
        assertThat(two).containsExactly("a", "b");
    }

    @Test
    void doesNotSeeWhatASiblingHas() {
        AppendOnly<String> parent = AppendOnly.<String>empty().with("a").with("b");
        AppendOnly<String> left = parent.with("left").with("left again");
        AppendOnly<String> right = parent.with("right");
        assertThat(left).containsExactly("a", "b", "left", "left again");
        assertThat(right).containsExactly("a", "b", "right");
        assertThat(parent).containsExactly("a", "b");
    }

    @Test
    void hasNothingBehindItsEndEvenIfItsSharedPartGoesOn() {
        AppendOnly<String> one = AppendOnly.<String>empty().with("a");
        assertThat(one.with("b")).hasSize(2);
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> one.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void cannotBeChangedFromOutside() {
        AppendOnly<String> one = AppendOnly.<String>empty().with("a");
        assertThatThrownBy(() -> one.add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Each number says which of the lists so far grows by one. */
    @Property(tries = 300)
    void growsLikeCopiesWould(@ForAll @Size(max = 60) List<@IntRange(max = 1000) Integer> choices) {
        List<AppendOnly<Integer>> lists = new ArrayList<>(List.of(AppendOnly.empty()));
        List<List<Integer>> copies = new ArrayList<>(List.of(List.of()));
        for (int choice : choices) {
            int parent = choice % lists.size();
            lists.add(lists.get(parent).with(choice));
            List<Integer> copy = new ArrayList<>(copies.get(parent));
            copy.add(choice);
            copies.add(copy);
        }
        for (int i = 0; i < lists.size(); i++) {
            assertThat(lists.get(i)).isEqualTo(copies.get(i));
        }
    }

    @Test
    void grownFromOneParentOnTwoThreadsNeverSeesWhatTheOtherThreadHas() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2_000; round++) {
                AppendOnly<Integer> parent = numbers(round % 9);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<List<Integer>> left = threads.submit(grown(parent, 1, start));
                Future<List<Integer>> right = threads.submit(grown(parent, -1, start));
                assertThat(left.get()).isEqualTo(expected(round % 9, 1));
                assertThat(right.get()).isEqualTo(expected(round % 9, -1));
                assertThat(parent).isEqualTo(numbers(round % 9));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<List<Integer>> grown(AppendOnly<Integer> parent, int sign, CyclicBarrier start) {
        return () -> {
            start.await();
            AppendOnly<Integer> list = parent;
            for (int i = 1; i <= 20; i++) {
                list = list.with(sign * 100 * i);
            }
            return list;
        };
    }

    private static AppendOnly<Integer> numbers(int size) {
        AppendOnly<Integer> list = AppendOnly.empty();
        for (int i = 0; i < size; i++) {
            list = list.with(i);
        }
        return list;
    }

    private static List<Integer> expected(int size, int sign) {
        return IntStream.concat(
                        IntStream.range(0, size), IntStream.rangeClosed(1, 20).map(i -> sign * 100 * i))
                .boxed()
                .toList();
    }
}

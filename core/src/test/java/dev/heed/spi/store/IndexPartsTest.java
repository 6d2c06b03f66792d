package dev.heed.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What the indexes of the in-memory store are made of behaves as the collections of Java do. */
class IndexPartsTest {
    @Property
    void aSetOfNumbersIsASet(@ForAll @Size(max = 300) List<@IntRange(min = -60, max = 60) Integer> deeds) {
        IntSet numbers = new IntSet();
        Set<Integer> expected = new TreeSet<>();
        for (int deed : deeds) {
            boolean changed = deed < 0 ? numbers.remove(-deed) : numbers.add(deed);
            assertThat(changed).isEqualTo(deed < 0 ? expected.remove(-deed) : expected.add(deed));
            assertThat(numbers.size()).isEqualTo(expected.size());
        }
        assertThat(elements(numbers)).isEqualTo(expected);
    }

    @Test
    void aSetOfNumbersThatWasLargeIsSmallAgain() {
        IntSet numbers = new IntSet();
        for (int i = 0; i < 100_000; i++) {
            numbers.add(i * 1024);
        }
        for (int i = 3; i < 100_000; i++) {
            assertThat(numbers.remove(i * 1024)).isTrue();
        }
        assertThat(elements(numbers)).isEqualTo(Set.of(0, 1024, 2048));
    }

    @Test
    void aSetOfNumbersIsLookedThroughAsFarAsSomebodyWants() {
        IntSet numbers = new IntSet();
        numbers.add(1);
        numbers.add(2);
        List<Integer> seen = new ArrayList<>();

        assertThat(numbers.all(number -> !seen.add(number))).isFalse();
        assertThat(seen).hasSize(1);
        assertThat(new IntSet().remove(7)).isFalse();
    }

    private static Set<Integer> elements(IntSet numbers) {
        Set<Integer> elements = new TreeSet<>();
        assertThat(numbers.all(elements::add)).isTrue();
        return elements;
    }

    @Property
    void postingsRiseAndHaveEachTicketOnce(@ForAll List<@IntRange(max = 50) Integer> tickets) {
        Postings postings = new Postings();
        Set<Integer> expected = new TreeSet<>();
        for (int ticket : tickets) {
            postings.add(ticket);
            expected.add(ticket);
            if (ticket % 10 == 0) {
                assertThat(postings.contains(ticket)).isTrue();
            }
        }
        assertThat(postings.contains(51)).isFalse();
        assertThat(postings.toArray())
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
        assertThat(postings.size()).isEqualTo(expected.size());
    }
}

package dev.heed.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.store.SortKeys.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
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
        List<Integer> rising = new ArrayList<>();
        assertThat(postings.all(rising::add)).isTrue();
        assertThat(rising).containsExactlyElementsOf(expected);
        assertThat(postings.size()).isEqualTo(expected.size());
    }

    /** Many, so that there are many pieces; each comes, moves and goes at random. */
    @Property(tries = 50)
    void aRankingIsInOrderWhateverMoves(@ForAll long seed, @ForAll @IntRange(max = 3000) int many) {
        Random random = new Random(seed);
        SortKeys keys = new SortKeys();
        IntSet first = new IntSet();
        TreeSet<Spot> expected = new TreeSet<>();
        for (int i = 0; i < many; i++) {
            keys.put(i, 7L * i, 0, random.nextInt(50), 0);
            if (random.nextInt(3) > 0) {
                first.add(i);
                expected.add(keys.spot(i, SortBy.CHANGED, false));
            }
        }
        Ranking ranking = new Ranking(first, keys, SortBy.CHANGED, false);
        for (int i = 0; i < 2 * many; i++) {
            int moved = random.nextInt(many);
            if (expected.remove(keys.spot(moved, SortBy.CHANGED, false))) {
                ranking.remove(moved);
            }
            keys.put(moved, 7L * moved, 0, random.nextInt(50), 0);
            if (random.nextInt(4) > 0) {
                expected.add(keys.spot(moved, SortBy.CHANGED, false));
                ranking.add(moved);
            }
        }

        assertThat(ranking.size()).isEqualTo(expected.size());
        assertWalks(ranking, expected, Optional.empty());
        for (int i = 0; i < 20; i++) {
            assertWalks(
                    ranking,
                    expected,
                    Optional.of(new Spot(random.nextInt(52) - 1, random.nextInt(7 * many + 7) - 3, 0)));
        }
        expected.stream().limit(20).forEach(spot -> assertWalks(ranking, expected, Optional.of(spot)));
    }

    private static void assertWalks(Ranking ranking, NavigableSet<Spot> expected, Optional<Spot> behind) {
        for (boolean backwards : List.of(false, true)) {
            NavigableSet<Spot> all = backwards ? expected.descendingSet() : expected;
            List<Integer> left = behind.map(place -> all.tailSet(place, false)).orElse(all).stream()
                    .map(Spot::ordinal)
                    .toList();
            List<Integer> walked = new ArrayList<>();
            ranking.walk(behind, backwards).forEachRemaining((int ordinal) -> walked.add(ordinal));
            assertThat(walked).isEqualTo(left);
        }
    }
}

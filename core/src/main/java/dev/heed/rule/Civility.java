package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.rule.Passages.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * P50: what the people of a shop write to each other disparages nobody, in a note or a reason, in a tag or a name. What
 * stands in quotation marks, or in lines behind a {@code >}, somebody else has said. Immutable and thread-safe.
 */
public final class Civility {
    private static final int MOST_FINDINGS = 10;

    private final DerogatoryWords known;

    /**
     * Goes by these words.
     *
     * @param words by which somebody is disparaged
     */
    public Civility(DerogatoryWords words) {
        this.known = words;
    }

    /**
     * Where a text disparages somebody: the sentences that do, ten at most; empty if none does.
     *
     * @param text what somebody has written for colleagues
     * @param names of people, which disparage nobody whatever they are
     */
    public List<Finding> check(String text, Collection<String> names) {
        Set<String> unread = new HashSet<>();
        names.forEach(name -> unread.addAll(Words.of(name).folded()));
        List<Passage> passages = Passages.of(new OwnWords(known).of(text), new Quotations(List.of()));
        List<Finding> findings = new ArrayList<>();
        for (Passage passage : passages) {
            if (disparages(passage.words().plain(unread), passages.size() == 1) && findings.size() < MOST_FINDINGS) {
                findings.add(finding(text, passage.span()));
            }
        }
        return findings;
    }

    /** Some insults are the same in several languages, and what excuses them stands in one of these. */
    private boolean disparages(Words words, boolean whole) {
        List<Disparagement> read = known.languagesOf(words).stream()
                .map(language -> new Disparagement(language, words))
                .toList();
        if (read.isEmpty()) {
            return false;
        }
        if (whole && read.stream().anyMatch(Disparagement::isAlone)) {
            return true;
        }
        for (int each = 0; each < words.size(); each++) {
            int at = each;
            boolean calls = read.stream().anyMatch(one -> one.callsNames(at))
                    && read.stream().noneMatch(one -> one.isName(at));
            boolean says = calls || read.stream().anyMatch(one -> one.disparages(at));
            if (says && read.stream().noneMatch(one -> one.excuses(at))) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(String text, Finding.Span own) {
        return new Finding(
                PracticeCode.DEROGATORY_NOTE,
                "Words for colleagues disparage somebody.",
                Optional.of(new Finding.Span(own.start(), own.end(), text.substring(own.start(), own.end()))),
                "Say what happened instead, as the person could read it; put what somebody else said into quotation marks.");
    }
}

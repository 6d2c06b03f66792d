package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds a group that signs farther up than where a text ends: something stands below it. Immutable and thread-safe. */
final class GroupParagraphs {
    private static final Pattern FIGURE = Pattern.compile("\\d|:\\s|:$");
    /** Items of a list, for which the line above them is a heading. */
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*•–—]|\\d{1,2}[.)])\\s+\\p{L}.*");

    private static final int MOST_WORDS = PersonalNames.MOST_WORDS + 2;

    private final GroupNames groups;

    GroupParagraphs(GroupNames groups) {
        this.groups = groups;
    }

    /** The line with which a group signs in one of the last paragraphs, below which something else stands. */
    Optional<Line> in(List<Line> lines, Predicate<Line> own) {
        for (int i = 0; i < lines.size(); i++) {
            Optional<Line> found = closedBy(lines, i, own);
            if (found.isPresent()) {
                return found;
            }
            if (signsByItself(lines, i, own)) {
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    /** "Best regards, the Acme Team", in one line or in two. */
    private Optional<Line> closedBy(List<Line> lines, int at, Predicate<Line> own) {
        Optional<Line> rest = SignOff.afterClosing(lines.get(at), groups.words());
        boolean below = rest.filter(line -> line.text().isBlank()).isPresent() && at + 1 < lines.size();
        int signed = below ? at + 1 : at;
        return (below ? Optional.of(lines.get(signed)) : rest)
                .filter(line -> isGroup(line.words()) && !line.isSentence())
                .filter(line -> hasParagraphBelow(lines, signed))
                .filter(line -> paragraph(lines, signed).stream().noneMatch(own))
                .filter(line -> !isCompany(line.words()) || lines.stream().noneMatch(own));
    }

    private boolean signsByItself(List<Line> lines, int at, Predicate<Line> own) {
        if (at == 0 || at + 1 == lines.size()) {
            return false;
        }
        Line line = lines.get(at);
        Line before = lines.get(at - 1);
        Line next = lines.get(at + 1);
        boolean alone = line.isApartFrom(before) && next.isApartFrom(line);
        return alone
                && (ends(before) || own.test(before))
                && isTeam(line, next)
                && !ITEM.matcher(next.beginning()).matches()
                && !isHeading(lines, at, own);
    }

    private boolean ends(Line line) {
        return line.endsWithFullStop() || !line.hasLetters();
    }

    /** A sentence follows, and the author signs farther down: the text goes on below a heading. */
    private static boolean isHeading(List<Line> lines, int at, Predicate<Line> own) {
        return lines.get(at + 1).isSentence()
                && lines.subList(at + 2, lines.size()).stream().anyMatch(own);
    }

    private static boolean hasParagraphBelow(List<Line> lines, int at) {
        for (int i = at + 1; i < lines.size(); i++) {
            if (lines.get(i).isApartFrom(lines.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static List<Line> paragraph(List<Line> lines, int at) {
        int first = at;
        while (first > 0 && !lines.get(first).isApartFrom(lines.get(first - 1))) {
            first--;
        }
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).isApartFrom(lines.get(end - 1))) {
            end++;
        }
        return lines.subList(first, end);
    }

    /** Any name of a group; below a closing phrase it can be nothing else. */
    private boolean isGroup(Words words) {
        return isShort(words)
                && isOfNobody(words)
                && groups.reason(plain(words)).isPresent();
    }

    /** "The Acme Team", "Ihr Kundenservice", but not "Our Team", "Returns" and the company, which are headings. */
    private boolean isTeam(Line line, Line next) {
        Words words = line.words();
        if (!isShort(words) || FIGURE.matcher(line.beginning()).find() || !isOfNobody(words)) {
            return false;
        }
        boolean heading = isCompany(words) || words.folded().stream().anyMatch(word -> groups.isOf(Section.OURS, word));
        boolean collective = groups.tokens(plain(words)).stream()
                .anyMatch(token -> groups.isCollective(token) || groups.isOf(Section.COLLECTIVE_SURNAME, token));
        boolean ofTheShop = words.folded().stream().anyMatch(groups::isShopWord)
                && !FIGURE.matcher(next.beginning()).find();
        return !heading && collective && (ofTheShop || groups.beginsLikeAGroup(plain(words)));
    }

    /** Letters of a company put its name above that of the person who signs for it. */
    private boolean isCompany(Words words) {
        return words.folded().stream().anyMatch(word -> groups.isOf(Section.COMPANY_FORM, word));
    }

    private static boolean isShort(Words words) {
        return !words.isEmpty() && words.size() <= MOST_WORDS;
    }

    private boolean isOfNobody(Words words) {
        return words.folded().stream().allMatch(groups::saysNothingOfAPerson);
    }

    private static String plain(Words words) {
        return String.join(" ", words.written());
    }
}

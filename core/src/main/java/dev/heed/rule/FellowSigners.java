package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import java.util.List;

/** Finds who signs beside the author: a colleague, or a group by itself. Immutable and thread-safe. */
final class FellowSigners {
    private final GroupNames groups;
    private final List<OwnNames> roster;

    FellowSigners(GroupNames groups, List<OwnNames> roster) {
        this.groups = groups;
        this.roster = roster;
    }

    /** "Maria Keller and Team", "Maria Keller, Jonas Weber": more than one below a signature that is to be one person's. */
    boolean follow(OwnNames own, Words line) {
        Words behind = own.behindName(line);
        return !behind.isEmpty()
                && (isAnd(behind.folded().get(0))
                        || behind.folded().stream().anyMatch(word -> isColleagues(word, own)));
    }

    /** "Maria and Jonas": a colleague joined to the author. A team may be: "Maria and the Acme team" names a person. */
    boolean areJoined(OwnNames own, Words line) {
        for (int i = 1; i < line.size(); i++) {
            boolean joined = line.parted().get(i) || isAnd(line.folded().get(i - 1));
            if (joined && isColleagues(line.folded().get(i), own)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line is a colleague's name, as "Jonas", "Mr Weber" or "Jonas from Acme". */
    boolean isColleague(OwnNames own, Words line) {
        return roster.stream()
                .filter(names -> !names.isOf(own.agent()))
                .anyMatch(names -> names.signedInFull(line)
                        || (!own.isBare(line) && (names.isBare(line) || isOfTheShop(names, line))));
    }

    private boolean isOfTheShop(OwnNames names, Words line) {
        return !line.isEmpty()
                && names.isBare(line.between(0, 1))
                && names.signed(line)
                && line.folded().stream().anyMatch(groups::isShopWord)
                && line.folded().stream().allMatch(word -> names.isPart(word) || groups.saysNothingOfAPerson(word));
    }

    private boolean isColleagues(String word, OwnNames own) {
        return !own.isPart(word)
                && roster.stream().filter(names -> !names.isOf(own.agent())).anyMatch(names -> names.isPart(word));
    }

    private boolean isAnd(String word) {
        return groups.isOf(Section.AND, word);
    }
}

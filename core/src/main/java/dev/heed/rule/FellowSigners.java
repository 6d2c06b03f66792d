package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;

/** Finds who signs beside the author: a colleague, or a group by itself. Immutable and thread-safe. */
final class FellowSigners {
    private final GroupNames groups;
    private final AgentNames roster;

    FellowSigners(GroupNames groups, AgentNames roster) {
        this.groups = groups;
        this.roster = roster;
    }

    /** "Maria Keller and Team", "Maria Keller, Jonas Weber": more than one below a signature that is to be one person's. */
    boolean follow(OwnNames own, Words line) {
        Words behind = own.behindName(line);
        return !behind.isEmpty()
                && (isAnd(behind.folded().get(0))
                        || isGroupJoined(behind)
                        || behind.folded().stream().anyMatch(word -> isColleagues(word, own)));
    }

    /** "Maria Keller with the team", "…, customer service and all colleagues". */
    private boolean isGroupJoined(Words behind) {
        boolean with = groups.isOf(Section.WITH, behind.folded().get(0))
                && behind.folded().stream().anyMatch(groups::isCollective);
        for (int i = 0; i + 1 < behind.size() && !with; i++) {
            String next = behind.folded().get(i + 1);
            with = isAnd(behind.folded().get(i)) && (groups.isCollective(next) || groups.isOf(Section.FUNCTION, next));
        }
        return with;
    }

    /** "The Acme Team (Maria Keller)", "Büro Maria Keller", but not "For the Acme Team: Maria Keller". */
    boolean areNamedBy(OwnNames own, Words line) {
        Words before = own.beforeName(line);
        Words behind = own.behindName(line);
        boolean company = before.folded().stream().anyMatch(word -> groups.isOf(Section.COMPANY_FORM, word));
        boolean instead = !before.isEmpty()
                && !company
                && before.folded().stream().anyMatch(word -> groups.isOf(Section.COLLECTIVE, word))
                && before.folded().stream().noneMatch(word -> isFor(word));
        boolean officeBehind = !behind.isEmpty()
                && !behind.parted().get(0)
                && isOfficeOf(behind.folded().get(0));
        boolean officeBefore = !before.isEmpty()
                && !line.parted().get(before.size())
                && isOfficeOf(before.folded().get(before.size() - 1));
        return instead || officeBefore || officeBehind;
    }

    /** "For the team", "im Namen des Teams", "on behalf of". */
    private boolean isFor(String word) {
        return groups.isOf(Section.PURPOSE, word)
                || word.equals("namen")
                || word.equals("behalf")
                || word.equals("nom");
    }

    private boolean isOfficeOf(String word) {
        return groups.isOf(Section.OFFICE_OF, word);
    }

    /** Whether a role is somebody's name, or joins others to the name above it: "& Team". */
    boolean isNoRole(OwnNames own, Words role) {
        boolean joins = !role.isEmpty() && isAnd(role.folded().get(0));
        return joins || roster.any(role, names -> !names.isOf(own.agent()) && names.isWhole(role));
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
        return roster.any(
                line,
                names -> !names.isOf(own.agent())
                        && (names.signedInFull(line)
                                || (!own.isBare(line) && (names.isBare(line) || isOfTheShop(names, line)))));
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
                && roster.withWord(word).stream().anyMatch(names -> !names.isOf(own.agent()) && names.isPart(word));
    }

    private boolean isAnd(String word) {
        return groups.isOf(Section.AND, word);
    }
}

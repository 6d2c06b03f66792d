package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.rule.SignOff.Line;
import java.util.List;
import java.util.Optional;

/** P05: a program never signs as a person. */
final class HonestProgram implements HouseRule {
    private static final int LONGEST_NAME = 5;

    private final GroupNames groups;
    private final List<OwnNames> roster;

    HonestProgram(GroupNames groups, List<OwnNames> roster) {
        this.groups = groups;
        this.roster = roster;
    }

    @Override
    public List<Finding> check(Draft draft) {
        if (!(draft instanceof Draft.ByProgram written)) {
            return List.of();
        }
        SignOff signOff = SignOff.of(written.text(), groups.words());
        return signOff.lines().stream()
                .filter(line -> !line.isSentence() && signsAsPerson(line, signOff.closed(), written.name()))
                .findFirst()
                .map(line -> List.of(finding(line)))
                .orElse(List.of());
    }

    private boolean signsAsPerson(Line line, boolean closed, String program) {
        Words words = line.words();
        if (words.isEmpty()) {
            return false;
        }
        if (roster.stream().anyMatch(names -> closed ? names.signed(words) : names.signedInFull(words))) {
            return true;
        }
        boolean ownName = HouseRules.sameName(line.text(), program);
        boolean likeAName = words.size() <= LONGEST_NAME
                && words.written().stream()
                        .allMatch(word ->
                                Character.isLetter(word.codePointAt(0)) && !Character.isLowerCase(word.codePointAt(0)));
        return closed
                && !ownName
                && likeAName
                && groups.reason(String.join(" ", words.written())).isEmpty();
    }

    private static Finding finding(Line line) {
        return new Finding(
                PracticeCode.BOT_IMPERSONATION,
                "An automatic message is signed as if a person had written it.",
                Optional.of(line.span()),
                "Leave the end to the label that Heed adds; it names who is responsible.");
    }
}

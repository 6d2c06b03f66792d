package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;

/** P05: a program never signs as a person. */
final class HonestProgram implements HouseRule {
    private final GroupNames groups;
    private final AgentNames roster;
    private final Introductions introductions;

    HonestProgram(GroupNames groups, AgentNames roster) {
        this.introductions = new Introductions(groups, roster);
        this.groups = groups;
        this.roster = roster;
    }

    @Override
    public List<Finding> check(Draft draft) {
        if (!(draft instanceof Draft.ByProgram written)) {
            return List.of();
        }
        SignOff signOff = SignOff.of(written.text(), groups.words());
        return introductions
                .in(written.text())
                .or(() -> signedLine(written, signOff).map(Line::span))
                .or(() -> new ProgramBlocks(groups, roster).in(signOff.own()).map(Line::span))
                .map(span -> List.of(finding(span)))
                .orElse(List.of());
    }

    private Optional<Line> signedLine(Draft.ByProgram written, SignOff signOff) {
        return signOff.lines().stream()
                .filter(line -> !line.isSentence() && signsAsPerson(line, signOff, written.name()))
                .findFirst();
    }

    private boolean signsAsPerson(Line line, SignOff signOff, String program) {
        Words words = line.words();
        if (words.isEmpty()) {
            return false;
        }
        boolean closed = signOff.closed();
        boolean bare = signOff.alone() && line.start() > 0 && roster.any(words, names -> names.isBare(words));
        boolean agent = closed
                ? roster.any(words, names -> names.signed(words))
                : !tells(line, words) && (bare || roster.any(words, names -> names.signedInFull(words)));
        if (agent) {
            return true;
        }
        if (!closed) {
            return false;
        }
        boolean likeAName = words.size() <= PersonalNames.MOST_WORDS
                && words.written().stream()
                        .allMatch(word ->
                                Character.isLetter(word.codePointAt(0)) && !Character.isLowerCase(word.codePointAt(0)));
        boolean name =
                likeAName && groups.reason(String.join(" ", words.written())).isEmpty();
        boolean initials = words.size() > 1 && PersonalNames.isInitials(words);
        return (name || initials) && !HouseRules.sameName(line.text(), program);
    }

    /** "Maria Keller answers questions.", "For questions: Maria Keller": that there is such a person. */
    private boolean tells(Line line, Words words) {
        boolean label = line.beginning().indexOf(':') > 0
                && !groups.isOf(Section.TITLE, words.folded().get(0));
        boolean verb = line.endsLikeASentence()
                && words.written().stream().anyMatch(word -> Character.isLowerCase(word.codePointAt(0)));
        return label || verb;
    }

    private static Finding finding(Finding.Span span) {
        return new Finding(
                PracticeCode.BOT_IMPERSONATION,
                "An automatic message says that a person has written it.",
                Optional.of(span),
                "Say nothing of who writes, and leave the end to the label that Heed adds; it names who is responsible.");
    }
}

package dev.heed.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a program's text bears an agent's name as letters of people do: above it, or below. Thread-safe. */
final class ProgramBlocks {
    /** "Maria: it left.", "[Maria] it left.", "Maria wrote: it left." */
    private static final Pattern SPEAKER = Pattern.compile(
            "(?iu)\\s*(?:\\[([^\\]:]{2,60})]|([^:,.!?]{2,60}?)"
                    + "(?:\\s(?:wrote|writes|says|schrieb|schreibt|sagt|écrit|a écrit|dit|escribió|escribe|dice))?\\s*:)\\s*\\p{L}.*");

    private final GroupNames groups;
    private final AgentNames roster;

    ProgramBlocks(GroupNames groups, AgentNames roster) {
        this.groups = groups;
        this.roster = roster;
    }

    /** The first line that says a person has written this. */
    Optional<Line> in(List<Line> lines) {
        if (!lines.isEmpty() && isSpoken(lines.get(0))) {
            return Optional.of(lines.get(0));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (isNameAlone(lines.get(i), lines.get(i - 1))) {
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isSpoken(Line first) {
        if (first.text().indexOf(':') < 0 && first.text().indexOf(']') < 0) {
            return false; // most lines, without the expression
        }
        Matcher speaker = SPEAKER.matcher(first.beginning());
        if (!speaker.matches()) {
            return false;
        }
        return isAgents(Words.of(speaker.group(1) == null ? speaker.group(2) : speaker.group(1)));
    }

    /** Behind a full stop or a closing phrase a name alone signs; behind "Your contact is" it is told. */
    private boolean isNameAlone(Line line, Line before) {
        boolean greets = line.beginning().endsWith(",") || line.beginning().endsWith("!");
        return !greets
                && isAgents(line.words())
                && (before.endsWithFullStop()
                        || !before.hasLetters()
                        || SignOff.afterClosing(before, groups.words()).isPresent());
    }

    private boolean isAgents(Words words) {
        return roster.any(words, names -> names.isBare(words) || names.isWhole(words));
    }
}

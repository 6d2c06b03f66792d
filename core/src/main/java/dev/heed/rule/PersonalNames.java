package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says whether a string may be the name of one natural person. Immutable and thread-safe. */
final class PersonalNames {
    private static final Pattern MARKUP =
            Pattern.compile("[{}<>%=*#|]|\\$\\{|\\[.*]|\\?\\?|^[/^~]|://|\\bwww\\.|@|_{2}");
    private static final Pattern COMPANY_FORM = Pattern.compile(
            "(?U)\\s(?:e\\. ?K\\.|e\\. ?V\\.|S\\. ?L\\.?(?: ?U\\.)?|S\\. ?A\\.|S\\. ?r\\. ?l\\.|B\\. ?V\\.|N\\. ?V\\.)$");
    private static final Pattern AND = Pattern.compile("[&+]");
    private static final Pattern ONE_LETTER = Pattern.compile("(\\p{L})\\1{2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final int LONGEST = 80;

    private final GroupNames groups;

    PersonalNames(GroupNames groups) {
        this.groups = groups;
    }

    /** Why this cannot be one person's name; empty if it can. */
    Optional<String> refusal(String name) {
        if (name.isBlank() || name.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of("it has no letters");
        }
        if (name.length() > LONGEST || name.indexOf('\n') >= 0) {
            return Optional.of("it is not one short line");
        }
        Optional<String> suspicion = Suspicion.of(name);
        if (suspicion.isPresent()) {
            return suspicion;
        }
        if (name.indexOf('@') >= 0) {
            return Optional.of("it is an address");
        }
        if (MARKUP.matcher(name).find()) {
            return Optional.of("it is a placeholder or markup");
        }
        Words words = Words.of(name);
        if (COMPANY_FORM.matcher(name).find()) {
            return Optional.of("it names a company");
        }
        if (isInitials(words)) {
            return Optional.of("it is initials only");
        }
        if (isSeveral(name, words)) {
            return Optional.of("it names several people");
        }
        if (words.size() == 1 && ONE_LETTER.matcher(words.folded().get(0)).matches()) {
            return Optional.of("it is a placeholder");
        }
        return groups.reason(name);
    }

    /** Letters standing for names: {@code MK}, {@code M. K.}, {@code /mk}. */
    static boolean isInitials(Words words) {
        boolean noWord = words.folded().stream()
                .allMatch(word -> word.length() == 1 || word.chars().noneMatch(Character::isLetter));
        if (noWord && !hasUncased(words)) {
            return true;
        }
        String word = words.written().get(0);
        boolean oneCase = word.equals(Folding.upper(word)) || word.equals(Folding.fold(word));
        boolean allUpper = word.equals(Folding.upper(word));
        return words.size() == 1
                && word.length() <= 3
                && !hasUncased(words)
                && oneCase
                && (!VOWEL.matcher(Folding.fold(word)).find() || (allUpper && word.length() == 2));
    }

    /** Han, kana, Hangul, Arabic: one sign can be a name. */
    private static boolean hasUncased(Words words) {
        return words.written().stream()
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> Character.getType(c) == Character.OTHER_LETTER);
    }

    private boolean isSeveral(String name, Words words) {
        if (AND.matcher(name).find()) {
            return true;
        }
        List<String> folded = words.folded();
        for (int i = 1; i < folded.size() - 1; i++) {
            boolean and = List.of("and", "und", "et").contains(folded.get(i));
            boolean nobility =
                    folded.subList(0, i).contains("von") || folded.get(i + 1).equals("zu");
            boolean spanish = folded.get(i).equals("y") && groups.isOf(Section.GIVEN, folded.get(i + 1));
            if ((and && !nobility) || spanish) {
                return true;
            }
        }
        return false;
    }
}

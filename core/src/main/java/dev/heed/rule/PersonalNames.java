package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says whether a string may be the name of one natural person. Immutable and thread-safe. */
final class PersonalNames {
    private static final Pattern MARKUP = Pattern.compile("[{}<>%=*#|]|\\$\\{|\\[.*]|\\?\\?|^[/^~]|://|\\bwww\\.|_{2}");
    private static final Pattern COMPANY_FORM = Pattern.compile(
            "(?U)\\s(?:e\\. ?K\\.|e\\. ?V\\.|S\\. ?L\\.?(?: ?U\\.)?|S\\. ?A\\.|S\\. ?r\\. ?l\\.|B\\. ?V\\.|N\\. ?V\\.)$");
    private static final Pattern AND = Pattern.compile("[&+]");
    private static final Pattern ONE_LETTER = Pattern.compile("(\\p{L})\\1{2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final int LONGEST = 80;

    /** Signatures with more words than this are said to be something else than a name. */
    static final int MOST_WORDS = 5;

    private static final List<Ground<String>> NO_LINE = List.of(
            new Ground<>(
                    name -> name.isBlank() || name.codePoints().noneMatch(Character::isLetter), "it has no letters"),
            new Ground<>(name -> name.length() > LONGEST || name.indexOf('\n') >= 0, "it is not one short line"));

    private final GroupNames groups;
    private final List<Ground<Name>> nobody = List.of(
            new Ground<>(name -> name.text.indexOf('@') >= 0, "it is an address"),
            new Ground<>(name -> MARKUP.matcher(name.text).find(), "it is a placeholder or markup"),
            new Ground<>(name -> isCompany(name.text), "it names a company"),
            new Ground<>(name -> isInitials(name.words), "it is initials only"),
            new Ground<>(this::isSeveral, "it names several people"),
            new Ground<>(PersonalNames::isOneLetter, "it is a placeholder"));

    private record Name(String text, Words words) {}

    PersonalNames(GroupNames groups) {
        this.groups = groups;
    }

    /** Why this cannot be one person's name; empty if it can. */
    Optional<String> refusal(String name) {
        return Ground.first(NO_LINE, name)
                .or(() -> Suspicion.of(name))
                .or(() -> Ground.first(nobody, new Name(name, Words.of(name))))
                .or(() -> groups.reason(name));
    }

    /** Whether a name is written like that of one person in full: a common given name and a word that means nothing. */
    boolean isFullName(String name) {
        Words words = Words.of(name);
        boolean given = words.folded().stream().anyMatch(word -> groups.isOf(Section.GIVEN, word));
        boolean surname = words.folded().stream()
                .anyMatch(word ->
                        word.length() > 2 && !groups.isOf(Section.GIVEN, word) && !groups.isOf(Section.TITLE, word));
        return given
                && surname
                && words.size() <= MOST_WORDS
                && refusal(name).isEmpty()
                && words.written().stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
                && words.folded().stream()
                        .allMatch(word -> groups.isOf(Section.GIVEN, word) || !groups.saysNothingOfAPerson(word));
    }

    /** Whether a name has signs in it which names do not have. */
    static boolean hasMarkup(String name) {
        return MARKUP.matcher(name).find();
    }

    private static boolean isCompany(String name) {
        boolean abbreviated =
                !name.isEmpty() && (name.endsWith(".") || Character.isUpperCase(name.charAt(name.length() - 1)));
        return abbreviated && COMPANY_FORM.matcher(name).find();
    }

    private static boolean isOneLetter(Name name) {
        return name.words.size() == 1
                && ONE_LETTER.matcher(name.words.folded().get(0)).matches();
    }

    /** Letters standing for names: {@code MK}, {@code M. K.}, {@code /mk}. */
    static boolean isInitials(Words words) {
        if (isWithoutWord(words) && !hasUncased(words)) {
            return true;
        }
        if (words.size() != 1) {
            return false;
        }
        String word = words.written().get(0);
        boolean oneCase = word.equals(Folding.upper(word)) || word.equals(Folding.fold(word));
        boolean allUpper = word.equals(Folding.upper(word));
        return word.length() <= 3
                && !hasUncased(words)
                && oneCase
                && (!VOWEL.matcher(Folding.fold(word)).find() || (allUpper && word.length() == 2));
    }

    private static boolean isWithoutWord(Words words) {
        for (String word : words.folded()) {
            if (word.length() != 1 && word.chars().anyMatch(Character::isLetter)) {
                return false;
            }
        }
        return true;
    }

    /** Han, kana, Hangul, Arabic: one sign can be a name. */
    private static boolean hasUncased(Words words) {
        return words.written().stream()
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> Character.getType(c) == Character.OTHER_LETTER);
    }

    private boolean isSeveral(Name name) {
        if (AND.matcher(name.text).find()) {
            return true;
        }
        List<String> folded = name.words.folded();
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

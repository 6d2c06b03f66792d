package dev.heed.rule;

import com.google.common.base.Splitter;
import dev.heed.rule.SignatureWords.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of groups, offices and tasks from names of people, for one shop. Immutable and thread-safe. */
final class GroupNames {
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu}{2})(?=\\p{Lu}\\p{Ll})");
    private static final int SHORTEST_PIECE = 3;

    private final SignatureWords words;
    private final Set<String> shopWords = new HashSet<>();

    GroupNames(SignatureWords words, Set<String> collectiveNames) {
        this.words = words;
        for (String name : collectiveNames) {
            Words taken = Words.of(name);
            taken.folded().stream()
                    .filter(word -> !words.is(Section.FUNCTION, word))
                    .forEach(shopWords::add);
            shopWords.add(taken.joined());
        }
    }

    /** Why a name is that of a group, or empty if it can be a person's. */
    Optional<String> reason(String name) {
        List<String> tokens = tokens(name);
        if (tokens.stream().allMatch(token -> isOf(Section.PLACEHOLDER, token) || isOf(Section.FUNCTION, token))
                && tokens.stream().anyMatch(token -> isOf(Section.PLACEHOLDER, token))) {
            return Optional.of("it is a placeholder");
        }
        if (tokens.stream().allMatch(this::saysNothingOfAPerson)) {
            return Optional.of(
                    tokens.stream().allMatch(token -> isShopWord(token) || isOf(Section.FUNCTION, token))
                            ? "it is a name of the shop"
                            : "it names a group, an office or a task");
        }
        if (tokens.stream().anyMatch(this::isCollective)) {
            return Optional.of("it names a group");
        }
        boolean withGivenName = tokens.stream().anyMatch(token -> isOf(Section.GIVEN, token));
        if (!withGivenName && tokens.stream().anyMatch(token -> isOf(Section.COLLECTIVE_SURNAME, token))) {
            return Optional.of("it names a group");
        }
        if (!withGivenName && tokens.size() > 1 && isShopWord(tokens.get(0))) {
            return Optional.of("it begins with a name of the shop and names nobody");
        }
        return Optional.empty();
    }

    /** Words of a name as they are meant: glued ones parted, spaced letters joined, disguises removed. */
    List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>();
        Words taken = Words.of(name.replace('_', ' '));
        StringBuilder letters = new StringBuilder();
        for (String written : taken.written()) {
            if (written.codePointCount(0, written.length()) == 1 && Character.isLetter(written.codePointAt(0))) {
                letters.append(written);
                continue;
            }
            addSpaced(letters, tokens);
            Splitter.on(CAMEL).omitEmptyStrings().split(written).forEach(part -> tokens.add(meant(part)));
        }
        addSpaced(letters, tokens);
        return tokens;
    }

    private void addSpaced(StringBuilder letters, List<String> tokens) {
        String joined = meant(letters.toString());
        if (letters.length() >= SHORTEST_PIECE && saysNothingOfAPerson(joined)) {
            tokens.add(joined);
        } else {
            letters.codePoints().forEach(letter -> tokens.add(meant(Character.toString(letter))));
        }
        letters.setLength(0);
    }

    private String meant(String part) {
        String folded = Folding.fold(part);
        String plain = Folding.disguiseRemoved(folded);
        return saysNothingOfAPerson(folded) || !saysNothingOfAPerson(plain) ? folded : plain;
    }

    /** A word that a group's name can consist of: any but a person's own. */
    boolean saysNothingOfAPerson(String token) {
        return isCollective(token)
                || isGeneric(token)
                || isShopWord(token)
                || isOf(Section.FUNCTION, token)
                || token.chars().noneMatch(Character::isLetter)
                || (token.length() == 1 && Character.getType(token.charAt(0)) != Character.OTHER_LETTER)
                || isCompound(token);
    }

    boolean isCollective(String token) {
        return isOf(Section.COLLECTIVE, token)
                || words.words(Section.COLLECTIVE_SUFFIX).stream()
                        .anyMatch(suffix -> token.length() > suffix.length() + 2
                                && token.endsWith(suffix)
                                && isPiece(token.substring(0, token.length() - suffix.length())));
    }

    boolean isGeneric(String token) {
        return isOf(Section.GENERIC, token) || isOf(Section.COLLECTIVE_SURNAME, token);
    }

    boolean isShopWord(String token) {
        return shopWords.contains(token);
    }

    boolean isOf(Section section, String token) {
        return words.is(section, token);
    }

    SignatureWords words() {
        return words;
    }

    private boolean isCompound(String token) {
        for (int cut = SHORTEST_PIECE; cut <= token.length() - SHORTEST_PIECE; cut++) {
            if (isPiece(token.substring(0, cut))) {
                String rest = token.substring(cut);
                if (isPiece(rest) || isCompound(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPiece(String piece) {
        String bare = piece.endsWith("s") ? piece.substring(0, piece.length() - 1) : piece;
        return piece.length() >= SHORTEST_PIECE
                && (isWhole(piece) || (bare.length() >= SHORTEST_PIECE && isWhole(bare)) || isShopWord(piece));
    }

    private boolean isWhole(String piece) {
        return isOf(Section.GENERIC, piece)
                || isOf(Section.COLLECTIVE, piece)
                || isOf(Section.COLLECTIVE_SURNAME, piece);
    }
}

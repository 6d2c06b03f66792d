package dev.heed.spi.store;

import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * In which tickets which words stand, those of notes apart. It is made at the first search that needs it and takes in what
 * was said since at each that follows, so that nobody who writes waits for it. Where words are taken back it is made anew. Not
 * thread-safe.
 */
final class WordIndex {
    private static final int SMALLEST = 16;

    private final Map<String, Postings> said = new HashMap<>();
    private final Map<String, Postings> noted = new HashMap<>();
    private final IntSet waiting = new IntSet();
    private int[] messages = new int[SMALLEST];
    private int[] notes = new int[SMALLEST];
    /** How many tickets have been taken in. */
    private int size;

    /** A ticket has changed. */
    void follow(int ordinal, Ticket after) {
        boolean known = ordinal < size
                && messages[ordinal] == after.messages().size()
                && notes[ordinal] == after.notes().size();
        if (ordinal < size && !known) {
            waiting.add(ordinal);
        }
    }

    /** Takes in some of what it does not know yet, at most so many tickets; whether that was all. */
    boolean catchUp(int most, int all, IntFunction<Ticket> tickets) {
        int left = most;
        List<Integer> changed = new ArrayList<>();
        waiting.all(ordinal -> changed.add(ordinal) && changed.size() < most);
        for (int ordinal : changed) {
            waiting.remove(ordinal);
            takeIn(ordinal, tickets.apply(ordinal));
            left--;
        }
        for (; left > 0 && size < all; left--) {
            if (size == messages.length) {
                int length = Math.min(all, size + (size >> 1));
                messages = Arrays.copyOf(messages, Math.max(length, size + 1));
                notes = Arrays.copyOf(notes, messages.length);
            }
            Ticket ticket = tickets.apply(size);
            SearchWords.each(ticket.subject(), word -> put(said, word, size));
            takeIn(size, ticket);
            size++;
        }
        return size == all && waiting.size() == 0;
    }

    private void takeIn(int ordinal, Ticket ticket) {
        List<Message> said = ticket.messages();
        for (Message message : said.subList(Math.min(messages[ordinal], said.size()), said.size())) {
            SearchWords.each(message.text(), word -> put(this.said, word, ordinal));
        }
        messages[ordinal] = said.size();
        List<Note> noted = ticket.notes();
        for (Note note : noted.subList(Math.min(notes[ordinal], noted.size()), noted.size())) {
            SearchWords.each(note.text(), word -> put(this.noted, word, ordinal));
        }
        notes[ordinal] = noted.size();
    }

    private static void put(Map<String, Postings> words, String word, int ordinal) {
        words.computeIfAbsent(word, key -> new Postings()).add(ordinal);
    }

    /** The tickets in which all of these were said and all of those noted; empty if one of the words is nowhere. */
    Optional<Source.Worded> find(Set<String> wordsSaid, Set<String> wordsNoted) {
        List<Postings> all = new ArrayList<>();
        boolean known = addAll(all, said, wordsSaid) && addAll(all, noted, wordsNoted);
        all.sort(Comparator.comparingInt(Postings::size));
        return known ? Optional.of(new Source.Worded(List.copyOf(all))) : Optional.empty();
    }

    private static boolean addAll(List<Postings> to, Map<String, Postings> words, Set<String> wanted) {
        for (String word : wanted) {
            Postings postings = words.get(word);
            if (postings == null) {
                return false;
            }
            to.add(postings);
        }
        return true;
    }
}

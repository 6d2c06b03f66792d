package dev.heed.examples.firstanswer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails of one run: what was handed in, what became of it, and how they are told from the mails of others. */
final class OwnMails {
    /** Bears the mark of a mail. Heed, like everybody, takes no notice of headers that begin so. */
    static final String HEADER = "X-Heed-First-Answer";

    private final String run;
    private final Map<String, String> handedIn = new LinkedHashMap<>();
    private final Set<String> arrived = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, String> notDelivered = new LinkedHashMap<>();
    private final Set<String> sent = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** Begins a run with a name that no other run has. */
    OwnMails(String run) {
        this.run = run;
    }

    String run() {
        return run;
    }

    /** The mark for the next mail. */
    String nextMark() {
        return run + "." + (handedIn.size() + 1);
    }

    /** The mail server has taken this mail. */
    void handedIn(String mark, String name) {
        handedIn.put(mark, name);
    }

    /** This mail was not taken by the mail server, or could not even be read. */
    void notDelivered(String name, String reason) {
        notDelivered.put(name, reason);
    }

    /** A message with this name has left the shop. */
    void sent(String reference) {
        sent.add(reference);
    }

    /** The mail with this mark is in the mailbox. */
    void arrived(String mark) {
        arrived.add(mark);
    }

    /** Heed has made a message of the mail with this mark, knew it already, or keeps it as unreadable. */
    void taken(String mark) {
        taken.add(mark);
    }

    /** Heed knew the mail with this mark already. */
    void wasKnown(String mark) {
        known.add(mark);
    }

    /** Whether a mail with this mark in its header is one of this run. */
    boolean isOwn(Optional<String> mark) {
        return mark.filter(handedIn::containsKey).isPresent();
    }

    /** Whether a mail is an answer to one that left the shop in this run: a bounce, an absence, a person. */
    boolean answersUs(String text) {
        return sent.stream().anyMatch(text::contains);
    }

    int delivered() {
        return handedIn.size();
    }

    /** The names of the mails that Heed knew already. */
    List<String> known() {
        return handedIn.entrySet().stream()
                .filter(mail -> known.contains(mail.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean allTaken() {
        return taken.containsAll(handedIn.keySet());
    }

    Map<String, String> notDelivered() {
        return notDelivered;
    }

    /** The names of the mails that the mail server took and that never were in the mailbox. */
    List<String> neverArrived() {
        return handedIn.entrySet().stream()
                .filter(mail -> !taken.contains(mail.getKey()) && !arrived.contains(mail.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The names of the mails that were in the mailbox and that Heed made nothing of. */
    List<String> notTaken() {
        return handedIn.entrySet().stream()
                .filter(mail -> !taken.contains(mail.getKey()) && arrived.contains(mail.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}

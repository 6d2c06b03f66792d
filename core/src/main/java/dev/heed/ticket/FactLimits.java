package dev.heed.ticket;

import dev.heed.error.InvalidInputException;

/** How much fits on a fact sheet. Customers and programs fill half of it, so that there is room for people of the shop. */
final class FactLimits {
    private final FactSheet sheet;

    FactLimits(FactSheet sheet) {
        this.sheet = sheet;
    }

    /** Whether it is too long, or one too many. */
    boolean isBeyond(ListeningCommand.NoteFact note) {
        return note.value().length() > Fact.LONGEST_VALUE || sheet.history().size() >= most(note.source());
    }

    void require(ListeningCommand.NoteFact note) {
        requireShort(note.value());
        int most = most(note.source());
        if (sheet.history().size() >= most) {
            throw new InvalidInputException(
                    "The fact sheet has " + sheet.history().size() + " entries, and " + most + " are the most here.",
                    "Write a message or a note instead.");
        }
    }

    private static int most(FactSource source) {
        boolean byPeopleOfTheShop = source instanceof FactSource.ByAgent
                || source instanceof FactSource.OnThePhone
                || (source instanceof FactSource.Quoted quoted && quoted.by().isPresent());
        return byPeopleOfTheShop ? FactSheet.MOST : FactSheet.MOST / 2;
    }

    static void requireShort(String words) {
        if (words.length() > Fact.LONGEST_VALUE) {
            throw new InvalidInputException(
                    "What is to be kept on the fact sheet has " + words.length() + " characters, and "
                            + Fact.LONGEST_VALUE + " are the most.",
                    "Say what matters, and write the rest in a message or a note.");
        }
    }
}

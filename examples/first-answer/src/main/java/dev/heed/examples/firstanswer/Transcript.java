package dev.heed.examples.firstanswer;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.Finding;
import dev.heed.error.HeedException;
import dev.heed.error.RefusedException;
import java.io.PrintStream;
import java.util.Locale;

/** Writes the story down for a person to read. */
final class Transcript {
    private static final int WIDEST = 96;
    private static final int MOST_QUOTED = 20;

    private final PrintStream out;
    private int chapter;

    Transcript(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf(Locale.ROOT, "%n%d  %s%n", ++chapter, title);
        out.println("-".repeat(WIDEST));
    }

    void line(String text) {
        out.println(("   " + Words.plain(text)).stripTrailing());
    }

    /** A line that is cut where the page ends. */
    void brief(String text) {
        line(Words.cut(text, WIDEST - 3));
    }

    /** What somebody wrote, indented; of much the beginning. */
    void quote(String text) {
        text.lines()
                .limit(MOST_QUOTED)
                .flatMap(line -> Words.wrapped(line, WIDEST - 5).stream())
                .forEach(line -> line("| " + line));
        if (text.lines().count() > MOST_QUOTED) {
            line("| …");
        }
    }

    void refusal(RefusedException refused) {
        for (Finding finding : refused.findings()) {
            line("REFUSED  " + finding.code() + " (" + finding.code().practice() + ")");
            finding.span().ifPresent(span -> line("  where  “" + span.text() + "”"));
            line("  what   " + finding.problem());
            line("  why    " + finding.reason());
            line("  mend   " + finding.remedy());
        }
    }

    /** Why the example ends here. */
    void failure(HeedException failure) {
        out.printf(Locale.ROOT, "%nThe example could not do its work.%n");
        field("what", failure.problem());
        if (failure instanceof ChannelUnavailableException unavailable) {
            field("kind", unavailable.kind().toString());
        }
        field("mend", failure.remedy());
    }

    /** Why the example ends here, in one sentence. */
    void failure(String what) {
        out.printf(Locale.ROOT, "%nThe example could not do its work.%n");
        field("what", what);
    }

    private void field(String name, String text) {
        String label = name;
        for (String line : Words.wrapped(text, WIDEST - 8)) {
            out.printf(Locale.ROOT, "  %-5s %s%n", label, Words.plain(line));
            label = "";
        }
    }
}

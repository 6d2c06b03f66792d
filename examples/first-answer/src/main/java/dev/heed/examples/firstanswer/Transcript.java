package dev.heed.examples.firstanswer;

import dev.heed.error.Finding;
import dev.heed.error.RefusedException;
import java.io.PrintStream;

/** Writes the story down for a person to read. */
final class Transcript {
    private static final int WIDEST = 96;

    private final PrintStream out;
    private int chapter;

    Transcript(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%d  %s%n", ++chapter, title);
        out.println("-".repeat(WIDEST));
    }

    void line(String text) {
        out.println("   " + text);
    }

    /** What somebody wrote, indented. */
    void quote(String text) {
        text.lines().forEach(line -> out.println("   | " + line));
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
}

package dev.heed.holidays.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads all of a feed, and no more than a feed may have. */
final class FeedText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int PIECE = 8192;

    private FeedText() {}

    static String of(InputStream bytes) throws IOException {
        Reader reader = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            return of(reader);
        } catch (CharacterCodingException e) {
            throw FeedFault.of(
                    "The feed is not in UTF-8.",
                    "Export it in UTF-8, or read it with a Reader that knows its charset.");
        }
    }

    static String of(Reader characters) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[PIECE];
        int read = characters.read(piece);
        while (read >= 0 && text.length() <= ICalHolidays.LONGEST_FEED) {
            text.append(piece, 0, read);
            read = characters.read(piece);
        }
        return of(text.toString());
    }

    static String of(String text) {
        if (text.length() > ICalHolidays.LONGEST_FEED) {
            throw FeedFault.of(
                    "The feed has more than " + ICalHolidays.LONGEST_FEED + " characters.",
                    "Give a feed of holidays only, without pictures and past years.");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

package dev.heed.spi.attachment;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.heed.error.AttachmentTooLargeException;
import dev.heed.error.InvalidInputException;
import dev.heed.message.ContentHash;
import java.io.IOException;
import java.io.InputStream;

/**
 * What came out of a stream.
 *
 * @param hash of all its bytes
 * @param size in bytes
 */
record HashedReading(ContentHash hash, long size) {
    private static final int PIECE = 64 * 1024;

    /** Takes a content piece by piece. */
    interface Sink {
        /** One more piece: the first {@code length} bytes. */
        void take(byte[] piece, int length);
    }

    /** Reads a stream to its end, or one byte beyond the limit. */
    static HashedReading of(InputStream content, long limit, Sink sink) throws IOException {
        if (limit < 0) {
            throw new InvalidInputException(
                    "A content may have at most " + limit + " bytes, which none has.", "Give a limit from 0 on.");
        }
        Hasher hasher = Hashing.sha256().newHasher();
        byte[] piece = new byte[PIECE];
        long size = 0;
        int read = content.read(piece, 0, wanted(limit));
        while (read >= 0) {
            size += read;
            if (size > limit) {
                throw new AttachmentTooLargeException(limit);
            }
            hasher.putBytes(piece, 0, read);
            sink.take(piece, read);
            read = content.read(piece, 0, wanted(limit - size));
        }
        return new HashedReading(new ContentHash(hasher.hash().toString()), size);
    }

    /** One more than may come, so that it is seen when it comes. */
    private static int wanted(long left) {
        return left >= PIECE ? PIECE : (int) left + 1;
    }
}

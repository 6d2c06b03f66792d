package dev.heed.spi.attachment;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.heed.message.ContentHash;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a content, and fails at its end if it is not what its name says. Not thread-safe. */
final class VerifyingStream extends FilterInputStream {
    private static final int PIECE = 8 * 1024;

    private final ContentHash expected;
    private final Hasher hasher = Hashing.sha256().newHasher();
    private boolean verified;

    VerifyingStream(InputStream content, ContentHash expected) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
            verify();
        } else {
            hasher.putByte((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] piece, int offset, int length) throws IOException {
        int read = super.read(piece, offset, length);
        if (read < 0) {
            verify();
        } else {
            hasher.putBytes(piece, offset, read);
        }
        return read;
    }

    private void verify() throws IOException {
        if (!verified && !hasher.hash().toString().equals(expected.value())) {
            throw new IOException("The content " + expected + " has been changed or cut where it is kept.");
        }
        verified = true;
    }

    /** What is passed over counts as well. */
    @Override
    public long skip(long count) throws IOException {
        byte[] piece = new byte[PIECE];
        long skipped = 0;
        while (skipped < count) {
            int read = read(piece, 0, (int) Math.min(PIECE, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public synchronized void mark(int limit) {}

    @Override
    public synchronized void reset() throws IOException {
        throw new IOException("A content is read once from its beginning to its end.");
    }
}

package dev.heed.json;

import dev.heed.message.ContentHash;

/** Keeps the bytes of files that stand inside of old JSON. */
@FunctionalInterface
public interface FileSink {
    /** Keeps a content, and gives the hash by which it is found from now on. Twice is the same as once. */
    ContentHash keep(byte[] content);
}

package dev.heed;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.util.List;

/**
 * How large files may be. A customer's message is taken in without what is larger, and says so; an answer with it is refused.
 *
 * @param largestFile how many bytes one file may have
 * @param largestMessage how many bytes the files of one message may have together
 */
public record AttachmentLimits(long largestFile, long largestMessage) {
    private static final long MEBIBYTE = 1024L * 1024;

    /**
     * Checks what it is given.
     *
     * @throws ConfigurationException if one of them is below one, or a message takes less than a file
     */
    public AttachmentLimits {
        if (largestFile < 1 || largestMessage < largestFile) {
            throw new ConfigurationException(List.of(Problem.of(
                    "One file may have " + largestFile + " bytes, and the files of a message " + largestMessage + ".",
                    "Allow a byte at least, and for a message as many as for a file.")));
        }
    }

    /** 25 MiB for each file, and as much for all of a message: what most mail servers take. */
    public static AttachmentLimits standard() {
        return new AttachmentLimits(25 * MEBIBYTE, 25 * MEBIBYTE);
    }

    /** As people say it. */
    static String inWords(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
    }
}

/** For platform vendors: where the contents of files are kept. The in-memory store is for tests and trials. */
@NullMarked
package dev.heed.spi.attachment;

import org.jspecify.annotations.NullMarked;

/** For everybody: each way in which Heed says no, with the reason and the way to mend it. */
@NullMarked
package dev.heed.error;

import org.jspecify.annotations.NullMarked;

/** For shop developers: by when a customer is answered, and what is due when. */
@NullMarked
package dev.heed.sla;

import org.jspecify.annotations.NullMarked;

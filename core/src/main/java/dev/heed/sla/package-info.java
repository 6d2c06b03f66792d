/** For shop developers: by when a customer is answered. */
@NullMarked
package dev.heed.sla;

import org.jspecify.annotations.NullMarked;

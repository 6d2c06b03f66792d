/** For shop developers: calendars and service levels from a document instead of from builders. */
@NullMarked
package dev.heed.sla.config;

import org.jspecify.annotations.NullMarked;

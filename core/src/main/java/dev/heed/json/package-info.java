/**
 * For developers of stores, webhooks and imports: the events of a ticket as JSON, with a version on each, and the way
 * from older versions to the newest. No type of a JSON library is visible from outside.
 */
@NullMarked
package dev.heed.json;

import org.jspecify.annotations.NullMarked;

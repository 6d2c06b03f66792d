/** Inside core: what of the HTML of a reply a reader sees. Read once, styled as browsers would, refused if text is hidden. */
@NullMarked
package dev.heed.html;

import org.jspecify.annotations.NullMarked;

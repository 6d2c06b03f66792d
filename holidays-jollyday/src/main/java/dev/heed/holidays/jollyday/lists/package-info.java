/** For Jollyday alone, which asks for its lists by reflection: lists that it may ask on the module path, too. */
@NullMarked
package dev.heed.holidays.jollyday.lists;

import org.jspecify.annotations.NullMarked;

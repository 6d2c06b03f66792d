/** For shop developers who write their configuration in YAML. No type of the libraries below is visible from outside. */
@NullMarked
package dev.heed.config.yaml;

import org.jspecify.annotations.NullMarked;

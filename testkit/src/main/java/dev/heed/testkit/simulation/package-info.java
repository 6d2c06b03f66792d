/**
 * For platform vendors and for ourselves: seeded customers and agents act on desks in virtual time while faults are
 * injected, and what has to hold is checked at each commit. Start with {@link dev.heed.testkit.simulation.Simulation}.
 */
@NullMarked
package dev.heed.testkit.simulation;

import org.jspecify.annotations.NullMarked;

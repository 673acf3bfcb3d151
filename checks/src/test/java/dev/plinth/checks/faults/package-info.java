/** Drills: what clients notice while parts of an environment are changed, killed or lost. Not a part of every test run. */
@NullMarked
package dev.plinth.checks.faults;

import org.jspecify.annotations.NullMarked;

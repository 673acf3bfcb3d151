/** How well software is delivered: the four measures of DORA from the records of releases and incidents. */
@NullMarked
package dev.plinth.ops.report;

import org.jspecify.annotations.NullMarked;

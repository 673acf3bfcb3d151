/** What a stack consists of, as a text that reviews can compare. */
@NullMarked
package dev.plinth.ops.inventory;

import org.jspecify.annotations.NullMarked;

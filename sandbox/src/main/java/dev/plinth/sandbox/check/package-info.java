/** Finds every fault in a resource's inputs and says where it is, what was expected and what was found. */
@NullMarked
package dev.plinth.sandbox.check;

import org.jspecify.annotations.NullMarked;

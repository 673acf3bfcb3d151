/** What Docker resources do in the sandbox. */
@NullMarked
package dev.plinth.sandbox.docker;

import org.jspecify.annotations.NullMarked;

/** The policy packs without the engine. */
@NullMarked
package dev.plinth.ops.policy;

import org.jspecify.annotations.NullMarked;

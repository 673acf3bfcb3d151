/** Tries rules and packs without the engine; depends on no test framework. */
@NullMarked
package dev.plinth.policy.test;

import org.jspecify.annotations.NullMarked;

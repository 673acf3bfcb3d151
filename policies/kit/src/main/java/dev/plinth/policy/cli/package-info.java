/** Packs as a command: judges plans without the engine, tells of rules, and writes their pages. */
@NullMarked
package dev.plinth.policy.cli;

import org.jspecify.annotations.NullMarked;

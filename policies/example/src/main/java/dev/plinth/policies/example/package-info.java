/** A pack to copy, with one rule of each kind. */
@NullMarked
package dev.plinth.policies.example;

import org.jspecify.annotations.NullMarked;

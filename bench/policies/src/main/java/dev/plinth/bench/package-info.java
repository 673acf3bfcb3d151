/** What the scripts of bench/ need to time the policies. */
@NullMarked
package dev.plinth.bench;

import org.jspecify.annotations.NullMarked;

/** What the command promises, through its command line and part by part. */
@NullMarked
package dev.plinth.ops;

import org.jspecify.annotations.NullMarked;

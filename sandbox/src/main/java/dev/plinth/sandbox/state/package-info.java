/** Resources on disk, one file each. */
@NullMarked
package dev.plinth.sandbox.state;

import org.jspecify.annotations.NullMarked;

/** What checkers of the field say of the manifests and of the container image. */
@NullMarked
package dev.plinth.ops.lint;

import org.jspecify.annotations.NullMarked;

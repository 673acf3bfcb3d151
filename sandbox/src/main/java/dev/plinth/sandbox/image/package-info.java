/** Container images without a container engine: a Dockerfile's final stage as a content-addressed directory. */
@NullMarked
package dev.plinth.sandbox.image;

import org.jspecify.annotations.NullMarked;

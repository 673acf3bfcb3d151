/** The Kubernetes objects of a plan as manifests. */
@NullMarked
package dev.plinth.ops.manifests;

import org.jspecify.annotations.NullMarked;

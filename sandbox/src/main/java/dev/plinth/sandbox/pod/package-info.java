/** Deployments: replicas of a container as processes, each on an address of its own, replaced without a gap. */
@NullMarked
package dev.plinth.sandbox.pod;

import org.jspecify.annotations.NullMarked;

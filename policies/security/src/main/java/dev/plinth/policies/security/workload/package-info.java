/** Kubernetes objects: what a container may do. */
@NullMarked
package dev.plinth.policies.security.workload;

import org.jspecify.annotations.NullMarked;

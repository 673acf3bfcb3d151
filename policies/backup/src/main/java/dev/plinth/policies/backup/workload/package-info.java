/** Kubernetes objects: what goes on when a node is gone. */
@NullMarked
package dev.plinth.policies.backup.workload;

import org.jspecify.annotations.NullMarked;

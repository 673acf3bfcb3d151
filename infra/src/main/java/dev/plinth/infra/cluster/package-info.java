/** The Kubernetes cluster: its control plane, its nodes, what is installed in it, and the rooms that apps get. */
@NullMarked
package dev.plinth.infra.cluster;

import org.jspecify.annotations.NullMarked;

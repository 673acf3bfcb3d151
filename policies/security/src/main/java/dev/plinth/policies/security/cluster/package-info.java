/** Kubernetes clusters and the registries of their images. */
@NullMarked
package dev.plinth.policies.security.cluster;

import org.jspecify.annotations.NullMarked;

/**
 * What rules about Kubernetes share: which objects carry a pod, and where in each of them the pod, its containers and
 * the metadata stand. A pack that uses it depends on {@code com.pulumi:kubernetes}.
 */
@NullMarked
package dev.plinth.policy.kubernetes;

import org.jspecify.annotations.NullMarked;

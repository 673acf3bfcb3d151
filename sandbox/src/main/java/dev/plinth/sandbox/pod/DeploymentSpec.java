package dev.plinth.sandbox.pod;

import java.time.Duration;

/** Replicas of a container, the time a pod has to end itself, and the time they have to become ready. */
public record DeploymentSpec(
        String name, String urn, int replicas, ContainerSpec container, Duration grace, Duration deadline) {}

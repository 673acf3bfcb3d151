package dev.plinth.sandbox.pod;

import java.time.Duration;

/** Replicas of a container, how their pods end, and the time they have to become ready. */
public record DeploymentSpec(
        String name, String urn, int replicas, ContainerSpec container, Ending ending, Duration deadline) {}

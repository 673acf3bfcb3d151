package dev.plinth.sandbox.proxy;

import java.util.List;

/** Targets that serve the same, what they speak, and how their health is asked. */
public record TargetGroupSettings(String name, Protocol protocol, HealthCheck healthCheck, List<Target> targets) {
    public TargetGroupSettings {
        targets = List.copyOf(targets);
    }
}

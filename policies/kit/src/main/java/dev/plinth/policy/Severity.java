package dev.plinth.policy;

/** How bad a violation is, whatever it does to the deployment. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}

package dev.plinth.app.metrics;

/** What an owner answers for. */
public enum OwnerRole {
    BUSINESS,
    TECHNICAL,
    STEWARD
}

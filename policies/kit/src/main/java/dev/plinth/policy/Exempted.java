package dev.plinth.policy;

/** A violation that does not count because of an exemption. */
public record Exempted(Finding finding, Exemption exemption) {}

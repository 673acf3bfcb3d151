package dev.plinth.ops.sandbox;

/** A process that stands for a resource. */
public record SandboxProcess(String name, String kind, long pid, String address, String state, String logFile) {}

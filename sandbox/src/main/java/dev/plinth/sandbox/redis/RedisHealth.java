package dev.plinth.sandbox.redis;

/** Whether the primary answers, and how many of its replicas are in step with it. */
public record RedisHealth(boolean primaryAnswers, int replicas, int replicasInSync) {}

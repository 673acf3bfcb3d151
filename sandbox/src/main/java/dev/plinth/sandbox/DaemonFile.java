package dev.plinth.sandbox;

/** What daemon.json tells the clients of a running daemon. */
record DaemonFile(long pid, int grpcPort, int controlPort, int apiPort, String token, String buildId) {}

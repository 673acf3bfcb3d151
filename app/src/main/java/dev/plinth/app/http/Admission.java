package dev.plinth.app.http;

/**
 * How much the API takes in at a time: connections, requests that are worked on, and requests that wait a moment for
 * their turn.
 */
public record Admission(int connectionsMax, int requestsMax, int waitingMax) {}

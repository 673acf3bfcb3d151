package dev.plinth.app.http;

/** What the environment tells of how the API behaves towards all clients. */
public record MannersSettings(Admission admission) {}

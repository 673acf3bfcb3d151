package dev.plinth.app.http;

import dev.plinth.app.limits.RateLimits;
import dev.plinth.app.telemetry.Telemetry;

/** How the API behaves towards all clients, whatever they ask for. */
public record Manners(MannersSettings settings, RateLimits rates, Telemetry telemetry) {}

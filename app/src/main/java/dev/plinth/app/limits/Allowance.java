package dev.plinth.app.limits;

/**
 * What a caller has left, after a request that was admitted or was not.
 *
 * @param quota what the caller has when it has used nothing
 * @param resetSeconds until it has all of it again
 * @param retrySeconds until the request would be admitted; 0 when it was
 */
public record Allowance(boolean admitted, int quota, long remaining, long resetSeconds, long retrySeconds) {}

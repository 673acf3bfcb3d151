package dev.plinth.infra.delivery;

/**
 * What delivery is made from.
 *
 * @param stack the stack's name, which is also the name of the environment on GitHub that gates its deployments
 */
public record DeliveryArgs(DeliverySpec spec, String stack) {}

package dev.plinth.infra.network;

/** How private subnets reach the internet, which is mostly a question of cost. */
public enum NatGateways {
    /** Not at all. */
    NONE,
    /** Through the first zone: cheap, and cut off when that zone fails. */
    ONE,
    /** Each zone by itself. */
    PER_ZONE
}

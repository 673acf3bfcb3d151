package dev.plinth.infra.network;

/** A tier of subnets and its part of the VPC's addresses, which has a slot for each of eight zones. */
public enum Tier {
    /** Workloads: the lower half. */
    PRIVATE(4, 0),
    /** Load balancers and NAT gateways: the third quarter. */
    PUBLIC(5, 16),
    /** Databases and caches, with no way out: the next eighth. The last eighth stays free. */
    DATA(6, 48);

    private final int bits;
    private final int first;

    Tier(int bits, int first) {
        this.bits = bits;
        this.first = first;
    }

    Cidr block(Cidr vpc, Zone zone) {
        return vpc.part(bits, first + zone.slot());
    }
}

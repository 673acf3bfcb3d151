package dev.plinth.infra.cluster;

import java.util.List;

/** What a namespace is made from: how much its pods may use together, and whom they may talk to. */
public record AppNamespaceArgs(Quota quota, List<Allowance> allowances) {

    public AppNamespaceArgs {
        allowances = List.copyOf(allowances);
    }
}

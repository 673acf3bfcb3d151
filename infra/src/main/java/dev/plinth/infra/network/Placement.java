package dev.plinth.infra.network;

import com.pulumi.core.Output;
import java.util.List;

/** Where something stands in the network: its subnets, one a zone, and the security group around it. */
public record Placement(List<String> zones, Output<List<String>> subnetIds, Output<String> securityGroupId) {}

package dev.plinth.infra.network;

import com.pulumi.core.Output;
import java.util.List;

/**
 * What a network's endpoints are made from.
 *
 * @param placement where those that have addresses stand
 * @param routeTableIds the route tables that lead to S3
 * @param interfaces whether there are any that have addresses: these cost by the hour, and S3's costs nothing
 */
record EndpointsArgs(
        Output<String> vpcId, Placement placement, Output<List<String>> routeTableIds, boolean interfaces) {}

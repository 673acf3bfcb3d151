package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import dev.plinth.infra.site.SiteOrigins;
import java.util.Optional;

/**
 * What a CDN is made from.
 *
 * @param certificateArn the domain's certificate; without one the CDN uses its own
 */
record DistributionArgs(
        Domain domain,
        Reach reach,
        Optional<Output<String>> certificateArn,
        Output<String> webAclArn,
        LoadBalancer api,
        SiteOrigins site) {}

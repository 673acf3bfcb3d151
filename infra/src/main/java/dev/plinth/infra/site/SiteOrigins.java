package dev.plinth.infra.site;

import com.pulumi.core.Output;

/**
 * Where the CDN gets the site from.
 *
 * @param bucketDomain the bucket's name in DNS
 * @param replicaDomain its copy's name in DNS, for when the bucket does not answer
 * @param routerArn the program that leads each request to the live release
 */
public record SiteOrigins(Output<String> bucketDomain, Output<String> replicaDomain, Output<String> routerArn) {}

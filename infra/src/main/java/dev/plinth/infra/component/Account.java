package dev.plinth.infra.component;

import dev.plinth.infra.config.Shape;

/**
 * The AWS account of an environment.
 *
 * @param id its 12 digits
 * @param region where the environment runs
 * @param recoveryRegion where copies of its backups go, so that the loss of a whole region loses no data
 */
public record Account(String id, String region, String recoveryRegion) {
    /** How a configuration writes the id of an account. */
    public static final Shape<String> ID = Shape.matching("\\d{12}", "the 12 digits of an AWS account", "111122223333");
    /** How a configuration writes a region. */
    public static final Shape<String> REGION = Shape.matching("[a-z]{2}(-[a-z]+)+-\\d", "an AWS region", "eu-west-1");

    /** Where AWS keeps what belongs to no region: CloudFront's certificates, firewall and logs, Route 53's logs. */
    public static final String GLOBAL_REGION = "us-east-1";

    /** The ARN of something in the environment's region, such as {@code arn("rds", "db:" + name)}. */
    public String arn(String service, String resource) {
        return arn(service, region, resource);
    }

    public String arn(String service, String inRegion, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, inRegion, id, resource);
    }

    public String region(Place place) {
        return switch (place) {
            case HOME -> region;
            case RECOVERY -> recoveryRegion;
            case GLOBAL -> GLOBAL_REGION;
        };
    }

    /** The ARN of something that belongs to no region, such as a role. */
    public String globalArn(String service, String resource) {
        return arn(service, "", resource);
    }
}

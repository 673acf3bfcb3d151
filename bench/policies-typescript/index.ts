import * as aws from "@pulumi/aws";
import {
    PolicyPack,
    ResourceValidationPolicy,
    validateResourceOfType,
} from "@pulumi/policy";

const RETENTION_DAYS_MIN = 7;
const SNAPSHOT_DAYS_MIN = 7;

const backupRetention: ResourceValidationPolicy = {
    name: "rds-backup-retention",
    description: "A database keeps at least 7 days of backups",
    validateResource: [
        validateResourceOfType(aws.rds.Instance, (instance, _, report) => {
            // A replica is made anew from its source.
            if (!instance.replicateSourceDb) {
                reportRetention(instance.backupRetentionPeriod, report);
            }
        }),
        validateResourceOfType(aws.rds.Cluster, (cluster, _, report) =>
            reportRetention(cluster.backupRetentionPeriod, report)),
    ],
};

function reportRetention(days: number | undefined, report: (message: string) => void) {
    if ((days ?? 0) < RETENTION_DAYS_MIN) {
        report(`keeps ${days ?? 0} days of backups, needs ${RETENTION_DAYS_MIN}`);
    }
}

interface LastSnapshot {
    skipFinalSnapshot?: boolean;
    finalSnapshotIdentifier?: string;
}

const finalSnapshot: ResourceValidationPolicy = {
    name: "rds-final-snapshot",
    description: "A database leaves a snapshot behind when it is deleted",
    validateResource: [
        validateResourceOfType(aws.rds.Instance, (instance, _, report) => {
            if (!instance.replicateSourceDb) {
                reportFinalSnapshot(instance, report);
            }
        }),
        validateResourceOfType(aws.rds.Cluster, (cluster, _, report) => reportFinalSnapshot(cluster, report)),
    ],
};

function reportFinalSnapshot(database: LastSnapshot, report: (message: string) => void) {
    if (database.skipFinalSnapshot) {
        report("is gone with its data when it is deleted, as skipFinalSnapshot is true");
    } else if (!database.finalSnapshotIdentifier) {
        report("cannot be deleted, as its last snapshot has no name in finalSnapshotIdentifier");
    }
}

const storageEncrypted: ResourceValidationPolicy = {
    name: "rds-storage-encrypted",
    description: "A database encrypts its storage",
    validateResource: [
        validateResourceOfType(aws.rds.Instance, (instance, _, report) => {
            if (!instance.replicateSourceDb && !instance.storageEncrypted) {
                report("does not encrypt its storage");
            }
        }),
        validateResourceOfType(aws.rds.Cluster, (cluster, _, report) => {
            if (!cluster.storageEncrypted) {
                report("does not encrypt its storage");
            }
        }),
    ],
};

const noPublicAccess: ResourceValidationPolicy = {
    name: "rds-no-public-access",
    description: "A database is not reachable from the internet",
    validateResource: [
        validateResourceOfType(aws.rds.Instance, (instance, _, report) => {
            if (instance.publiclyAccessible) {
                report("gets a public address, as publiclyAccessible is true");
            }
        }),
        validateResourceOfType(aws.rds.ClusterInstance, (instance, _, report) => {
            if (instance.publiclyAccessible) {
                report("gets a public address, as publiclyAccessible is true");
            }
        }),
    ],
};

const redisSnapshots: ResourceValidationPolicy = {
    name: "redis-snapshots",
    description: "Redis keeps daily snapshots",
    validateResource: [
        validateResourceOfType(aws.elasticache.ReplicationGroup, (group, _, report) => reportSnapshots(group, report)),
        validateResourceOfType(aws.elasticache.Cluster, (cluster, _, report) => {
            // A node is judged by its group.
            if (!cluster.replicationGroupId) {
                reportSnapshots(cluster, report);
            }
        }),
        validateResourceOfType(aws.elasticache.ServerlessCache, (cache, _, report) => reportSnapshots(cache, report)),
    ],
};

function reportSnapshots(
    cache: { engine?: string; snapshotRetentionLimit?: number },
    report: (message: string) => void,
) {
    const days = cache.snapshotRetentionLimit ?? 0;
    if (cache.engine !== "memcached" && days < SNAPSHOT_DAYS_MIN) {
        report(`keeps snapshots for ${days} days, needs ${SNAPSHOT_DAYS_MIN}`);
    }
}

const keyRotation: ResourceValidationPolicy = {
    name: "kms-rotation",
    description: "A key is rotated",
    validateResource: validateResourceOfType(aws.kms.Key, (key, _, report) => {
        // KMS rotates symmetric keys only, and only those that it keeps itself.
        const symmetric = (key.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT";
        if (symmetric && !key.customKeyStoreId && !key.enableKeyRotation) {
            report("is never rotated");
        }
    }),
};

const immutableTags: ResourceValidationPolicy = {
    name: "ecr-immutable-tags",
    description: "A tag of an image means one image for ever",
    validateResource: validateResourceOfType(aws.ecr.Repository, (repository, _, report) => {
        if (repository.imageTagMutability !== "IMMUTABLE") {
            report("lets a tag be moved to another image");
        }
    }),
};

const httpsOnly: ResourceValidationPolicy = {
    name: "cloudfront-https-only",
    description: "A CDN answers over HTTPS only",
    validateResource: validateResourceOfType(aws.cloudfront.Distribution, (distribution, _, report) => {
        const behaviours = [
            ...(distribution.defaultCacheBehavior ? [distribution.defaultCacheBehavior] : []),
            ...(distribution.orderedCacheBehaviors ?? []),
        ];
        if (behaviours.some(behaviour => behaviour.viewerProtocolPolicy === "allow-all")) {
            report("answers over plain HTTP, as a viewerProtocolPolicy is allow-all");
        }
    }),
};

const dropInvalidHeaders: ResourceValidationPolicy = {
    name: "alb-drop-invalid-headers",
    description: "A load balancer drops headers that no server should see",
    validateResource: [
        validateResourceOfType(aws.lb.LoadBalancer, (balancer, _, report) => reportHeaders(balancer, report)),
        validateResourceOfType(aws.alb.LoadBalancer, (balancer, _, report) => reportHeaders(balancer, report)),
    ],
};

function reportHeaders(
    balancer: { loadBalancerType?: string; dropInvalidHeaderFields?: boolean },
    report: (message: string) => void,
) {
    if ((balancer.loadBalancerType ?? "application") === "application" && !balancer.dropInvalidHeaderFields) {
        report("passes malformed headers on, as dropInvalidHeaderFields is not true");
    }
}

interface Metadata {
    httpEndpoint?: string;
    httpTokens?: string;
}

const metadataTokens: ResourceValidationPolicy = {
    name: "instance-imdsv2",
    description: "A machine's metadata needs a token",
    validateResource: [
        validateResourceOfType(aws.ec2.LaunchTemplate, (template, _, report) =>
            reportTokens(template.metadataOptions, report)),
        validateResourceOfType(aws.ec2.Instance, (instance, _, report) => {
            // A machine that says nothing leaves it to its template.
            if (!instance.launchTemplate || instance.metadataOptions) {
                reportTokens(instance.metadataOptions, report);
            }
        }),
    ],
};

function reportTokens(metadata: Metadata | undefined, report: (message: string) => void) {
    if (metadata?.httpEndpoint !== "disabled" && metadata?.httpTokens !== "required") {
        report(`gives its metadata without a token, as httpTokens is ${metadata?.httpTokens ?? "not set"}`);
    }
}

new PolicyPack("plinth-ten-rules-typescript", {
    enforcementLevel: "mandatory",
    policies: [
        backupRetention,
        finalSnapshot,
        storageEncrypted,
        noPublicAccess,
        redisSnapshots,
        keyRotation,
        immutableTags,
        httpsOnly,
        dropInvalidHeaders,
        metadataTokens,
    ],
});

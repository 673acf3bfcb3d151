package dev.plinth.policies.security.audit;

import com.pulumi.aws.cfg.Recorder;
import com.pulumi.aws.cfg.RecorderStatus;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclRule;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.UserPolicy;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.s3.AccountPublicAccessBlock;
import com.pulumi.aws.s3.BucketAclV2;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretPolicy;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.resources.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The properties by which this pack judges, by type. Those of Kubernetes objects are left out: there, one property holds all
 * that is said of an object.
 *
 * @param names on the wire
 */
record JudgedProperties(Class<? extends Resource> type, Set<String> names) {
    private static final List<JudgedProperties> NETWORK = List.of(
            of(EncryptionByDefault.class, "enabled"),
            of(Volume.class, "encrypted"),
            of(DefaultSecurityGroup.class, "ingress", "egress"),
            of(FlowLog.class, "trafficType"),
            of(com.pulumi.aws.ec2.Instance.class, "metadataOptions", "associatePublicIpAddress"),
            of(LaunchTemplate.class, "metadataOptions", "networkInterfaces", "blockDeviceMappings"),
            of(NetworkAcl.class, "ingress"),
            of(NetworkAclRule.class, "ruleAction", "protocol", "fromPort", "toPort", "cidrBlock", "ipv6CidrBlock"),
            of(SecurityGroup.class, "ingress", "egress"),
            of(SecurityGroupRule.class, "protocol", "fromPort", "toPort", "cidrBlocks", "ipv6CidrBlocks"),
            of(Subnet.class, "mapPublicIpOnLaunch"),
            of(SecurityGroupEgressRule.class, "ipProtocol", "fromPort", "toPort", "cidrIpv4", "cidrIpv6"),
            of(SecurityGroupIngressRule.class, "ipProtocol", "fromPort", "toPort", "cidrIpv4", "cidrIpv6"));

    private static final List<JudgedProperties> DATA = List.of(
            of(
                    com.pulumi.aws.rds.Cluster.class,
                    "storageEncrypted",
                    "kmsKeyId",
                    "iamDatabaseAuthenticationEnabled",
                    "enabledCloudwatchLogsExports"),
            of(ClusterInstance.class, "publiclyAccessible", "autoMinorVersionUpgrade"),
            of(
                    com.pulumi.aws.rds.Instance.class,
                    "publiclyAccessible",
                    "storageEncrypted",
                    "kmsKeyId",
                    "iamDatabaseAuthenticationEnabled",
                    "parameterGroupName",
                    "enabledCloudwatchLogsExports",
                    "autoMinorVersionUpgrade"),
            of(ParameterGroup.class, "parameters"),
            of(Proxy.class, "requireTls"),
            of(
                    ReplicationGroup.class,
                    "atRestEncryptionEnabled",
                    "transitEncryptionEnabled",
                    "transitEncryptionMode",
                    "userGroupIds",
                    "kmsKeyId"),
            of(User.class, "noPasswordRequired"));

    private static final List<JudgedProperties> EDGE = List.of(
            of(com.pulumi.aws.alb.Listener.class, "protocol", "sslPolicy"),
            of(
                    com.pulumi.aws.alb.LoadBalancer.class,
                    "internal",
                    "dropInvalidHeaderFields",
                    "desyncMitigationMode",
                    "accessLogs"),
            of(
                    Distribution.class,
                    "viewerCertificate",
                    "webAclId",
                    "origins",
                    "defaultCacheBehavior",
                    "orderedCacheBehaviors",
                    "loggingConfig"),
            of(com.pulumi.aws.lb.Listener.class, "protocol", "sslPolicy"),
            of(
                    com.pulumi.aws.lb.LoadBalancer.class,
                    "internal",
                    "dropInvalidHeaderFields",
                    "desyncMitigationMode",
                    "accessLogs"),
            of(WebAcl.class, "rules", "ruleJson", "defaultAction", "visibilityConfig"));

    private static final List<JudgedProperties> STORAGE = List.of(
            of(Repository.class, "imageScanningConfiguration", "imageTagMutability", "encryptionConfigurations"),
            of(RepositoryPolicy.class, "policy"),
            of(
                    AccountPublicAccessBlock.class,
                    "blockPublicAcls",
                    "blockPublicPolicy",
                    "ignorePublicAcls",
                    "restrictPublicBuckets"),
            of(BucketAclV2.class, "acl"),
            of(BucketOwnershipControls.class, "rule"),
            of(BucketPolicy.class, "policy"),
            of(
                    BucketPublicAccessBlock.class,
                    "blockPublicAcls",
                    "blockPublicPolicy",
                    "ignorePublicAcls",
                    "restrictPublicBuckets"),
            of(BucketServerSideEncryptionConfigurationV2.class, "rules"));

    private static final List<JudgedProperties> IDENTITY = List.of(
            of(AccessPolicyAssociation.class, "policyArn", "accessScope"),
            of(
                    com.pulumi.aws.eks.Cluster.class,
                    "version",
                    "vpcConfig",
                    "accessConfig",
                    "encryptionConfig",
                    "enabledClusterLogTypes"),
            of(NodeGroup.class, "remoteAccess"),
            of(Policy.class, "policy"),
            of(Role.class, "assumeRolePolicy", "inlinePolicies", "managedPolicyArns"),
            of(RolePolicy.class, "policy"),
            of(UserPolicy.class, "policy"),
            of(Key.class, "policy", "enableKeyRotation"),
            of(Secret.class, "kmsKeyId", "policy"),
            of(SecretPolicy.class, "policy", "blockPublicPolicy"),
            of(SecretRotation.class, "rotationRules"));

    private static final List<JudgedProperties> AUDIT = List.of(
            of(Recorder.class, "recordingGroup"),
            of(RecorderStatus.class, "isEnabled"),
            of(
                    Trail.class,
                    "isMultiRegionTrail",
                    "includeGlobalServiceEvents",
                    "enableLogging",
                    "enableLogFileValidation",
                    "kmsKeyId",
                    "cloudWatchLogsGroupArn"),
            of(LogGroup.class, "retentionInDays", "kmsKeyId"),
            of(MetricAlarm.class, "alarmActions", "actionsEnabled"),
            of(Detector.class, "enable"),
            of(Topic.class, "kmsMasterKeyId", "policy"),
            of(TopicPolicy.class, "policy"));

    static final List<JudgedProperties> ALL = Stream.of(NETWORK, DATA, EDGE, STORAGE, IDENTITY, AUDIT)
            .flatMap(List::stream)
            .toList();

    /** All types that have such properties. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static ResourceTypes types() {
        return ResourceTypes.of(ALL.stream().map(JudgedProperties::type).toArray(Class[]::new));
    }

    /** Their names by the type's token. */
    static Map<String, Set<String>> byToken() {
        return ALL.stream()
                .collect(Collectors.toMap(
                        judged -> ResourceTypes.of(judged.type())
                                .tokens()
                                .iterator()
                                .next(),
                        JudgedProperties::names));
    }

    private static JudgedProperties of(Class<? extends Resource> type, String... names) {
        return new JudgedProperties(type, Set.of(names));
    }
}

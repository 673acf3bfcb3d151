package dev.plinth.infra.database;

import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.aws.serverlessrepository.CloudFormationStack;
import com.pulumi.aws.serverlessrepository.CloudFormationStackArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes passwords of the database by itself, by AWS's own function: it signs in with the old password, sets a new one,
 * tries it out, and makes it the secret's current one.
 */
final class Rotation extends ComponentResource {
    /** One user keeps its name and gets a new password. The way with two users that take turns breaks RDS Proxy. */
    private static final String APPLICATION = "arn:aws:serverlessrepo:us-east-1:297356227824:applications/"
            + "SecretsManagerRDSPostgreSQLRotationSingleUser";
    /** As aws-cdk pins it: packages/aws-cdk-lib/aws-secretsmanager/lib/secret-rotation.ts. */
    private static final String VERSION = "1.1.671";
    /** What aws-cdk leaves out of RDS's passwords: they pass through shells, URLs and files. */
    private static final String EXCLUDED = " %+~`#$&*()|[]{}:;<>?!'/@\"\\";

    private final Scope scope;

    Rotation(String name, RotationArgs args, Scope scope) {
        super("plinth:database:Rotation", name, scope.options());
        this.scope = scope;
        var function = function(name, args);
        new TreeMap<>(args.logins())
                .forEach((login, arn) -> new SecretRotation(
                        name + "-" + login,
                        SecretRotationArgs.builder()
                                .secretId(arn)
                                .rotationLambdaArn(function)
                                // The first password stays for a period: what was just made is still being connected.
                                .rotateImmediately(false)
                                .rotationRules(SecretRotationRotationRulesArgs.builder()
                                        .automaticallyAfterDays(args.days())
                                        .build())
                                .build(),
                        scope.child(this)));
        var alarms = List.of(failures(function.applyValue(arn -> scope.title(name))));
        new Alarms(name, new AlarmsArgs(alarms, args.signals().topicArn()), scope.within(this));
        registerOutputs(Map.of());
    }

    /** Of a rotation that fails nobody would hear before the password is needed. */
    private static Alarm failures(Output<String> functionName) {
        return new Alarm(
                "failures",
                "A password could not be changed; the old one still counts. The function's log says why.",
                Metric.of("AWS/Lambda", "Errors", "FunctionName", functionName).by(Statistic.SUM),
                Condition.atLeast(1, Window.fiveMinutes(1, 1)));
    }

    /** The function's ARN. Its name is given, so the ARN is known, but used only when the function is there. */
    private Output<String> function(String name, RotationArgs args) {
        var title = scope.title(name);
        // Made before the function: Lambda would make it itself, without our key and for ever.
        var log = args.signals().logs().group(name, "/aws/lambda/" + title, this, scope);
        var stackArgs = CloudFormationStackArgs.builder()
                .name(title)
                .applicationId(APPLICATION)
                .semanticVersion(VERSION)
                .capabilities("CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY")
                .parameters(parameters(title, args))
                .tags(scope.tags(name))
                .build();
        var options =
                CustomResourceOptions.builder().parent(this).dependsOn(log).build();
        return new CloudFormationStack(name, stackArgs, options)
                .id()
                .applyValue(id -> scope.account().arn("lambda", "function:" + title));
    }

    private Output<Map<String, String>> parameters(String title, RotationArgs args) {
        var placement = args.placement();
        return Output.tuple(
                        placement.subnetIds(),
                        placement.securityGroupId(),
                        args.secrets().keyArn())
                .applyValue(known -> Map.of(
                        "functionName",
                        title,
                        "endpoint",
                        "https://secretsmanager.%s.amazonaws.com"
                                .formatted(scope.account().region()),
                        "vpcSubnetIds",
                        String.join(",", known.t1),
                        "vpcSecurityGroupIds",
                        known.t2,
                        "kmsKeyArn",
                        known.t3,
                        "excludeCharacters",
                        EXCLUDED));
    }
}

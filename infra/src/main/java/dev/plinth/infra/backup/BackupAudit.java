package dev.plinth.infra.backup;

import com.pulumi.aws.backup.Framework;
import com.pulumi.aws.backup.FrameworkArgs;
import com.pulumi.aws.backup.ReportPlan;
import com.pulumi.aws.backup.ReportPlanArgs;
import com.pulumi.aws.backup.inputs.FrameworkControlArgs;
import com.pulumi.aws.backup.inputs.ReportPlanReportDeliveryChannelArgs;
import com.pulumi.aws.backup.inputs.ReportPlanReportSettingArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.storage.Bucket;
import dev.plinth.infra.storage.BucketArgs;
import dev.plinth.infra.storage.Retention;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * AWS Backup's own judgement of the backups, and daily reports of what was backed up and restored. The judgement reads
 * what AWS Config records of the account.
 */
final class BackupAudit extends ComponentResource {
    /** The role with which AWS Backup writes reports; AWS makes it with the first report plan. */
    private static final String WRITER =
            "role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports";

    private static final int REPORTS_DAYS = 400;
    private static final List<String> JOB_REPORTS =
            List.of("BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT");
    private static final String CONTROL_REPORT = "CONTROL_COMPLIANCE_REPORT";

    private final Scope scope;

    BackupAudit(String name, BackupSpec spec, Scope scope) {
        super("plinth:backup:BackupAudit", name, scope.options());
        this.scope = scope;
        var framework = new Framework(name, frameworkArgs(name, spec), scope.child(this));
        var bucket = new Bucket(name, bucketArgs(name), scope.within(this));
        JOB_REPORTS.forEach(template -> report(name, template, bucket, List.of()));
        report(name, CONTROL_REPORT, bucket, List.of(framework.arn()));
        registerOutputs(Map.of());
    }

    private FrameworkArgs frameworkArgs(String name, BackupSpec spec) {
        return FrameworkArgs.builder()
                .name(BackupTitle.of(name, scope))
                .description("Backups of " + scope.environment())
                .controls(BackupControl.of(spec, scope.account()).stream()
                        .map(control -> FrameworkControlArgs.builder()
                                .name(control.name())
                                .inputParameters(control.parameters())
                                .build())
                        .toList())
                .tags(scope.tags(name))
                .build();
    }

    private BucketArgs bucketArgs(String name) {
        var bucketName = scope.globalTitle(name);
        return BucketArgs.of(bucketName, Retention.ofOldVersions(30).withExpiry(REPORTS_DAYS))
                .admitting(Statement.allow("BackupReports", "s3:PutObject")
                        .to(Principal.identity(Output.of(scope.account().globalArn("iam", WRITER))))
                        .on(Bucket.arn(bucketName) + "/*")
                        .when(Condition.is("s3:x-amz-acl", "bucket-owner-full-control")));
    }

    private void report(String name, String template, Bucket bucket, List<Output<String>> frameworkArns) {
        var title = "%s_%s".formatted(BackupTitle.of(name, scope), template.toLowerCase(Locale.ROOT));
        var setting = ReportPlanReportSettingArgs.builder().reportTemplate(template);
        if (!frameworkArns.isEmpty()) {
            setting.frameworkArns(Output.all(frameworkArns)).numberOfFrameworks(frameworkArns.size());
        }
        new ReportPlan(
                "%s-%s".formatted(name, template.toLowerCase(Locale.ROOT).replace('_', '-')),
                ReportPlanArgs.builder()
                        .name(title)
                        .description("%s of %s".formatted(template, scope.environment()))
                        .reportDeliveryChannel(ReportPlanReportDeliveryChannelArgs.builder()
                                .s3BucketName(bucket.name())
                                .formats("CSV", "JSON")
                                .build())
                        .reportSetting(setting.build())
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
    }
}

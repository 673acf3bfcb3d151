package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.batch.v1.JobArgs;
import com.pulumi.kubernetes.batch.v1.inputs.JobSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The Job that brings the schema to what an image needs, before the first pod of that image starts. What a Job does
 * cannot be changed, so another image is another Job, under another name.
 */
final class Migration {
    /** Its pods must not be found by a Service of the API. */
    static final String APP_SUFFIX = "-migration";

    /** Tries again, with pauses of 10, 20 and 40 s: a database that fails over is back by then. */
    private static final int RETRIES = 3;

    /** Seconds. A migration that takes longer is no part of a release. */
    private static final int DEADLINE = 900;

    private static final int HASH_LENGTH = 10;

    private Migration() {}

    /** Who migrates, with what and where. */
    record Setting(String name, Output<String> namespace, Output<String> serviceAccount, Credentials credentials) {}

    static JobArgs job(Colour colour, ReleaseArgs args, Setting setting) {
        var image = args.image(colour);
        var url = args.connections().database().url();
        var labels = Labels.of(setting.name(), colour);
        var jobName = Output.tuple(image, url)
                .applyValue(known -> "%s-%s-%s".formatted(setting.name(), colour, hash(known.t1 + " " + known.t2)));
        var variables = AppVariables.ofMigration(
                args.connections(), setting.credentials().name());
        return JobArgs.builder()
                .metadata(ObjectMetaArgs.builder()
                        .name(jobName)
                        .namespace(setting.namespace())
                        .labels(labels)
                        .build())
                .spec(JobSpecArgs.builder()
                        .backoffLimit(RETRIES)
                        .activeDeadlineSeconds(DEADLINE)
                        .template(PodTemplateSpecArgs.builder()
                                .metadata(
                                        ObjectMetaArgs.builder().labels(labels).build())
                                .spec(pod(image, variables, setting))
                                .build())
                        .build())
                .build();
    }

    private static PodSpecArgs pod(Output<String> image, List<EnvVarArgs> variables, Setting setting) {
        return PodSpecArgs.builder()
                .restartPolicy("Never")
                .serviceAccountName(setting.serviceAccount())
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .securityContext(Hardening.pod())
                .containers(ContainerArgs.builder()
                        .name("migration")
                        .image(image)
                        .imagePullPolicy("Always")
                        .args("migrate")
                        .env(variables)
                        .resources(Allotment.of("100m", "256Mi"))
                        .securityContext(Hardening.container())
                        .volumeMounts(Hardening.scratchMount())
                        .build())
                .volumes(Hardening.scratch())
                .build();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

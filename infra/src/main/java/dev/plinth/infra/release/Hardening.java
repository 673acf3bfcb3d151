package dev.plinth.infra.release;

import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;

/** What the image's programs are kept from: the restricted standard for pods, and a filesystem that nobody can write. */
final class Hardening {
    /** The user of the image; any number but root's would do, since the root filesystem is read-only. */
    private static final int USER_ID = 10_001;

    private static final String SCRATCH = "tmp";

    private Hardening() {}

    static PodSecurityContextArgs pod() {
        return PodSecurityContextArgs.builder()
                .runAsNonRoot(true)
                .runAsUser(USER_ID)
                .runAsGroup(USER_ID)
                .fsGroup(USER_ID)
                .seccompProfile(runtimeDefault())
                .build();
    }

    static SecurityContextArgs container() {
        return SecurityContextArgs.builder()
                .allowPrivilegeEscalation(false)
                .privileged(false)
                .readOnlyRootFilesystem(true)
                .runAsNonRoot(true)
                .runAsUser(USER_ID)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                .seccompProfile(runtimeDefault())
                .build();
    }

    /** The one folder that can be written. */
    static VolumeArgs scratch() {
        return VolumeArgs.builder()
                .name(SCRATCH)
                .emptyDir(EmptyDirVolumeSourceArgs.builder().sizeLimit("64Mi").build())
                .build();
    }

    static VolumeMountArgs scratchMount() {
        return VolumeMountArgs.builder().name(SCRATCH).mountPath("/tmp").build();
    }

    private static SeccompProfileArgs runtimeDefault() {
        return SeccompProfileArgs.builder().type("RuntimeDefault").build();
    }
}

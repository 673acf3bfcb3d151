package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pod keeps the smaller limits of the baseline standard: kernel settings, /proc, SELinux, capabilities, Windows. */
final class K8sBaselineMisc implements ResourceRule {
    private static final Set<String> SYSCTLS_SAFE = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem");
    private static final Set<String> SELINUX_TYPES =
            Set.of("container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    private static final ObjectProperty<List<Properties>> SYSCTLS =
            PodSpec.SECURITY.fields().objects("sysctls");
    private static final Property<String> SYSCTL = SYSCTLS.fields().text("name");
    private static final Property<String> PROC_MOUNT =
            Container.SECURITY.fields().text("procMount");
    private static final ObjectProperty<Properties> SELINUX = Container.SHARED_SECURITY.object("seLinuxOptions");
    private static final Property<String> SELINUX_TYPE = SELINUX.fields().text("type");
    private static final Property<String> SELINUX_USER = SELINUX.fields().text("user");
    private static final Property<String> SELINUX_ROLE = SELINUX.fields().text("role");
    private static final ObjectProperty<Properties> WINDOWS = Container.SHARED_SECURITY.object("windowsOptions");
    private static final Property<Boolean> HOST_PROCESS = WINDOWS.fields().flag("hostProcess");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-baseline-misc", Workloads.ALL, "A pod keeps the limits of the baseline standard")
                .controls(
                        POD_SECURITY.control("baseline: /proc Mount Type"),
                        POD_SECURITY.control("baseline: Sysctls"),
                        POD_SECURITY.control("baseline: SELinux"),
                        POD_SECURITY.control("baseline: Capabilities"),
                        POD_SECURITY.control("baseline: HostProcess"),
                        CHECKOV.control("CKV_K8S_25"),
                        CHECKOV.control("CKV_K8S_39"))
                .why("Each of these settings takes down one of the walls between a container and its node.")
                .cure("leave the setting out, or use a value that the baseline Pod Security Standard allows")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judge(
                workload,
                context,
                pod -> Judgement.all(
                        () -> checkSysctls(pod),
                        () -> checkOptions("the pod", pod.get(PodSpec.SECURITY)),
                        () -> pod.eachContainer(K8sBaselineMisc::checkContainer)));
    }

    private static Judgement checkSysctls(PodSpec pod) {
        return pod.get(PodSpec.SECURITY)
                .map(security -> security.each(SYSCTLS, sysctl -> {
                    String name = sysctl.get(SYSCTL).orElse("");
                    return Judgement.violatedIf(
                            !SYSCTLS_SAFE.contains(name), "sets the kernel's %s, which is not safe".formatted(name));
                }))
                .orElse(Judgement.kept());
    }

    private static Judgement checkContainer(Container container) {
        return Judgement.all(
                () -> checkProc(container),
                () -> Judgement.each(
                        Capabilities.added(container),
                        capability -> Judgement.violatedIf(
                                !Capabilities.BASELINE.contains(capability),
                                "adds the capability %s to %s".formatted(capability, container.title()))),
                () -> checkOptions(container.title(), container.get(Container.SECURITY)));
    }

    private static Judgement checkProc(Container container) {
        String mount = container.security(PROC_MOUNT).orElse("Default");
        return Judgement.violatedIf(
                !mount.equals("Default"), "mounts /proc as %s in %s".formatted(mount, container.title()));
    }

    private static Judgement checkOptions(String where, Optional<Properties> security) {
        return security.map(context -> Judgement.all(
                        () -> Judgement.violatedIf(
                                context.get(SELINUX)
                                        .filter(K8sBaselineMisc::isCustom)
                                        .isPresent(),
                                "sets SELinux options of its own for " + where),
                        () -> Judgement.violatedIf(
                                context.get(WINDOWS)
                                        .flatMap(options -> options.get(HOST_PROCESS))
                                        .orElse(false),
                                "runs %s as a process of its node, as hostProcess is true".formatted(where))))
                .orElse(Judgement.kept());
    }

    private static boolean isCustom(Properties options) {
        return options.has(SELINUX_USER)
                || options.has(SELINUX_ROLE)
                || options.get(SELINUX_TYPE)
                        .filter(type -> !type.isEmpty() && !SELINUX_TYPES.contains(type))
                        .isPresent();
    }
}

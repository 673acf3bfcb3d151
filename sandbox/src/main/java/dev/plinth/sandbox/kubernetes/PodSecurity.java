package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.value.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the Pod Security Standards demand of a pod, in the words of the admission that enforces them. Source: Kubernetes
 * documentation, Pod Security Standards; SELinux and AppArmor, which no laptop has alike, are left out.
 */
final class PodSecurity {
    private static final List<String> HOST_NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
    private static final Set<String> VOLUMES = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret");
    private static final Set<String> BASELINE_CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private final Properties pod;
    private final List<String> found = new ArrayList<>();

    private PodSecurity(Properties pod) {
        this.pod = pod;
    }

    /** The violations of a level, which is restricted, baseline or privileged. */
    static List<String> violations(String level, Properties pod) {
        var security = new PodSecurity(pod);
        if (!level.equals("privileged")) {
            security.baseline();
        }
        if (level.equals("restricted")) {
            security.restricted();
        }
        return List.copyOf(security.found);
    }

    private void baseline() {
        HOST_NAMESPACES.stream()
                .filter(pod::truth)
                .forEach(name -> found.add("host namespaces (the pod must not set %s=true)".formatted(name)));
        each("privileged", security -> security.truth("privileged"), "must not set securityContext.privileged=true");
        each(
                "non-default capabilities",
                security -> !BASELINE_CAPABILITIES.containsAll(capabilities(security, "add")),
                "must not add capabilities beyond "
                        + BASELINE_CAPABILITIES.stream().sorted().toList());
        each(
                "procMount",
                security -> security.text("procMount")
                        .filter(mount -> !mount.equals("Default"))
                        .isPresent(),
                "must not set securityContext.procMount");
        containers()
                .filter(container -> container.each("ports").stream()
                        .anyMatch(port -> port.whole("hostPort").orElse(0) != 0))
                .forEach(container ->
                        found.add("hostPort (container \"%s\" must not use hostPort)".formatted(name(container))));
        pod.each("volumes").stream()
                .filter(volume -> volume.has("hostPath"))
                .forEach(volume -> found.add("hostPath volumes (volume \"%s\")".formatted(name(volume))));
    }

    private void restricted() {
        pod.each("volumes").stream()
                .filter(volume -> !VOLUMES.containsAll(volume.fields().entries().keySet()))
                .forEach(volume ->
                        found.add("restricted volume types (volume \"%s\" uses a type that is none of the allowed)"
                                .formatted(name(volume))));
        each(
                "allowPrivilegeEscalation != false",
                security -> !falseSet(security),
                "must set securityContext.allowPrivilegeEscalation=false");
        each(
                "unrestricted capabilities",
                security -> !capabilities(security, "drop").contains("ALL"),
                "must set securityContext.capabilities.drop=[\"ALL\"]");
        each(
                "unrestricted capabilities",
                security -> !Set.of("NET_BIND_SERVICE").containsAll(capabilities(security, "add")),
                "must not add capabilities but NET_BIND_SERVICE");
        var own = pod.in("securityContext");
        each(
                "runAsNonRoot != true",
                security -> !(security.has("runAsNonRoot") ? security : own).truth("runAsNonRoot"),
                "or its pod must set securityContext.runAsNonRoot=true");
        each(
                "runAsUser=0",
                security -> security.whole("runAsUser")
                        .or(() -> own.whole("runAsUser"))
                        .equals(Optional.of(0)),
                "and its pod must not set securityContext.runAsUser=0");
        each(
                "seccompProfile",
                security -> !SECCOMP.contains(
                        seccomp(security).or(() -> seccomp(own)).orElse("")),
                "or its pod must set securityContext.seccompProfile.type to RuntimeDefault or Localhost");
    }

    private void each(String control, Predicate<Properties> violates, String demand) {
        containers()
                .filter(container -> violates.test(container.in("securityContext")))
                .forEach(
                        container -> found.add("%s (container \"%s\" %s)".formatted(control, name(container), demand)));
    }

    private Stream<Properties> containers() {
        return Stream.of("initContainers", "containers").flatMap(list -> pod.each(list).stream());
    }

    private static boolean falseSet(Properties security) {
        return security.has("allowPrivilegeEscalation") && !security.truth("allowPrivilegeEscalation");
    }

    private static List<String> capabilities(Properties security, String list) {
        return security.in("capabilities").texts(list);
    }

    private static Optional<String> seccomp(Properties security) {
        return security.in("seccompProfile").text("type");
    }

    private static String name(Properties named) {
        return named.text("name").orElse("");
    }
}

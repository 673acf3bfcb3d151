package dev.plinth.policies.security.workload;

import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.kubernetes.Container;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rights of root that a container has one by one, in the words of the Pod Security Standards. */
final class Capabilities {
    /** What a container may have by the baseline standard: what runtimes give to each. */
    static final Set<String> BASELINE = Set.of(
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

    /** The only one that the restricted standard lets a container add. */
    static final String BIND = "NET_BIND_SERVICE";

    private static final ObjectProperty<Properties> CAPABILITIES =
            Container.SECURITY.fields().object("capabilities");
    private static final Property<List<String>> ADD = CAPABILITIES.fields().texts("add");
    private static final Property<List<String>> DROP = CAPABILITIES.fields().texts("drop");

    private Capabilities() {}

    static List<String> added(Container container) {
        return list(container, ADD).orElse(List.of());
    }

    /** What it gives up; empty if it does not say. */
    static Optional<List<String>> dropped(Container container) {
        return list(container, DROP);
    }

    static Patch drop(List<String> names) {
        return Patch.inside(Container.SECURITY, Patch.inside(CAPABILITIES, Patch.put(DROP, names)));
    }

    static Patch add(List<String> names) {
        return Patch.inside(Container.SECURITY, Patch.inside(CAPABILITIES, Patch.put(ADD, names)));
    }

    private static Optional<List<String>> list(Container container, Property<List<String>> property) {
        return container.security(CAPABILITIES).flatMap(capabilities -> capabilities.get(property));
    }
}

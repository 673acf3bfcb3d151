package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Deployment or a Job says of its pods. */
final class PodAssertions {
    private PodAssertions() {}

    static void hasNoRightsItDoesNotNeed(Declared owner) {
        assertThat(pod(owner, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(pod(owner, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
        assertThat(pod(owner, "automountServiceAccountToken")).isEqualTo(false);
        assertThat(pod(owner, "serviceAccountName")).isNotEqualTo("default");
        assertThat((Double) container(owner, "securityContext", "runAsUser")).isGreaterThanOrEqualTo(10_000);
        assertThat(container(owner, "securityContext", "readOnlyRootFilesystem"))
                .isEqualTo(true);
        assertThat(container(owner, "securityContext", "allowPrivilegeEscalation"))
                .isEqualTo(false);
        assertThat(container(owner, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(container(owner, "imagePullPolicy")).isEqualTo("Always");
        assertThat(keys(container(owner, "resources", "limits")))
                .containsExactlyInAnyOrder("memory", "ephemeral-storage");
    }

    static Set<String> specKeys(Declared owner) {
        return keys(owner.input("spec"));
    }

    /** The variables of the only container: the value, or where it comes from. */
    static Map<String, Object> variables(Declared owner) {
        return ((List<?>) container(owner, "env"))
                .stream()
                        .map(Map.class::cast)
                        .collect(Collectors.toMap(
                                variable -> String.valueOf(variable.get("name")),
                                variable -> Objects.requireNonNull(
                                        variable.containsKey("value")
                                                ? variable.get("value")
                                                : variable.get("valueFrom"))));
    }

    private static Set<String> keys(Object map) {
        return ((Map<?, ?>) map).keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    static Object pod(Declared owner, Object... path) {
        return owner.at(Stream.concat(Stream.of("spec", "template", "spec"), Stream.of(path))
                .toArray());
    }

    static Object container(Declared owner, Object... path) {
        return pod(
                owner,
                Stream.concat(Stream.of("containers", 0), Stream.of(path)).toArray());
    }
}

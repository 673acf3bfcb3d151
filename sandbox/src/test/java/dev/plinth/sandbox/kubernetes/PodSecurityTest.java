package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PodSecurityTest {
    private static final Map<String, Object> CONTAINER_SECURITY =
            Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL")));
    private static final Map<String, Object> POD_SECURITY =
            Map.of("runAsNonRoot", true, "runAsUser", 10_001, "seccompProfile", Map.of("type", "RuntimeDefault"));

    @Test
    void aPodWithNoRightsThatItDoesNotNeedIsLetIn() {
        assertThat(violations("restricted", pod(POD_SECURITY, CONTAINER_SECURITY)))
                .isEmpty();
    }

    @Test
    void aPodThatSaysNothingViolatesFourControlsOfTheRestrictedLevel() {
        assertThat(violations("restricted", pod(Map.of(), Map.of())))
                .containsExactly(
                        "allowPrivilegeEscalation != false (container \"api\" must set securityContext.allowPrivilegeEscalation=false)",
                        "unrestricted capabilities (container \"api\" must set securityContext.capabilities.drop=[\"ALL\"])",
                        "runAsNonRoot != true (container \"api\" or its pod must set securityContext.runAsNonRoot=true)",
                        "seccompProfile (container \"api\" or its pod must set securityContext.seccompProfile.type to RuntimeDefault or Localhost)");
        assertThat(violations("baseline", pod(Map.of(), Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"runAsUser, 0, runAsUser=0", "privileged, true, privileged", "procMount, Unmasked, procMount"})
    void aContainerMayNotTakeMore(String field, String value, String control) {
        Object typed = switch (value) {
            case "0" -> 0;
            case "true" -> true;
            default -> value;
        };
        var security = new TreeMap<>(CONTAINER_SECURITY);
        security.put(field, typed);

        assertThat(violations("restricted", pod(POD_SECURITY, security)))
                .singleElement()
                .asString()
                .startsWith(control + " (");
    }

    @Test
    void aContainersOwnWordCountsMoreThanThePods() {
        var security = new TreeMap<>(CONTAINER_SECURITY);
        security.put("runAsNonRoot", false);

        assertThat(violations("restricted", pod(POD_SECURITY, security))).hasSize(1);
    }

    @Test
    void aPodMayNotUseItsHost() {
        var pod = pod(POD_SECURITY, CONTAINER_SECURITY)
                .withAll(fields(
                        "hostNetwork",
                        true,
                        "volumes",
                        List.of(Map.of("name", "root", "hostPath", Map.of("path", "/")))));

        assertThat(violations("baseline", pod))
                .containsExactly(
                        "host namespaces (the pod must not set hostNetwork=true)",
                        "hostPath volumes (volume \"root\")");
        assertThat(violations("privileged", pod)).isEmpty();
    }

    private static List<String> violations(String level, Fields pod) {
        return PodSecurity.violations(level, new Properties(pod));
    }

    private static Fields pod(Map<String, Object> podSecurity, Map<String, Object> containerSecurity) {
        return fields(
                "securityContext",
                podSecurity,
                "containers",
                List.of(Map.of("name", "api", "securityContext", containerSecurity)),
                "volumes",
                List.of(Map.of("name", "tmp", "emptyDir", Map.of())));
    }
}

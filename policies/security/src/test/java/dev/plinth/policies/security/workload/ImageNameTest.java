package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ImageNameTest {
    @Test
    void findsTheRegistry() {
        assertThat(ImageName.parse("nginx").registry()).isEqualTo("docker.io");
        assertThat(ImageName.parse("grafana/alloy:v1.2.3").registry()).isEqualTo("docker.io");
        assertThat(ImageName.parse("public.ecr.aws/eks/coredns:v1").registry()).isEqualTo("public.ecr.aws");
        assertThat(ImageName.parse("localhost/app").registry()).isEqualTo("localhost");
        assertThat(ImageName.parse("registry:5000/app@sha256:1").registry()).isEqualTo("registry:5000");
    }

    @Test
    void doesNotTakeThePortOfTheRegistryForATag() {
        assertThat(ImageName.parse("registry:5000/app").isVersioned()).isFalse();
        assertThat(ImageName.parse("registry:5000/app:1").tag()).contains("1");
    }
}

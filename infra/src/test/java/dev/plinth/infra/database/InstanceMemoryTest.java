package dev.plinth.infra.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory of instance classes, as AWS's table has it. */
final class InstanceMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "db.t4g.micro, 1",
        "db.t4g.small, 2",
        "db.t4g.medium, 4",
        "db.m7g.large, 8",
        "db.m7g.xlarge, 16",
        "db.r8g.2xlarge, 64",
        "db.r6i.24xlarge, 768",
        "db.c6gd.large, 4",
        "db.x2g.16xlarge, 1024"
    })
    void followsFromFamilyAndSize(String instanceClass, int gib) {
        assertThat(InstanceMemory.bytes(instanceClass)).isEqualTo(gib * InstanceMemory.GIB);
    }

    @ParameterizedTest
    @CsvSource({"db.q9.large", "db.m7g.gigantic", "db.m7g.metal", "nonsense"})
    void ofAnUnknownClassIsTheLeastThatThereIs(String instanceClass) {
        assertThat(InstanceMemory.bytes(instanceClass)).isEqualTo(InstanceMemory.GIB);
    }
}

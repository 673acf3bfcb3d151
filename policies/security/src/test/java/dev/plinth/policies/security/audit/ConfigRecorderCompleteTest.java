package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cfg.Recorder;
import com.pulumi.aws.cfg.RecorderArgs;
import com.pulumi.aws.cfg.RecorderStatus;
import com.pulumi.aws.cfg.inputs.RecorderRecordingGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class ConfigRecorderCompleteTest {
    private static final String WITHOUT_GLOBAL =
            "changes leaves out IAM and all that belongs to no region, as includeGlobalResourceTypes is not true";

    private final PolicyTest rule = PolicyTest.of(new ConfigRecorderComplete());
    private final TestResource bare = TestResource.of(Recorder.class, "changes");
    private final TestResource state = TestResource.of(RecorderStatus.class, "changes");

    @Test
    void acceptsARecorderOfEverythingThatIsOn() {
        assertThat(rule.violations(recorder(true, true), state.with("isEnabled", true)))
                .isEmpty();
    }

    @Test
    void rejectsARecorderOfSomeTypes() {
        assertThat(rule.violations(recorder(false, false)))
                .containsExactly("changes leaves out types of resources, as allSupported is false");
    }

    @Test
    void rejectsARecorderWithoutWhatBelongsToNoRegionWhichIsTheDefault() {
        assertThat(rule.violations(recorder(true, false), bare)).containsExactly(WITHOUT_GLOBAL, WITHOUT_GLOBAL);
    }

    @Test
    void rejectsARecorderThatIsOff() {
        assertThat(rule.violations(state.with("isEnabled", false)))
                .containsExactly("changes records nothing, as isEnabled is not true");
    }

    @Test
    void acceptsARecorderOfOneRegionOnlyWhereConfigured() {
        assertThat(rule.configured("globalTypes", false).violations(recorder(true, false)))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bare.unknown("recordingGroup"), state.unknown("isEnabled")))
                .containsExactly(
                        "changes: recordingGroup is not known before the deployment",
                        "changes: isEnabled is not known before the deployment");
    }

    private static TestResource recorder(boolean all, boolean global) {
        return TestResource.of(
                Recorder.class,
                "changes",
                RecorderArgs.builder()
                        .roleArn("arn:aws:iam::1:role/config")
                        .recordingGroup(RecorderRecordingGroupArgs.builder()
                                .allSupported(all)
                                .includeGlobalResourceTypes(global)
                                .build())
                        .build());
    }
}

package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class EcrImmutableTagsTest {
    private final PolicyTest rule = PolicyTest.of(new EcrImmutableTags());
    private final TestResource repository = TestResource.of(Repository.class, "api");
    private final TestResource sound = repository.with("imageTagMutability", "IMMUTABLE");

    @Test
    void acceptsTagsThatStay() {
        assertThat(rule.violations(sound)).isEmpty();
    }

    @Test
    void rejectsTagsThatMove() {
        assertThat(rule.violations(repository, repository.with("imageTagMutability", "MUTABLE")))
                .containsExactly("api lets tags be moved to other images", "api lets tags be moved to other images");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(repository.unknown("imageTagMutability"))).hasSize(1);
    }

    @Test
    void makesTagsStay() {
        assertThat(rule.remedied(repository).resource()).isEqualTo(sound.resource());
        assertThat(rule.remedied(sound).resource()).isEqualTo(sound.resource());
    }
}

package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.IDENTIFIER;
import static dev.plinth.policy.SampleRules.INSTANCES;
import static dev.plinth.policy.SampleRules.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.TestResource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StackTest {
    private static final TestResource PRIMARY = database("primary").with("identifier", "prod-db");
    private static final TestResource OTHER = database("other").unknown("identifier");

    @Test
    void hasAnOrderWhateverTheEnginesIs() {
        assertThat(stack(PRIMARY, OTHER)).isEqualTo(stack(OTHER, PRIMARY));
        assertThat(stack(PRIMARY, OTHER).all(INSTANCES))
                .extracting(Resource::name)
                .containsExactly("other", "primary");
    }

    @Test
    void followsAValueToWhatItWasMadeFrom() {
        assertThat(referencedBy(database("replica").from("replicateSourceDb", PRIMARY)))
                .containsExactly("primary");
    }

    @Test
    void followsAnEqualName() {
        assertThat(referencedBy(database("replica").with("replicateSourceDb", "prod-db")))
                .containsExactly("primary");
        assertThat(referencedBy(database("replica").with("replicateSourceDb", "elsewhere")))
                .isEmpty();
        assertThat(referencedBy(database("replica"))).isEmpty();
    }

    @Test
    void followsAnIdWhereTheProviderRepeatsItAmongTheOutputs() {
        var id = INSTANCES.text("id");
        Resource replica = database("replica").with("replicateSourceDb", "db-1").resource();
        Resource primary = database("primary").with("id", "db-1").resource();

        assertThat(new Stack(List.of(replica, primary)).referenced(replica, SOURCE, id))
                .containsExactly(primary);
        assertThat(stack(database("replica").with("replicateSourceDb", "db-1"), PRIMARY)
                        .referenced(replica, SOURCE, id))
                .isEmpty();
    }

    @Test
    void cannotFollowAnUnknownValueOfUnknownOrigin() {
        assertThatThrownBy(() -> referencedBy(database("replica").unknown("replicateSourceDb")))
                .isInstanceOf(UnknownValueException.class);
    }

    @Test
    void tellsWhatRefersToAResource() {
        var replica = database("replica").with("replicateSourceDb", "prod-db");

        assertThat(stack(PRIMARY, replica).referring(PRIMARY.resource(), SOURCE, IDENTIFIER))
                .extracting(Resource::name)
                .containsExactly("replica");
    }

    @Test
    void tellsWhatMayReferToAResource() {
        var replicas = new TestResource[] {
            PRIMARY,
            database("replica-a").with("replicateSourceDb", "prod-db"),
            database("replica-b").with("replicateSourceDb", "elsewhere"),
            database("replica-c").unknown("replicateSourceDb")
        };

        assertThat(stack(replicas).mayRefer(PRIMARY.resource(), SOURCE, IDENTIFIER))
                .extracting(Resource::name)
                .containsExactly("replica-a", "replica-c");
    }

    private static Iterable<String> referencedBy(TestResource replica) {
        return stack(PRIMARY, OTHER, replica).referenced(replica.resource(), SOURCE, IDENTIFIER).stream()
                .map(Resource::name)
                .toList();
    }

    private static Stack stack(TestResource... resources) {
        return new Stack(Arrays.stream(resources).map(TestResource::resource).toList());
    }

    private static TestResource database(String name) {
        return TestResource.of(Instance.class, name);
    }
}

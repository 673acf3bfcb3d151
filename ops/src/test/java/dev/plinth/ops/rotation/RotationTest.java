package dev.plinth.ops.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.cloud.Answers;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.StubAws;
import dev.plinth.ops.rotation.Rotation.Step;
import dev.plinth.ops.rotation.Standing.Reached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order of a rotation's steps, and what is asked of a server that is played. */
final class RotationTest {
    private final StubAws aws = StubAws.answering(200, "{}")
            .when("GetSecretValue", Answers.secret("{\"username\": \"u\", \"password\": \"old\"}"));
    private final Cloud cloud = Cloud.open(aws.place());
    private final Played server = new Played();
    private final List<String> order = new ArrayList<>();

    @AfterEach
    void theEnd() {
        cloud.close();
        aws.close();
    }

    @Test
    void podsAreRestartedBeforeTheOldValueEnds() {
        var rotation = rotation();

        rotation.carryOut(new Standing(Reached.NOTHING, "old", Optional.empty()), step -> {});

        assertThat(order).containsExactly("learn new", "restart", "forget old");
        assertThat(rotation.times()).containsOnlyKeys(Step.values());
    }

    @Test
    void aServerThatStillTakesTheOldValueProvesNothing() {
        server.forgets = false;

        var proof = rotation().carryOut(new Standing(Reached.NOTHING, "old", Optional.empty()), step -> {});

        assertThat(proof.holds()).isFalse();
        assertThat(proof.ofNew()).isEqualTo(Answer.LET_IN);
        assertThat(proof.ofOld()).isEqualTo(Answer.LET_IN);
        // Not over: the stage stays with the next value.
        assertThat(aws.requests())
                .noneMatch(request -> request.contains("RemoveFromVersionId")
                        && request.contains("\"VersionStage\":\"%s\"".formatted(KeptSecret.NEXT)));
    }

    @Test
    void whereNobodyHoldsTheValueAndNoOldOneIsLeftNothingIsDoneAboutThem() {
        server.takesTwo = false;
        var told = new ArrayList<Step>();

        new Rotation(secret(), server, Holders.NOBODY, () -> "new")
                .carryOut(new Standing(Reached.NOTHING, "old", Optional.empty()), told::add);

        assertThat(told).containsExactly(Step.KEEP, Step.LEARN, Step.PROMOTE, Step.PROVE);
        assertThat(order).containsExactly("learn new");
    }

    @Test
    void whatIsReachedIsNotDoneAgain() {
        rotation().carryOut(new Standing(Reached.CURRENT, "old", Optional.of("new")), step -> {});

        assertThat(order).containsExactly("restart", "forget old");
    }

    @Test
    void aPasswordIsNoPartOfWhatIsTold() {
        assertThat(new Standing(Reached.KEPT, "old", Optional.of("new")).toString())
                .isEqualTo("KEPT");
    }

    @Test
    void drawnPasswordsAreLongAndDiffer() {
        assertThat(Passwords.draw()).matches("[A-Za-z0-9]{40}").isNotEqualTo(Passwords.draw());
    }

    private Rotation rotation() {
        return new Rotation(secret(), server, () -> order.add("restart"), () -> "new");
    }

    private KeptSecret secret() {
        return new KeptSecret(cloud.secrets(), "arn");
    }

    /** A server in memory. */
    private final class Played implements Server {
        private final Set<String> good = new HashSet<>(Set.of("old"));
        private boolean forgets = true;
        private boolean takesTwo = true;

        @Override
        public Answer signIn(String password) {
            return good.contains(password) ? Answer.LET_IN : Answer.REFUSED;
        }

        @Override
        public void learn(String present, String next) {
            order.add("learn " + next);
            good.add(next);
        }

        @Override
        public boolean takesTwo() {
            return takesTwo;
        }

        @Override
        public void forget(String old, String kept) {
            order.add("forget " + old);
            good.add(kept);
            if (forgets) {
                good.remove(old);
            }
        }
    }
}

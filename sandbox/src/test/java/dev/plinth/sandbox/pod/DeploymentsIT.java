package dev.plinth.sandbox.pod;

import static dev.plinth.sandbox.pod.PodGround.PORT;
import static dev.plinth.sandbox.pod.PodGround.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeploymentsIT {

    @TempDir
    private Path folder;

    private PodGround ground;
    private Deployments deployments;

    @BeforeEach
    void open() throws IOException {
        ground = new PodGround(folder);
        deployments = ground.deployments();
    }

    @AfterEach
    void removeEverything() {
        ground.close();
    }

    @Test
    void removingADeploymentLeavesNothing() {
        PodStatus pod = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();
        long pid = ground.pid(pod.name());

        deployments.remove("api");

        // A process that has ended is there until the system has cleared it away.
        ProcessHandle.of(pid).ifPresent(ending -> assertThat(ending.onExit()).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(ground.machines().status()).isEmpty();
        assertThat(deployments.pods("api")).isEmpty();
        assertThat(Ports.free(pod.address().host(), PORT)).isTrue();
        assertThat(folder.resolve("state/pods")).isEmptyDirectory();
        assertThat(ground.machines().addresses().find("pod/" + pod.name())).isEmpty();
        deployments.remove("api");
    }

    @Test
    void aChangedContainerReplacesItsPodsWithoutAGap() throws InterruptedException {
        var traffic = new SteadyClient(ground.client());
        List<PodStatus> blue = deployments.apply(ground.spec("api", 2, "blue"), traffic);
        traffic.start();

        List<PodStatus> green = deployments.apply(ground.spec("api", 2, "green"), traffic);
        Pause.of(Duration.ofMillis(200));
        traffic.stop();

        assertThat(traffic.failures()).isEmpty();
        assertThat(traffic.answers()).containsExactlyInAnyOrder("blue", "green");
        assertThat(ground.machines().status()).extracting(MachineStatus::name).containsExactlyElementsOf(names(green));
        assertThat(names(green)).doesNotContainAnyElementsOf(names(blue));
    }

    @Test
    void replicasComeAndGoBesideThoseThatStay() {
        PodStatus first = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();
        long pid = ground.pid(first.name());

        assertThat(deployments.apply(ground.spec("api", 2, "plain"), Traffic.none()))
                .hasSize(2)
                .allMatch(PodStatus::ready)
                .extracting(pod -> pod.address().host())
                .doesNotHaveDuplicates();
        assertThat(deployments.apply(ground.spec("api", 1, "plain"), Traffic.none()))
                .containsExactly(first);
        assertThat(ground.pid(first.name())).isEqualTo(pid);
        assertThat(deployments.apply(ground.spec("api", 0, "plain"), Traffic.none()))
                .isEmpty();
        assertThat(ground.machines().status()).isEmpty();
    }

    @Test
    void podsThatKeepDyingAreReportedWithTheirLastWordsAndTheOldOnesStay() {
        PodStatus old = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();

        assertThatThrownBy(() -> deployments.apply(ground.spec("api", 1, "broken"), Traffic.none()))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("keeps ending before it is ready")
                .hasMessageContaining("the disk is on fire");

        assertThat(deployments.pods("api")).containsExactly(old);
        assertThat(ground.machines().status()).hasSize(1);
    }

    @Test
    void aPodThatDoesNotBecomeReadyIsReportedWithWhatItsProbeSaw() {
        assertThatThrownBy(() -> deployments.apply(ground.spec("api", 1, "waiting"), Traffic.none()))
                .hasMessageContaining("is not ready after 5 s")
                .hasMessageContaining(":8080/ready: status 503")
                .hasMessageContaining("the server starts waiting");

        assertThat(ground.machines().status()).isEmpty();
        assertThat(deployments.pods("api")).isEmpty();
    }

    @Test
    void whenTrafficCannotMoveItStaysWithTheOldPods() {
        List<PodStatus> old = deployments.apply(ground.spec("api", 1, "blue"), Traffic.none());
        var moves = new ArrayList<List<PodStatus>>();
        Traffic stuck = ready -> {
            moves.add(ready);
            if (!ready.equals(old)) {
                throw new MachineException("the load balancer is stuck");
            }
        };

        assertThatThrownBy(() -> deployments.apply(ground.spec("api", 1, "green"), stuck))
                .hasMessageContaining("is stuck");

        assertThat(moves.getLast()).isEqualTo(old);
        assertThat(deployments.pods("api")).isEqualTo(old);
    }

    @Test
    void podsOutliveTheirDaemonAndAreFoundAgain() {
        PodStatus pod = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();
        long pid = ground.pid(pod.name());
        ground.reopen();
        var found = ground.deployments();

        assertThat(found.pods("api")).containsExactly(pod);
        assertThat(found.apply(ground.spec("api", 1, "plain"), Traffic.none())).containsExactly(pod);
        assertThat(ground.pid(pod.name())).isEqualTo(pid);
    }

    @Test
    void podsOfAChangeThatItsDaemonDidNotFinishAreRemoved() {
        DeploymentSpec spec = ground.spec("api", 1, "plain");
        PodStatus pod = deployments.apply(spec, Traffic.none()).getFirst();
        Json.write(folder.resolve("state/pods/api.json"), new DeploymentRecord(spec, List.of(), List.of(pod.name())));

        var found = ground.deployments();

        assertThat(Pause.until(SOON, () -> ground.machines().status().isEmpty()))
                .isTrue();
        assertThat(found.pods("api")).isEmpty();
    }

    private static List<String> names(List<PodStatus> pods) {
        return pods.stream().map(PodStatus::name).toList();
    }
}

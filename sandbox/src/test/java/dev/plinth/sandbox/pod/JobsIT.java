package dev.plinth.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.pod.EnvironmentValue.Literal;
import dev.plinth.sandbox.pod.JobStatus.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Machines machines;
    private ImageStore images;
    private CertificateAuthority authority;
    private Image image;
    private Jobs jobs;

    @BeforeEach
    void open() throws IOException {
        machines = Machines.open(folder.resolve("state"));
        images = new ImageStore(folder.resolve("images"));
        authority = CertificateAuthority.open(folder.resolve("certificates"));
        image = ServerImage.build(images, folder.resolve("context"));
        jobs = new Jobs(machines, images, authority.trustStore());
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
    }

    @Test
    void aJobThatEndsWellHasSucceededAndIsNotStartedAgain() throws IOException {
        JobStatus status = jobs.await(job("echo run >> \"$FILE\"", 0, LONG));

        Pause.of(Duration.ofSeconds(1));
        assertThat(status.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(status.startedAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(status.endedAt()).isGreaterThanOrEqualTo(status.startedAt());
        assertThat(machines.status()).extracting(MachineStatus::state).containsExactly(MachineState.ENDED);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aJobSeesItsDeclaredEnvironmentOnly() throws IOException {
        jobs.await(job("env | sort > \"$FILE\"", 0, LONG));

        assertThat(Files.readAllLines(file()))
                .extracting(line -> line.split("=", 2)[0])
                .contains("FILE", "FLAVOUR", "JAVA_HOME", "PATH")
                .doesNotContain("HOME", "USER");
    }

    @Test
    void aJobThatFailsTooOftenIsReportedWithItsLastWords() throws IOException {
        assertThatThrownBy(() -> jobs.await(job("echo run >> \"$FILE\"; echo the disk is on fire; exit 3", 1, LONG)))
                .hasMessageContaining("job migration failed 2 times, and backoffLimit is 1")
                .hasMessageContaining("the disk is on fire");

        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aJobThatSucceedsWhenTriedAgainHasSucceeded() {
        JobStatus status = jobs.await(job("test -e \"$FILE\" || { touch \"$FILE\"; exit 1; }", 3, LONG));

        assertThat(status.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(status.failed()).isEqualTo(1);
    }

    @Test
    void aJobThatTakesTooLongIsStopped() {
        assertThatThrownBy(() -> jobs.await(job("exec sleep 60", 3, Duration.ofSeconds(1))))
                .hasMessageContaining("took longer than its activeDeadlineSeconds 1");

        assertThat(machines.find("migration").orElseThrow().pid()).isZero();
    }

    @Test
    void aJobWhoseProgramIsNotThereSaysSo() {
        var missing = new JobSpec(
                "migration", "urn:migration", container(List.of("/opt/none")), 0, Duration.ofSeconds(1), LONG);

        assertThatThrownBy(() -> jobs.await(missing)).hasMessageContaining("/opt/none");
    }

    @Test
    void removingAJobStopsItAndLeavesNothing() {
        jobs.start(job("exec sleep 60", 3, LONG));
        Pause.until(
                LONG, () -> machines.find("migration").map(MachineStatus::pid).orElse(0L) != 0);
        long pid = machines.find("migration").orElseThrow().pid();

        jobs.remove("migration");

        // A process that has ended is there until the system has cleared it away.
        ProcessHandle.of(pid).ifPresent(ending -> assertThat(ending.onExit()).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(machines.status()).isEmpty();
        assertThat(machines.addresses().find("pod/migration")).isEmpty();
        assertThat(folder.resolve("state/jobs")).isEmptyDirectory();
        jobs.remove("migration");
    }

    @Test
    void aJobThatEndedWhileNobodyLookedIsNotRunAgain() throws IOException {
        JobSpec spec = job("echo run >> \"$FILE\"", 0, LONG);
        JobStatus before = jobs.await(spec);
        Json.write(
                folder.resolve("state/jobs/migration.json"),
                new JobRecord(spec, JobStatus.started(before.startedAt())));

        var found = new Jobs(machines, images, authority.trustStore());

        assertThat(found.await(spec).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aRunningJobIsFoundAgainByTheNextDaemon() throws IOException {
        JobSpec spec = job("sleep 2; echo run >> \"$FILE\"", 0, LONG);
        jobs.start(spec);
        Pause.until(
                LONG, () -> machines.find("migration").map(MachineStatus::pid).orElse(0L) != 0);
        machines.close();

        machines = Machines.open(folder.resolve("state"));
        var found = new Jobs(machines, images, authority.trustStore());

        assertThat(found.start(spec).active()).isTrue();
        assertThat(found.await(spec).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(runs()).isEqualTo(1);
    }

    private JobSpec job(String script, int retries, Duration deadline) {
        return new JobSpec(
                "migration",
                "urn:migration",
                container(List.of("/bin/sh", "-c", script)),
                retries,
                Duration.ofSeconds(2),
                deadline);
    }

    private ContainerSpec container(List<String> program) {
        Map<String, EnvironmentValue> environment = Map.of("FILE", new Literal(file().toString()));
        return ContainerSpec.of(image.digest(), environment, List.of(), Map.of())
                .running(program);
    }

    private Path file() {
        return folder.resolve("file");
    }

    private int runs() throws IOException {
        return Files.readAllLines(file()).size();
    }
}

package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintTest {
    private static final String CLEAN_CHECKOV = "{\"passed\":0,\"failed\":0}";
    private static final String CHECKOV = """
            [{"check_type":"kubernetes","results":{"failed_checks":[{"check_id":"CKV_K8S_11","check_name":"CPU limits",
              "resource":"Namespace.shop","file_path":"/local/namespace-shop.yaml"}],"parsing_errors":[]}}]""";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aCheckoutWithOneNamespaceAndCheckersThatFindNothing() {
        desk = new Desk(folder)
                .planning(namespace("shop"))
                .programPrinting("checkers", 0, "/checkers\n")
                .programPrinting(
                        "kubeconform", 0, "{\"resources\":[{\"filename\":\"local/x\",\"status\":\"statusValid\"}]}")
                .programPrinting("checkov", 0, CLEAN_CHECKOV)
                .programPrinting("hadolint", 0, "[]");
        write("app/Dockerfile", "FROM scratch\n");
        write("tools/lint-skips.yaml", "[]\n");
    }

    @Test
    void aStackWithoutFindingsPasses() {
        assertThat(desk.run("lint", "local")).isZero();
        assertThat(desk.out()).isEqualTo("""
                  checker      of          checked  found  skipped
                  kubeconform  local       1        0      0
                  checkov      local       1        0      0
                  checkov      Dockerfile  1        0      0
                  hadolint     Dockerfile  1        0      0
                0 found; what is skipped has its reason in tools/lint-skips.yaml
                """);
    }

    @Test
    void everyStackIsCheckedWhenNoneIsNamed() {
        assertThat(desk.run("lint")).isZero();
        assertThat(desk.out()).contains("kubeconform  production", "kubeconform  staging", "kubeconform  local");
    }

    @Test
    void aFindingFailsAndNamesTheObjectByItsTitle() {
        desk.programPrinting("checkov", 1, CHECKOV);

        assertThat(desk.run("lint", "local")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("checkov CKV_K8S_11  local: Namespace shop: CPU limits");
        assertThat(desk.out()).contains("checkov      local       1        1      0");
    }

    @Test
    void aFindingThatASkipCoversMayStand() {
        desk.programPrinting("checkov", 1, CHECKOV);
        write("tools/lint-skips.yaml", "[{id: CKV_K8S_11, where: 'Namespace *', reason: because}]\n");

        assertThat(desk.run("lint")).isZero();
        assertThat(desk.out()).contains("checkov      local       1        0      1");
    }

    @Test
    void aSkipCoversNoOtherPlace() {
        desk.programPrinting("checkov", 1, CHECKOV);
        write("tools/lint-skips.yaml", "[{id: CKV_K8S_11, where: 'Deployment *', reason: because}]\n");

        assertThat(desk.run("lint", "local")).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void aSkipThatNothingNeedsIsAnErrorOnceEverythingIsChecked() {
        write("tools/lint-skips.yaml", "[{id: CKV_K8S_11, where: 'Namespace *', reason: because}]\n");

        assertThat(desk.run("lint", "local")).isZero();
        assertThat(desk.run("lint")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("unused skip: CKV_K8S_11 for Namespace *");
    }

    @Test
    void aSkipForPlaceholdersCoversOnlyObjectsThatHaveThem() {
        desk.programPrinting("checkov", 1, CHECKOV);
        write("tools/lint-skips.yaml", "[{id: CKV_K8S_11, where: '*', reason: because, placeholders: true}]\n");
        assertThat(desk.run("lint", "local")).isEqualTo(ExitCode.FAILED.number());

        desk.planning(Events.creating("kubernetes:core/v1:Namespace", "ns", """
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop",
                 "labels":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}""".replace("\n", "")));
        assertThat(desk.run("lint", "local")).isZero();
    }

    @Test
    void aSkipWithoutAReasonIsRefused() {
        write("tools/lint-skips.yaml", "[{id: CKV_K8S_11, where: 'Namespace *'}]\n");

        assertThat(desk.run("lint")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("a skip needs id, where and reason");
    }

    @Test
    void anObjectThatItsSchemaRefusesIsAFinding() {
        desk.programPrinting("kubeconform", 1, """
                {"resources":[{"filename":"local/namespace-shop.yaml","status":"statusInvalid","msg":"no such field"}]}""");

        assertThat(desk.run("lint", "local")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("kubeconform schema  local: Namespace shop: no such field");
    }

    @Test
    void aLineOfTheDockerfileIsNamedByItsNumber() {
        desk.programPrinting("hadolint", 1, "[{\"code\":\"DL3006\",\"line\":1,\"message\":\"Always tag\"}]");

        assertThat(desk.run("lint", "local")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("hadolint DL3006  Dockerfile: Dockerfile: line 1: Always tag");
    }

    @Test
    void checkersThatCannotBeInstalledAreAMissingPrerequisite() {
        desk.programPrinting("checkers", 4, "");

        assertThat(desk.run("lint")).isEqualTo(ExitCode.MISSING_PREREQUISITE.number());
    }

    @Test
    void aCheckerThatBreaksIsNamed() {
        desk.programPrinting("checkov", 2, "Traceback");

        assertThat(desk.run("lint")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("checkov ended with code 2", "Traceback");
    }

    private static String namespace(String name) {
        return Events.creating(
                "kubernetes:core/v1:Namespace",
                "ns",
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}".formatted(name));
    }

    private void write(String file, String text) {
        try {
            var path = desk.house().home().resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

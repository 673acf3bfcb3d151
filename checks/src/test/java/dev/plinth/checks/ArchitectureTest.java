package dev.plinth.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may use whom: docs/ARCHITECTURE.md says it, this holds it. */
final class ArchitectureTest {
    private static final JavaClasses ALL = House.allClasses();

    @ParameterizedTest
    @EnumSource
    void aModuleUsesOnlyWhatItMay(House.Module module) {
        var allowed = Stream.concat(Stream.of(module.ownPackage()), module.usedPackages().stream())
                .map(name -> name + "..")
                .toArray(String[]::new);

        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plinth..").and(not(resideInAnyPackage(allowed))))
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource
    void aModuleKeepsToItsOwnPackage(House.Module module) {
        classes().should().resideInAPackage(module.ownPackage() + "..").check(module.classes());
    }

    @ParameterizedTest
    @EnumSource
    void packagesOfAModuleHaveNoCycles(House.Module module) {
        slices().matching(module.ownPackage() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @Test
    void onlyTheEdgesSpeakPulumisProtocol() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.plinth.policy.analyzer..", "dev.plinth.sandbox.provider..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pulumirpc..")
                .check(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void theScanSeesEveryModule(House.Module module) throws Exception {
        try (var sources = Files.walk(module.folder().resolve("src/main/java"))) {
            var count = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .count();
            assertThat(module.classes().size())
                    .isGreaterThanOrEqualTo((int) count)
                    .isPositive();
        }
    }
}

package dev.plinth.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The modules of the checkout, read from their compiled classes on disk so that this module needs none of them. */
final class House {
    /** The checkout's root: Maven runs a module's tests in the module's folder. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** A module: its folder, the package that is its own, and the packages of ours that it may use beside that. */
    enum Module {
        INFRA("infra", "dev.plinth.infra"),
        KIT("policies/kit", "dev.plinth.policy"),
        SECURITY("policies/security", "dev.plinth.policies.security", "dev.plinth.policy"),
        BACKUP("policies/backup", "dev.plinth.policies.backup", "dev.plinth.policy"),
        APP("app", "dev.plinth.app"),
        SANDBOX("sandbox", "dev.plinth.sandbox"),
        OPS("ops", "dev.plinth.ops");

        private final String folder;
        private final String ownPackage;
        private final List<String> usedPackages;

        Module(String folder, String ownPackage, String... usedPackages) {
            this.folder = folder;
            this.ownPackage = ownPackage;
            this.usedPackages = List.of(usedPackages);
        }

        Path folder() {
            return ROOT.resolve(folder);
        }

        String ownPackage() {
            return ownPackage;
        }

        List<String> usedPackages() {
            return usedPackages;
        }

        JavaClasses classes() {
            return new ClassFileImporter().importPath(folder().resolve("target/classes"));
        }
    }

    static JavaClasses allClasses() {
        return new ClassFileImporter()
                .importPaths(Arrays.stream(Module.values())
                        .map(module -> module.folder().resolve("target/classes"))
                        .toList());
    }

    private House() {}
}

package dev.plinth.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The modules of the checkout, read from their compiled classes on disk so that this module needs none of them. */
public final class House {
    /** The checkout's root: Maven runs a module's tests in the module's folder. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A module: its folder and the package that is its own. */
    enum Module {
        INFRA("infra", "dev.plinth.infra"),
        KIT("policies/kit", "dev.plinth.policy"),
        SECURITY("policies/security", "dev.plinth.policies.security"),
        BACKUP("policies/backup", "dev.plinth.policies.backup"),
        EXAMPLE("policies/example", "dev.plinth.policies.example"),
        BREACHES("policies/breaches", "dev.plinth.policies.breaches"),
        APP("app", "dev.plinth.app"),
        CLIENTS("app/clients", "dev.plinth.clients"),
        SANDBOX("sandbox", "dev.plinth.sandbox"),
        OPS("ops", "dev.plinth.ops");

        private final String folder;
        private final String ownPackage;

        Module(String folder, String ownPackage) {
            this.folder = folder;
            this.ownPackage = ownPackage;
        }

        Path folder() {
            return ROOT.resolve(folder);
        }

        String ownPackage() {
            return ownPackage;
        }

        /** The packages of ours that it may use beside its own. */
        List<String> usedPackages() {
            return switch (this) {
                case SECURITY, BACKUP, EXAMPLE -> List.of(KIT.ownPackage);
                case CLIENTS -> List.of(APP.ownPackage);
                case INFRA, KIT, BREACHES, APP, SANDBOX, OPS -> List.of();
            };
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

package dev.plinth.checks.faults;

import dev.plinth.checks.House;
import dev.plinth.checks.Shell;
import dev.plinth.checks.faults.badapp.BadMain;
import dev.plinth.checks.faults.badapp.Flaw;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A copy of the checkout whose app is another version: as good as the first, or with a flaw. */
public final class Candidate {
    private static final String APP_BEHIND = "libs/app-behind.jar";
    private static final String MIGRATIONS = "db/migration/";
    /** Tells `plinth`, by its own functions, that what is built is of the sources as they are. */
    private static final String STAMP = """
            home=$PWD
            functions='/^sha256() /p; /^hash_of_files() /p; /^fingerprint() {/,/^}/p; /^built_packs() {/,/^}/p'
            eval "$(sed -n "$functions" plinth)"
            printf '%s %s\\n' "$(fingerprint)" "$(built_packs)" >target/build.id
            """;

    private final Path target;
    private final Path original;
    private final Shell shell;
    private final Map<String, String> migrations = new TreeMap<>();

    private Candidate(Path target, Path original, Shell shell) {
        this.target = target;
        this.original = original;
        this.shell = shell;
    }

    /** Copies sources and everything that was built of them, so that the copy need not be built again. */
    public static Candidate copy(Path folder, Shell shell) throws IOException {
        Files.createDirectories(folder);
        Site.succeed(
                shell,
                "tar --exclude=./.git --exclude=./checks --exclude=./bench --exclude='./app/target/*classes' -cf - ."
                        + " | tar -C '%s' -xf -".formatted(folder));
        return new Candidate(folder.resolve("app/target"), House.ROOT.resolve("app/target/app.jar"), shell);
    }

    /** The folder to release from. */
    public Path folder() {
        return target.resolve("../..").normalize();
    }

    /** Gives each version from now on one migration more. */
    public void migrate(String file, String sql) throws IOException {
        Files.writeString(sources().resolve(file), sql);
        migrations.put(file, sql);
        stamp();
    }

    /** Takes a migration back that was never run. */
    public void forget(String file) throws IOException {
        Files.delete(sources().resolve(file));
        migrations.remove(file);
        stamp();
    }

    private void stamp() throws IOException {
        Site.succeed(shell, "cd '%s'%n%s".formatted(folder(), STAMP));
    }

    private Path sources() {
        return folder().resolve("app/src/main/resources/" + MIGRATIONS);
    }

    /** Makes it a version that does all that the first does. */
    public void beGood(String version) throws IOException {
        Files.deleteIfExists(target.resolve(APP_BEHIND));
        try (var app = new JarFile(original.toFile());
                var jar = new JarOutputStream(fresh(), app.getManifest())) {
            var entries = app.stream()
                    .filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME))
                    .toList();
            for (var entry : entries) {
                try (var content = app.getInputStream(entry)) {
                    put(jar, entry.getName(), content.readAllBytes());
                }
            }
            for (var migration : migrations.entrySet()) {
                put(jar, MIGRATIONS + migration.getKey(), migration.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(jar, "META-INF/drill", version.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes it a version with a flaw: the app as it is, behind a front that spoils it. */
    void beBad(Flaw flaw) throws IOException {
        Files.copy(original, target.resolve(APP_BEHIND), StandardCopyOption.REPLACE_EXISTING);
        var classes = classes();
        var folder = BadMain.class.getPackageName().replace('.', '/');
        try (var jar = new JarOutputStream(fresh(), manifest());
                var files = Files.list(classes.resolve(folder))) {
            for (var file : files.toList()) {
                put(jar, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            put(jar, folder + "/" + BadMain.FLAW_FILE, flaw.name().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where the classes of this suite lie. */
    private static Path classes() {
        return Path.of(BadMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Manifest manifest() throws IOException {
        try (var app = new JarFile(original.toFile())) {
            var manifest = new Manifest(app.getManifest());
            var main = manifest.getMainAttributes();
            main.put(Attributes.Name.MAIN_CLASS, BadMain.class.getName());
            main.put(Attributes.Name.CLASS_PATH, APP_BEHIND + " " + main.getValue(Attributes.Name.CLASS_PATH));
            return manifest;
        }
    }

    private OutputStream fresh() throws IOException {
        return Files.newOutputStream(target.resolve("app.jar"));
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}

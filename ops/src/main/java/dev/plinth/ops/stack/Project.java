package dev.plinth.ops.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The Pulumi project of a run: the checkout's, with the program by its full path, so that the checkout is only read,
 * and from the jar that was built of it, so that no Maven is in the way.
 */
public final class Project {
    private static final String FILE = "Pulumi.yaml";

    private final House house;
    private final StackHome stack;

    public Project(House house, StackHome stack) {
        this.house = house;
        this.stack = stack;
    }

    /** Writes the project anew; only the stack's salt is kept from the last time. */
    public void write(Optional<ReleaseRequest> release) {
        var project = writeProject();
        var own = stack.project().resolve(stackFile());
        write(
                own,
                read(house.home().resolve(stackFile()))
                        .withSalt(Files.exists(own) ? read(own).salt() : Optional.empty())
                        .withRelease(project.name(), release));
    }

    /** Writes the project of a stack that the checkout has no file for; its settings are these. */
    public void write(ObjectNode settings) {
        var project = writeProject();
        write(stack.project().resolve(stackFile()), StackFile.of(project.name(), settings));
    }

    /** What encrypts the stack's secrets by its file in the checkout, where it is not a passphrase. */
    public Optional<String> secretsProvider() {
        return read(house.home().resolve(stackFile())).secretsProvider();
    }

    private StackFile writeProject() {
        var project = read(house.home().resolve(FILE));
        var program = house.home().resolve(project.main()).normalize();
        write(
                stack.project().resolve(FILE),
                project.withProgram(program.toString(), house.program().toString()));
        return project;
    }

    /** Writes only the stack's file, with its encryption as it is and the request added, and tells where. */
    public Path writeConfiguration(ReleaseRequest release) {
        var project = read(house.home().resolve(FILE));
        var file = stack.project().resolve(stackFile());
        write(file, read(house.home().resolve(stackFile())).withRelease(project.name(), Optional.of(release)));
        return file;
    }

    /** The folder of the program, which is its working folder too. */
    public Path program() {
        return house.home().resolve(read(house.home().resolve(FILE)).main()).normalize();
    }

    private String stackFile() {
        return "Pulumi.%s.yaml".formatted(stack.stack());
    }

    private static StackFile read(Path file) {
        try {
            return StackFile.parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** All at once, so that a salt is never lost half-way. */
    private static void write(Path file, StackFile content) {
        try {
            Files.createDirectories(file.getParent());
            var whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), content.yaml());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

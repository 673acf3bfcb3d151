package dev.plinth.policy.test;

import dev.plinth.policy.Rule;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rule classes in a package and in the packages inside it. */
final class RuleClasses {
    private RuleClasses() {}

    static List<Class<?>> beside(Class<?> packClass) {
        try {
            Path folder = Path.of(packClass.getResource(".").toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                return files.map(folder::relativize)
                        .map(Path::toString)
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .<Class<?>>map(file -> load(packClass, file))
                        .filter(candidate -> Rule.class.isAssignableFrom(candidate) && !candidate.isInterface())
                        .toList();
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the classes beside %s cannot be listed".formatted(packClass), unreadable);
        }
    }

    private static Class<?> load(Class<?> packClass, String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(packClass.getPackageName() + "." + name, false, packClass.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

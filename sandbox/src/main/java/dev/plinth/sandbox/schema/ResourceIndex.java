package dev.plinth.sandbox.schema;

import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** Every annotated resource class of an SDK's jar; read when it is first asked for. */
final class ResourceIndex {
    private static final Pattern RESOURCE_CLASS =
            Pattern.compile("(com/pulumi/(?!.*/(inputs|outputs|enums)/)[^$]*(?<!Args))\\.class");
    private final Map<String, Map<String, Class<?>>> packages = new ConcurrentHashMap<>();

    Optional<Class<?>> find(String token) {
        var packageName = token.split(":", 2)[0];
        boolean ours = load("com.pulumi." + packageName + ".Provider").isPresent();
        return ours ? Optional.ofNullable(of(packageName).get(token)) : Optional.empty();
    }

    Map<String, Class<?>> of(String packageName) {
        return packages.computeIfAbsent(packageName, ResourceIndex::scan);
    }

    static Optional<Class<?>> load(String className) {
        try {
            return Optional.of(Class.forName(className, false, ResourceIndex.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    private static Map<String, Class<?>> scan(String packageName) {
        var provider = load("com.pulumi." + packageName + ".Provider")
                .orElseThrow(() -> new IllegalArgumentException("No SDK is pinned for " + packageName));
        var classes = new TreeMap<String, Class<?>>();
        try (var jar = new JarFile(jar(provider).toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .map(RESOURCE_CLASS::matcher)
                    .filter(Matcher::matches)
                    .flatMap(name -> load(name.group(1).replace('/', '.')).stream())
                    .filter(type -> type.isAnnotationPresent(ResourceType.class))
                    .forEach(type ->
                            classes.put(type.getAnnotation(ResourceType.class).type(), type));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the SDK of " + packageName, e);
        }
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the jar of " + type, e);
        }
    }
}

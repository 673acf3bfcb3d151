package dev.plinth.ops.cloud;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls of AWS that are in this command's classes, as their bytecode says. */
final class AwsCalls {
    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.\\w+\\.(\\w+)Client");

    /** What clients have beside their service's operations. */
    private static final Set<String> OTHERS = Set.of("builder", "close", "serviceClientConfiguration");

    private static final Map<String, Set<String>> BY_CLASS = scan();

    /** Of each class, by its name without a package, the calls that are in it, each as {@code Service:Operation}. */
    static Map<String, Set<String>> byClass() {
        return BY_CLASS;
    }

    private static Map<String, Set<String>> scan() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.plinth.ops").stream()
                        .flatMap(AwsCalls::accesses)
                        .filter(AwsCalls::isCall)
                        .collect(groupingBy(
                                access -> outermost(access.getOriginOwner()),
                                TreeMap::new,
                                mapping(access -> name(access.getTarget()), toCollection(TreeSet::new))));
    }

    /** All of them. */
    static Set<String> all() {
        var all = new TreeSet<String>();
        byClass().values().forEach(all::addAll);
        return all;
    }

    /** A call's name, as the SDK calls service and operation. */
    static String name(String service, String operation) {
        return "%s:%s".formatted(service.replace(" ", "").toLowerCase(Locale.ROOT), operation);
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static boolean isCall(JavaAccess<?> access) {
        return CLIENT.matcher(access.getTargetOwner().getName()).matches()
                && !OTHERS.contains(access.getTarget().getName());
    }

    private static String name(AccessTarget target) {
        var client = CLIENT.matcher(target.getOwner().getName());
        if (!client.matches()) {
            throw new AssertionError(target.getFullName());
        }
        // Both are the SDK's conveniences over one operation.
        var method = target.getName().replaceAll("(Paginator|AsBytes)$", "");
        return name(client.group(1), method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(AwsCalls::outermost).orElseGet(type::getSimpleName);
    }

    private AwsCalls() {}
}

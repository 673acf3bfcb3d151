package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Selection;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What a selection of AWS Backup chooses: what it names, or what has one of its tags, if it meets all conditions and is
 * not excluded. Source: API reference of AWS Backup, BackupSelection.
 */
final class BackupSelection {
    private static final ResourceTypes SELECTIONS = ResourceTypes.of(Selection.class);
    private static final Property<List<String>> RESOURCES = SELECTIONS.texts("resources");
    private static final Property<List<String>> EXCLUDED = SELECTIONS.texts("notResources");
    private static final ObjectProperty<List<Properties>> TAGS = SELECTIONS.objects("selectionTags");
    private static final Property<String> TAG_KEY = TAGS.fields().text("key");
    private static final Property<String> TAG_VALUE = TAGS.fields().text("value");
    private static final ObjectProperty<List<Properties>> CONDITIONS = SELECTIONS.objects("conditions");

    private static final List<Comparison> COMPARISONS = List.of(
            Comparison.of("stringEquals", String::equals),
            Comparison.of("stringLikes", BackupSelection::like),
            Comparison.of("stringNotEquals", (wanted, found) -> !wanted.equals(found)),
            Comparison.of("stringNotLikes", (wanted, found) -> !like(wanted, found)));

    /** How a condition's key names a tag. */
    private static final String TAG_PREFIX = "aws:ResourceTag/";

    private BackupSelection() {}

    static boolean covers(Resource selection, Resource resource, Stack stack) {
        // What a preview knows comes first. Conditions and exclusions that a selection leaves unsaid are unknown there.
        return (selection.isUnknown(CONDITIONS) || meetsTheConditions(selection, resource))
                && (hasOneOfTheTags(selection, resource) || names(selection, RESOURCES, resource, stack))
                && (selection.isUnknown(EXCLUDED) || !names(selection, EXCLUDED, resource, stack));
    }

    private static boolean names(Resource selection, Property<List<String>> list, Resource resource, Stack stack) {
        if (stack.sources(selection, list).contains(resource)) {
            return true;
        }
        return selection.get(list).orElse(List.of()).stream().anyMatch(pattern -> matches(pattern, resource));
    }

    private static boolean matches(String pattern, Resource resource) {
        return pattern.equals("*")
                || resource.get(BackedUp.ARN).filter(arn -> like(pattern, arn)).isPresent();
    }

    private static boolean hasOneOfTheTags(Resource selection, Resource resource) {
        Map<String, String> tags = BackedUp.tags(resource);
        return selection.get(TAGS).orElse(List.of()).stream()
                .anyMatch(tag -> tag.get(TAG_VALUE).equals(tag.get(TAG_KEY).map(tags::get)));
    }

    private static boolean meetsTheConditions(Resource selection, Resource resource) {
        Map<String, String> tags = BackedUp.tags(resource);
        return selection.get(CONDITIONS).orElse(List.of()).stream()
                .allMatch(condition -> COMPARISONS.stream().allMatch(comparison -> comparison.holds(condition, tags)));
    }

    /** One kind of condition, and when a tag's value meets what is wanted. */
    private record Comparison(
            ObjectProperty<List<Properties>> list,
            Property<String> key,
            Property<String> value,
            BiPredicate<String, String> test) {
        static Comparison of(String kind, BiPredicate<String, String> test) {
            ObjectProperty<List<Properties>> list = CONDITIONS.fields().objects(kind);
            return new Comparison(list, list.fields().text("key"), list.fields().text("value"), test);
        }

        boolean holds(Properties condition, Map<String, String> tags) {
            return condition.get(list).orElse(List.of()).stream()
                    .allMatch(wanted -> test.test(
                            wanted.get(value).orElse(""),
                            tags.getOrDefault(tagName(wanted.get(key).orElse("")), "")));
        }
    }

    private static String tagName(String key) {
        return key.startsWith(TAG_PREFIX) ? key.substring(TAG_PREFIX.length()) : key;
    }

    /** Whether a text fits a pattern in which a star stands for anything. */
    private static boolean like(String pattern, String text) {
        String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.matches(expression, text);
    }
}

package dev.plinth.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a resource, or an object inside one, can have according to its SDK. Naming a property here that the SDK does not
 * have is an error at once, not a rule that never finds anything.
 */
public class Shape {
    private final List<SdkFields> alternatives;
    private final Set<String> owners;

    Shape(List<SdkFields> alternatives) {
        this.alternatives = alternatives;
        this.owners = Collections.unmodifiableSet(alternatives.stream()
                .map(SdkFields::owner)
                .collect(Collectors.toCollection(() -> new LinkedHashSet<String>())));
    }

    /** What objects in several places can have; a property asked of them has to be in each. */
    public static Shape together(Shape... places) {
        return new Shape(
                Stream.of(places).flatMap(place -> place.alternatives.stream()).toList());
    }

    /** A property that is true or false. */
    public final Property<Boolean> flag(String name) {
        check(name, "flag", SdkType::isFlag);
        return new Property<>(owners, name, Reading::flag);
    }

    /** A property that is a whole number. */
    public final Property<Integer> integer(String name) {
        check(name, "integer", SdkType::isNumber);
        return new Property<>(owners, name, Reading::integer);
    }

    /** A property that is a number. */
    public final Property<Double> number(String name) {
        check(name, "number", SdkType::isNumber);
        return new Property<>(owners, name, Reading::number);
    }

    /** A property that is a text. */
    public final Property<String> text(String name) {
        check(name, "text", SdkType::isText);
        return new Property<>(owners, name, Reading::text);
    }

    /** A property that is a list of texts. */
    public final Property<List<String>> texts(String name) {
        check(name, "texts", SdkType::isList);
        return new Property<>(owners, name, Reading::texts);
    }

    /** A property that holds texts by name, such as tags. */
    public final Property<Map<String, String>> textMap(String name) {
        check(name, "textMap", SdkType::isMap);
        return new Property<>(owners, name, Reading::textMap);
    }

    /** A property that holds values by name, of which one may be unknown or secret and the next not. */
    public final Property<Map<String, Value>> valueMap(String name) {
        check(name, "valueMap", SdkType::isMap);
        return new Property<>(owners, name, Reading::valueMap);
    }

    /** A property that has more than one type, such as a number or a percentage, as the engine knows it. */
    public final Property<Value> open(String name) {
        check(name, "open", SdkType::isOpen);
        return new Property<>(owners, name, (where, value) -> value);
    }

    /** A property whose text is a JSON document, such as an IAM policy. */
    public final Property<JsonNode> json(String name) {
        check(name, "json", SdkType::isText);
        return new Property<>(owners, name, Reading::json);
    }

    /** A property that is a file or an archive, as the engine knows it: an asset, an archive or a text. */
    public final Property<Value> content(String name) {
        check(name, "content", SdkType::isContent);
        return new Property<>(owners, name, (where, value) -> value);
    }

    /** A property that is an object. */
    public final ObjectProperty<Properties> object(String name) {
        check(name, "object", SdkType::isObject);
        return new ObjectProperty<>(owners, name, Reading::object, inside(name));
    }

    /** A property that is a list of objects. */
    public final ObjectProperty<List<Properties>> objects(String name) {
        check(name, "objects", SdkType::isList);
        return new ObjectProperty<>(owners, name, Reading::objects, inside(name));
    }

    /** Whether the SDK has a property of this name here. */
    public final boolean has(String name) {
        return alternatives.stream().anyMatch(fields -> fields.types().containsKey(name));
    }

    final List<SdkFields> alternatives() {
        return alternatives;
    }

    final Set<String> owners() {
        return owners;
    }

    private void check(String name, String reader, Predicate<SdkType> fits) {
        for (SdkFields fields : alternatives) {
            SdkType type = fields.type(name);
            if (!fits.test(type)) {
                throw new PolicyPackException("%s has '%s' as %s, which %s(\"%s\") cannot read"
                        .formatted(fields.owner(), name, type, reader, name));
            }
        }
    }

    private Shape inside(String name) {
        return new Shape(
                alternatives.stream().map(fields -> fields.inside(name)).toList());
    }
}

package dev.plinth.policies.security.storage;

import com.pulumi.aws.cloudtrail.Trail;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.stream.Stream;

/** Trails, which tell of every call of AWS, but of calls for objects only when asked. */
final class ObjectTrails {
    static final ResourceTypes TYPES = ResourceTypes.of(Trail.class);
    private static final String OBJECTS = "AWS::S3::Object";

    private static final ObjectProperty<List<Properties>> SELECTORS = TYPES.objects("eventSelectors");
    private static final ObjectProperty<List<Properties>> DATA =
            SELECTORS.fields().objects("dataResources");
    private static final Property<String> DATA_TYPE = DATA.fields().text("type");

    private static final ObjectProperty<List<Properties>> ADVANCED = TYPES.objects("advancedEventSelectors");
    private static final ObjectProperty<List<Properties>> FIELDS =
            ADVANCED.fields().objects("fieldSelectors");
    private static final Property<String> FIELD = FIELDS.fields().text("field");
    private static final Property<List<String>> EQUAL = FIELDS.fields().texts("equals");

    private ObjectTrails() {}

    static boolean tellsOfObjects(Resource trail) {
        return parts(trail, SELECTORS, DATA)
                        .anyMatch(data -> data.get(DATA_TYPE).orElse("").equals(OBJECTS))
                || parts(trail, ADVANCED, FIELDS).anyMatch(ObjectTrails::isObjects);
    }

    private static boolean isObjects(Properties selector) {
        return selector.get(FIELD).orElse("").equals("resources.type")
                && selector.get(EQUAL).orElse(List.of()).contains(OBJECTS);
    }

    private static Stream<Properties> parts(
            Resource trail, ObjectProperty<List<Properties>> outer, ObjectProperty<List<Properties>> inner) {
        return trail.get(outer).orElse(List.of()).stream()
                .flatMap(selector -> selector.get(inner).orElse(List.of()).stream());
    }
}

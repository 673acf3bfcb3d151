package dev.plinth.policy;

import com.pulumi.core.annotations.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The resource types that a rule is about, named by their SDK classes. */
public final class ResourceTypes extends Shape {
    private ResourceTypes(List<SdkFields> types) {
        super(types);
    }

    /** One type or several; a property asked of several has to be in each of them. */
    @SafeVarargs
    public static ResourceTypes of(Class<? extends com.pulumi.resources.Resource>... sdkClasses) {
        var types = new ArrayList<SdkFields>();
        for (Class<?> sdkClass : sdkClasses) {
            types.add(fields(sdkClass));
        }
        return new ResourceTypes(types);
    }

    /** The type tokens, such as {@code aws:rds/instance:Instance}. */
    public Set<String> tokens() {
        return owners();
    }

    private static SdkFields fields(Class<?> sdkClass) {
        ResourceType type = sdkClass.getAnnotation(ResourceType.class);
        if (type == null) {
            throw new PolicyPackException(
                    "%s is no resource of an SDK: it has no @ResourceType".formatted(sdkClass.getName()));
        }
        return SdkFields.ofResource(type.type(), sdkClass);
    }
}

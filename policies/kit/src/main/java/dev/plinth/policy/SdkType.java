package dev.plinth.policy;

import com.pulumi.asset.AssetOrArchive;
import com.pulumi.core.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type that an SDK gives to a property; the element's where it is a list or a map. */
record SdkType(Class<?> raw, Optional<Class<?>> element) {
    boolean isFlag() {
        // Some flags are texts in the SDK: a launch template's `encrypted`, for one.
        return raw == Boolean.class || raw == String.class || isOpen();
    }

    boolean isNumber() {
        return raw == Integer.class || raw == Double.class || isOpen();
    }

    boolean isText() {
        return raw == String.class || raw.isEnum() || isOpen();
    }

    boolean isList() {
        return raw == List.class;
    }

    boolean isMap() {
        return raw == Map.class || isOpen();
    }

    boolean isContent() {
        return AssetOrArchive.class.isAssignableFrom(raw) || isText();
    }

    boolean isObject() {
        return !raw.getName().startsWith("java.") && !raw.isEnum() && !isOpen();
    }

    boolean isOpen() {
        return raw == Object.class || raw == Either.class;
    }

    @Override
    public String toString() {
        String name = raw == Map.class ? "Map<String, %s>" : raw == List.class ? "List<%s>" : raw.getSimpleName();
        return name.formatted(element.map(Class::getSimpleName).orElse("?"));
    }
}

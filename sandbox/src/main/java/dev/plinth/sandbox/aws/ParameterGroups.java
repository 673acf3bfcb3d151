package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parameter groups of the state, found by the name that servers refer to. */
record ParameterGroups(StateStore state, String token) {

    /** The parameters of the group with that name, if the program declares it; AWS's own groups are not here. */
    Optional<Map<String, String>> named(String name) {
        return state.ofType(token).stream()
                .filter(group -> nameOf(group).filter(name::equals).isPresent())
                .findFirst()
                .map(ParameterGroups::parameters);
    }

    /** The servers of a type that use the same group as this one. */
    static Stream<StoredResource> users(StateStore state, String serverToken, String groupName) {
        return state.ofType(serverToken).stream()
                .filter(StoredResource::ready)
                .filter(server -> new Properties(server.inputs())
                        .text("parameterGroupName")
                        .filter(groupName::equals)
                        .isPresent());
    }

    static Optional<String> nameOf(StoredResource group) {
        return new Properties(group.inputs()).text("name");
    }

    private static Map<String, String> parameters(StoredResource group) {
        var parameters = new TreeMap<String, String>();
        new Properties(group.inputs())
                .each("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.text("name").orElse(""),
                        parameter.text("value").orElse("")));
        return parameters;
    }
}

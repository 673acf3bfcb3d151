package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.logging.Logger;

/** Says of a deletion that the cloud would have refused it. */
final class Protection {
    private static final Logger LOG = Logger.getLogger(Protection.class.getName());
    private static final List<String> SWITCHES = List.of("deletionProtection", "enableDeletionProtection");

    private Protection() {}

    static void tell(StoredResource resource) {
        var inputs = new Properties(resource.inputs());
        SWITCHES.stream()
                .filter(inputs::truth)
                .forEach(name -> LOG.info(
                        () -> "%s is deleted although %s is on: the cloud would refuse, a sandbox goes as a whole"
                                .formatted(resource.urn().described(), name)));
    }
}

package dev.plinth.ops.release;

import java.util.Map;

/** The pods of the API, as whatever runs them tells. */
@FunctionalInterface
interface Pods {
    /** The pods of a colour by name, each with a mark that is another one when the pod was started again. */
    Map<String, String> starts(Colour colour);
}

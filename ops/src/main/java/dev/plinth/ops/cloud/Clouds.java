package dev.plinth.ops.cloud;

/** How the cloud of a place is reached. */
@FunctionalInterface
public interface Clouds {
    Cloud open(CloudPlace place);
}

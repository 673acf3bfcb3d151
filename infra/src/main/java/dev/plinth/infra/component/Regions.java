package dev.plinth.infra.component;

import com.pulumi.aws.Provider;

/** One provider for each place that an environment lives in. */
public record Regions(Provider home, Provider recovery, Provider global) {

    Provider at(Place place) {
        return switch (place) {
            case HOME -> home;
            case RECOVERY -> recovery;
            case GLOBAL -> global;
        };
    }
}

package dev.plinth.ops.cloud;

import java.net.URI;
import java.util.Optional;

/** Where an environment's cloud answers: a region of AWS, or something on this machine that answers as AWS does. */
public record CloudPlace(String region, Optional<Endpoint> endpoint) {

    /**
     * An address instead of AWS's own.
     *
     * @param token what it takes as the id of an access key
     */
    public record Endpoint(URI address, String token) {
        /** Without the token, which is nobody's business. */
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** AWS itself, with the credentials of whoever runs this. */
    public static CloudPlace aws(String region) {
        return new CloudPlace(region, Optional.empty());
    }
}

package dev.plinth.app.tokens;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** A key pair that signs access tokens from a time on, until the next one does. */
public record SigningKey(ECKey pair, Instant signsFrom) {
    public String id() {
        return pair.getKeyID();
    }

    /** Shows nothing of the private key. */
    @Override
    public String toString() {
        return "SigningKey[%s from %s]".formatted(id(), signsFrom);
    }
}

package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Behaviour.Forwarding;
import java.net.http.HttpRequest.BodyPublisher;

/** Something that a CDN can ask. */
interface Origin {
    /** The answer; an origin that cannot be reached answers 502, and one that is too late 504. */
    OriginAnswer ask(ViewerRequest request, BodyPublisher body, Forwarding forwarding) throws InterruptedException;
}

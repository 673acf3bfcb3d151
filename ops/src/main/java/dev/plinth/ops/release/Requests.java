package dev.plinth.ops.release;

import dev.plinth.ops.console.Json;
import dev.plinth.ops.stack.ReleaseRequest;

/** The requests of a release to the program. */
final class Requests {
    private Requests() {}

    /** A colour gets the image that the run builds. */
    static ReleaseRequest deploy(Colour colour) {
        var request = Json.object();
        request.putObject("images").put(colour.toString(), "current");
        return new ReleaseRequest(request);
    }

    /** A colour gets so many of a hundred requests, the other the rest; with all of them it is live. */
    static ReleaseRequest share(Colour colour, int weight) {
        if (weight == Standing.ALL) {
            return live(colour);
        }
        var request = Json.object();
        request.putObject("weights")
                .put(colour.toString(), weight)
                .put(colour.other().toString(), Standing.ALL - weight);
        return new ReleaseRequest(request);
    }

    /** A colour is live, and the other runs the image again that it was to give up for another. */
    static ReleaseRequest live(Colour colour, Side idle) {
        var request = Json.object().put("live", colour.toString());
        request.putObject("images").put(idle.colour().toString(), idle.image());
        return new ReleaseRequest(request);
    }

    /** A colour is live and gets every request. */
    static ReleaseRequest live(Colour colour) {
        return new ReleaseRequest(Json.object().put("live", colour.toString()));
    }
}

package dev.plinth.checks.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks for every acknowledged write, when the load is over. */
final class Verification {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES_MAX = 40;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Line line;

    Verification(Line line) {
        this.line = line;
    }

    /** Those that are not there, and those of which it cannot be learnt. */
    List<String> lost(List<String> ids) throws InterruptedException {
        var lost = new ArrayList<String>();
        var turn = 0L;
        for (var id : ids) {
            if (!isThere(id, turn++)) {
                lost.add(id);
            }
        }
        return lost;
    }

    private boolean isThere(String id, long turn) throws InterruptedException {
        for (var attempt = 0; attempt < TRIES_MAX; attempt++) {
            var status = status(id, turn);
            if (status == OK || status == NOT_FOUND) {
                return status == OK;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private int status(String id, long turn) throws InterruptedException {
        try {
            return line.getAfresh(Traffic.METRICS + "/" + id + "?view=draft", turn);
        } catch (IOException e) {
            // Tried again, like any answer that does not say whether the metric is there.
            return 0;
        }
    }
}

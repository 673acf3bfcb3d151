package dev.plinth.sandbox.provider;

import dev.plinth.sandbox.diff.Change;
import dev.plinth.sandbox.diff.InputDiff;
import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Lifecycle.Difference;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** Differences as the protocol tells them. */
final class Differences {
    private Differences() {}

    /** The changes that the program did not ask to ignore. */
    static DiffResponse response(Difference difference, List<String> ignored) {
        var response = DiffResponse.newBuilder().setHasDetailedDiff(true).setChanges(DiffChanges.DIFF_NONE);
        for (var change : difference.changes()) {
            if (ignored.stream().noneMatch(path -> covers(path, change.path()))) {
                add(response, change);
            }
        }
        return response.setDeleteBeforeReplace(response.getReplacesCount() > 0 && difference.deleteBeforeReplace())
                .build();
    }

    /** A provider's options can always be changed; its resources stay. */
    static DiffResponse options(Fields before, Fields after) {
        return response(new Difference(InputDiff.between(before, after, ReplaceRules.NONE), false), List.of());
    }

    private static void add(DiffResponse.Builder response, Change change) {
        var top = change.path().split("[.\\[]", 2)[0];
        response.setChanges(DiffChanges.DIFF_SOME);
        if (!response.getDiffsList().contains(top)) {
            response.addDiffs(top);
        }
        if (change.replaces() && !response.getReplacesList().contains(top)) {
            response.addReplaces(top);
        }
        response.putDetailedDiff(
                change.path(),
                PropertyDiff.newBuilder()
                        .setInputDiff(true)
                        .setKind(kind(change))
                        .build());
    }

    private static Kind kind(Change change) {
        return switch (change.sort()) {
            case ADD -> change.replaces() ? Kind.ADD_REPLACE : Kind.ADD;
            case DELETE -> change.replaces() ? Kind.DELETE_REPLACE : Kind.DELETE;
            case UPDATE -> change.replaces() ? Kind.UPDATE_REPLACE : Kind.UPDATE;
        };
    }

    private static boolean covers(String ignored, String path) {
        return path.equals(ignored)
                || path.startsWith(ignored + ".")
                || path.startsWith(ignored + "[")
                || ignored.equals("*");
    }
}

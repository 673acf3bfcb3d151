package dev.plinth.app.http.stats;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.metrics.View;
import dev.plinth.app.stats.Stats;
import dev.plinth.app.values.InvalidValueException;

/** Statistics over HTTP. */
public final class StatsOperations implements Operations {
    private static final int COST = 5;
    private static final int STALE_DAYS_UNLESS_TOLD = 180;
    private static final int STALE_DAYS_MAX = 3_650;
    private static final int USAGE_DAYS_UNLESS_TOLD = 30;
    private static final int USAGE_DAYS_MAX = 60;
    private static final int LIMIT_UNLESS_TOLD = 20;
    private static final int LIMIT_MAX = 200;

    private final Stats stats;

    public StatsOperations(Stats stats) {
        this.stats = stats;
    }

    @Override
    public void addTo(Api api) {
        api.add(get("getStats", "/api/v1/stats"), this::overview)
                .add(get("getUsage", "/api/v1/stats/usage"), this::usage)
                .add(get("getAdoption", "/api/v1/stats/adoption"), this::adoption);
    }

    private static Operation get(String id, String path) {
        return Operation.get(id, path, Scope.METRICS_READ).costing(COST);
    }

    private Reply overview(Call call) {
        QueryReader query = call.query();
        int days = query.one("stale_days", text -> number(text, STALE_DAYS_MAX)).orElse(STALE_DAYS_UNLESS_TOLD);
        query.finish();
        return Reply.ok(StatsJson.write(stats.overview(View.of(call.principal()), days)));
    }

    private Reply usage(Call call) {
        QueryReader query = call.query();
        int days = query.one("days", text -> number(text, USAGE_DAYS_MAX)).orElse(USAGE_DAYS_UNLESS_TOLD);
        int limit = query.one("limit", text -> number(text, LIMIT_MAX)).orElse(LIMIT_UNLESS_TOLD);
        query.finish();
        return Reply.ok(StatsJson.write(stats.usage(View.of(call.principal()), days, limit)));
    }

    private Reply adoption(Call call) {
        call.withoutParameters();
        return Reply.ok(StatsJson.write(stats.adoption(View.of(call.principal()))));
    }

    private static int number(String text, int max) {
        int number = QueryReader.wholeNumber(text);
        if (number < 1 || number > max) {
            throw new InvalidValueException("must be 1 to %d".formatted(max));
        }
        return number;
    }
}

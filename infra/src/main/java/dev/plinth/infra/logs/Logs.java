package dev.plinth.infra.logs;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.keys.Purpose;

/** Makes the log groups of an environment: encrypted with its own key, and kept as long as configured. */
public record Logs(Keys keys, int retentionDays) {

    /** A log group in the environment's region; {@code path} is its name at AWS, which some services prescribe. */
    public LogGroup group(String name, String path, Resource parent, Scope scope) {
        return group(name, path, Place.HOME, scope.childIn(Place.HOME, parent), scope);
    }

    /** A log group of a service that belongs to no region. */
    public LogGroup globalGroup(String name, String path, Resource parent, Scope scope) {
        return group(name, path, Place.GLOBAL, scope.childIn(Place.GLOBAL, parent), scope);
    }

    private LogGroup group(String name, String path, Place place, CustomResourceOptions options, Scope scope) {
        var args = LogGroupArgs.builder()
                .name(path)
                .kmsKeyId(keys.arn(Purpose.LOGS, place))
                .retentionInDays(retentionDays)
                .tags(scope.tags(name))
                .build();
        return new LogGroup(name, args, options);
    }
}

package dev.plinth.sandbox.api;

import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.image.ImageStore;
import java.util.List;

/** The services that the sandbox serves. */
public final class ApiServices {
    private ApiServices() {}

    /** All of them, over what the resources stand on. */
    public static Api of(Machinery machinery, ImageStore images) {
        var state = machinery.state();
        return new Api(List.of(
                new Account(state).service(),
                new LoadBalancing(state, machinery.proxies()).service(),
                new Monitoring(state, machinery.proxies()).service(),
                new ObjectService(machinery.buckets()).service(),
                new Registry(images).service(),
                new SecretService(state).service(),
                AwsBackup.service(machinery),
                ElastiCache.service(machinery),
                Rds.service(machinery)));
    }
}

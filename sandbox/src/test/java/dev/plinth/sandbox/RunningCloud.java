package dev.plinth.sandbox;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.provider.ProviderServer;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A cloud of a test's own, with an engine that talks to it; closing it leaves nothing running. */
public final class RunningCloud implements AutoCloseable {
    private static final Fields OPTIONS = Inputs.fields("region", "eu-central-1");
    private final Path folder;
    private final List<EngineClient> others = new ArrayList<>();
    private Cloud cloud;
    private ProviderServer server;
    private EngineClient engine;

    public RunningCloud(Path folder) throws IOException {
        this.folder = folder;
        this.cloud = Cloud.open(folder);
        this.server = ProviderServer.start(cloud.provider());
        this.engine = new EngineClient(server.port()).configured(OPTIONS);
    }

    EngineClient engine() {
        return engine;
    }

    Known create(String type, String name, Object... inputs) {
        return engine.create(EngineClient.urn(type, name), Inputs.fields(inputs));
    }

    /** An engine with a provider of its own, as a program has for each region. */
    EngineClient provider(String region) {
        var provider = new EngineClient(server.port()).configured(Inputs.fields("region", region));
        others.add(provider);
        return provider;
    }

    Path authority() {
        return cloud.authority().certificateFile();
    }

    HttpClient.Builder client() {
        return HttpClient.newBuilder().sslContext(cloud.authority().clientContext());
    }

    List<MachineStatus> machines() {
        return cloud.overview().machines().status();
    }

    Cloud cloud() {
        return cloud;
    }

    /** As a daemon that ends and comes back: what runs, runs on. */
    void restart() throws IOException {
        end();
        cloud = Cloud.open(folder);
        server = ProviderServer.start(cloud.provider());
        engine = new EngineClient(server.port()).configured(OPTIONS);
    }

    static Properties outputs(Known resource) {
        return new Properties(resource.outputs());
    }

    @Override
    public void close() {
        cloud.removeAll();
        end();
    }

    private void end() {
        others.forEach(EngineClient::close);
        engine.close();
        server.close();
        cloud.close();
    }
}

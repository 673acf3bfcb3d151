package dev.plinth.policy.analyzer;

import static dev.plinth.policy.analyzer.Sent.list;
import static dev.plinth.policy.analyzer.Sent.number;
import static dev.plinth.policy.analyzer.Sent.object;
import static dev.plinth.policy.analyzer.Sent.output;
import static dev.plinth.policy.analyzer.Sent.secret;
import static dev.plinth.policy.analyzer.Sent.signed;
import static dev.plinth.policy.analyzer.Sent.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Signatures;
import dev.plinth.policy.Value.Archive;
import dev.plinth.policy.Value.Asset;
import dev.plinth.policy.Value.AssetSource;
import dev.plinth.policy.Value.Fields;
import dev.plinth.policy.Value.Flag;
import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Nil;
import dev.plinth.policy.Value.Numeric;
import dev.plinth.policy.Value.Output;
import dev.plinth.policy.Value.Reference;
import dev.plinth.policy.Value.Secret;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** The engine's values, there and back. */
final class ValuesTest {
    private static Properties properties(AnalyzerResource resource) {
        var request = AnalyzeStackRequest.newBuilder().addResources(resource).build();
        return Wire.stack(request).resources().getFirst().properties();
    }

    private static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    private static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    private static final String REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

    @Test
    void readsJson() {
        assertThat(read(Value.newBuilder().setBoolValue(true).build())).isEqualTo(new Flag(true));
        assertThat(read(number(1.5))).isEqualTo(new Numeric(1.5));
        assertThat(read(text("a"))).isEqualTo(new Text("a"));
        assertThat(read(Structs.NULL)).isEqualTo(new Nil());
        assertThat(read(list(text("a")))).isEqualTo(new Items(List.of(new Text("a"))));
        assertThat(read(object(Map.of("b", text("a"))))).isEqualTo(new Fields(Map.of("b", new Text("a"))));
    }

    @Test
    void readsEveryKindOfUnknown() {
        assertThat(Signatures.UNKNOWN)
                .hasSize(7)
                .allSatisfy(unknown -> assertThat(read(text(unknown))).isEqualTo(new Unknown()));
    }

    @Test
    void takesAResourceWithoutOutputsForUnknownUnlessItIsAComponent() {
        AnalyzerResource component = Sent.inStack("db", Map.of());
        AnalyzerResource resource = component.toBuilder()
                .setProvider(AnalyzerProviderResource.newBuilder().setType("pulumi:providers:aws"))
                .build();

        assertThat(properties(component)).isEqualTo(new Properties(Sent.TYPE, Map.of()));
        assertThat(properties(resource)).isEqualTo(Properties.unknown(Sent.TYPE));
    }

    @Test
    void readsSecretsAndOutputs() {
        assertThat(read(secret(list(secret(text("a"))))))
                .isEqualTo(new Secret(new Items(List.of(new Secret(new Text("a"))))));
        assertThat(read(output(Map.of()))).isEqualTo(new Unknown());
        assertThat(read(output(Map.of("value", text("a"))))).isEqualTo(new Text("a"));
        Value flag = Value.newBuilder().setBoolValue(true).build();
        assertThat(read(output(Map.of("value", text("a"), "secret", flag, "dependencies", list(text("urn"))))))
                .isEqualTo(new Secret(new Output(new Text("a"), Set.of("urn"))));
    }

    @Test
    void readsAssetsAndArchives() {
        Value asset = signed(ASSET, Map.of("hash", text("h"), "text", text("hello")));

        assertThat(read(asset)).isEqualTo(new Asset(new AssetSource("text", "hello", "h")));
        assertThat(read(signed(ASSET, Map.of("path", text("./a")))))
                .isEqualTo(new Asset(new AssetSource("path", "./a", "")));
        assertThat(read(signed(ARCHIVE, Map.of("uri", text("https://a")))))
                .isEqualTo(new Archive(new AssetSource("uri", "https://a", ""), Map.of()));
        assertThat(read(signed(ARCHIVE, Map.of("assets", object(Map.of("index", asset))))))
                .isEqualTo(new Archive(
                        new AssetSource("", "", ""),
                        Map.of("index", new Asset(new AssetSource("text", "hello", "h")))));
    }

    @Test
    void readsAResourceThatIsGivenAsAWhole() {
        assertThat(read(signed(REFERENCE, Map.of("urn", text("u"), "id", text("i")))))
                .isEqualTo(new Reference("u", "i"));
    }

    @Test
    void readsWhatIsSignedByAnEngineOfTomorrow() {
        assertThat(read(signed("tomorrow", Map.of("a", number(1)))))
                .isEqualTo(new Fields(Map.of("a", new Numeric(1), Sent.SIGNATURE, new Text("tomorrow"))));
        assertThat(read(object(Map.of(Sent.SIGNATURE, number(1))))).isInstanceOf(Fields.class);
    }

    @Test
    void survivesSignedObjectsThatLackWhatTheySign() {
        for (String signature : List.of(
                Signatures.SECRET, Signatures.OUTPUT, Signatures.REFERENCE, Signatures.ASSET, Signatures.ARCHIVE)) {
            assertThat(read(signed(signature, Map.of()))).isNotNull();
        }
    }

    @Test
    void writesWhatItReads() {
        Value asset = signed(ASSET, Map.of("hash", text("h"), "text", text("hello")));
        for (Value value : List.of(
                Structs.NULL,
                number(1.5),
                secret(list(text("a"))),
                object(Map.of("a", text("b"))),
                asset,
                signed(ARCHIVE, Map.of("assets", object(Map.of("index", asset)))))) {
            assertThat(Encoding.of(read(value))).isEqualTo(value);
        }
    }

    @Test
    void changesTheSameAsARuleSees() {
        Patch patch = new Patch(List.of(
                new Patch.Put("plain", new Text("new")),
                new Patch.Put("secret", new Text("new")),
                new Patch.Remove("gone"),
                new Patch.Inside("object", new Patch(List.of(new Patch.Put("b", new Numeric(2))))),
                new Patch.Inside("made", new Patch(List.of(new Patch.Put("b", new Numeric(2))))),
                new Patch.InsideEach(
                        "list", List.of(Patch.NONE, new Patch(List.of(new Patch.Put("b", new Numeric(2))))))));
        Struct inputs = Struct.newBuilder()
                .putFields("plain", text("old"))
                .putFields("secret", secret(text("old")))
                .putFields("gone", text("old"))
                .putFields("object", secret(object(Map.of("a", number(1)))))
                .putFields("list", list(object(Map.of("a", number(1))), secret(object(Map.of("a", number(2))))))
                .putFields("other", output(Map.of()))
                .build();

        assertThat(Values.of(StructPatch.apply(patch, inputs))).isEqualTo(patch.apply(Values.of(inputs)));
    }

    private static dev.plinth.policy.Value read(Value value) {
        return Values.of(Struct.newBuilder().putFields("it", value).build()).getOrDefault("it", new Nil());
    }
}

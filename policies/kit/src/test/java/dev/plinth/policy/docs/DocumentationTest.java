package dev.plinth.policy.docs;

import static dev.plinth.policy.SampleRules.INSTANCES;
import static dev.plinth.policy.SampleRules.info;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Framework;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentationTest {
    enum Size {
        SMALL,
        VERY_LARGE
    }

    record Limits(
            @Described(value = "days of backups", min = 1, max = 35)
            int daysMin,

            @Described("what | is meant") Size size,
            List<String> names) {}

    @Test
    void tellsAllThatARuleSaysOfItself() {
        assertThat(page(resourceRule("r", database -> List.of())))
                .startsWith("# r\n\nTitle of r.\n")
                .contains("| sample | mandatory | high | each resource by its inputs")
                .contains("## Why\n\nIt matters.", "## Cure\n\nMend it.")
                .contains("| `aws:rds/instance:Instance` | `com.pulumi.aws.rds.Instance` |")
                .contains("| [AWS FSBP](https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html)")
                .contains("| 1.0.0 | RDS.11 |");
    }

    @Test
    void tellsWhatCanBeSet() {
        var rule = ResourceRule.of(
                info("r").config(RuleConfig.of(new Limits(7, Size.SMALL, List.of("a")))),
                (database, context) -> Judgement.kept());

        assertThat(page(rule))
                .contains("| `daysMin` | integer | `7` | 1 to 35 | Days of backups. |")
                .contains("| `size` | string | `\"small\"` | `small`, `very-large` | What \\| is meant. |")
                .contains("| `names` | list of strings | `[\"a\"]` |  |  |")
                .contains("\"enforcementLevel\": \"mandatory\",\n    \"daysMin\": 7,\n    \"size\": \"small\"");
    }

    @Test
    void showsHowToSetTheLevelOfARuleThatHasNothingElse() {
        assertThat(page(resourceRule("r", database -> List.of())))
                .contains("Its level is all that can be set.", "{\"r\": \"mandatory\"}");
    }

    @Test
    void showsHowToExemptAResource() {
        assertThat(page(resourceRule("r", database -> List.of())))
                .contains("\"rule\": \"r\"", "\"resource\": \"aws:rds/instance:Instance::NAME\"", "\"expires\"");
    }

    @Test
    void tellsWhetherTheRulePutsRight() {
        assertThat(page(resourceRule("r", database -> List.of()))).contains("nothing is put right");
        assertThat(page(new Mending())).contains("the pack does this itself");
    }

    @Test
    void leadsToEveryPage() {
        var pages = Documentation.of(List.of(pack(resourceRule("r", database -> List.of()), new Mending())))
                .pages();

        assertThat(pages).containsOnlyKeys("README.md", "sample/r.md", "sample/mending.md");
        assertThat(pages.get("README.md"))
                .contains("[r](sample/r.md)", "[mending](sample/mending.md)")
                .contains("| sample | 2 | 0 | 2 | 0 | 0 | 1 |");
    }

    @Test
    void tellsWhatIsCoveredByServiceAndByControlInTheOrderOfPeople() {
        Rule two = resourceRule("two", database -> List.of());
        String index =
                Documentation.of(List.of(pack(two, new Mending()))).pages().get("README.md");

        assertThat(index)
                .contains("| service | rules | AWS FSBP | Checkov |")
                .contains("| aws rds | 2 | 2 | 1 |")
                .contains("| RDS.2 | [mending](sample/mending.md) |\n| RDS.11 | [two](sample/two.md) |");
    }

    private static String page(Rule rule) {
        return Documentation.page(pack(rule), rule);
    }

    private static final class Mending implements RemediatingRule {
        @Override
        public RuleInfo info() {
            return RuleInfo.mandatory("mending", INSTANCES, "A database is mended")
                    .controls(Framework.AWS_FSBP.control("RDS.2"))
                    .cure("mend it");
        }

        @Override
        public Judgement check(Resource database, Context context) {
            return Judgement.kept();
        }

        @Override
        public Patch remedy(Resource database, Context context) {
            return Patch.NONE;
        }
    }
}

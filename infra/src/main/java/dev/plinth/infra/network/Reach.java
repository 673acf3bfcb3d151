package dev.plinth.infra.network;

import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;
import java.util.List;

/**
 * How far an endpoint leads: the account's own identities come through, and where all that is asked for belongs to the account,
 * they reach nothing of others. So keys that were carried in, or data that is carried out, stop at the endpoint.
 */
enum Reach {
    /** Identities of the account, to what is theirs. */
    OWN,
    /** Identities of the account, to what others share with them: the images of EKS's add-ons belong to AWS. */
    SHARED;

    Policy policy(Account account) {
        var own = Condition.is("aws:PrincipalAccount", account.id());
        var statement = Statement.allow("Own", "*").to(Principal.everybody()).on("*");
        return switch (this) {
            case OWN -> Policy.of(statement.when(own, Condition.is("aws:ResourceAccount", account.id())));
            case SHARED -> Policy.of(statement.when(own));
        };
    }

    /** The policy of S3's endpoint: the account's own buckets, and those of AWS that hold layers of images. */
    static Policy s3(Account account) {
        // ECR and the nodes' package manager fetch without the account's identity.
        var layers = Statement.allow("Layers", "s3:GetObject")
                .to(Principal.everybody())
                .on(
                        "arn:aws:s3:::prod-%s-starport-layer-bucket/*".formatted(account.region()),
                        "arn:aws:s3:::al2023-repos-%s-de612dc2/*".formatted(account.region()));
        return new Policy(List.of(OWN.policy(account).statements().getFirst(), layers));
    }
}

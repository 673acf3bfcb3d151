package dev.plinth.infra.delivery;

import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;
import java.util.List;

/** The bucket and the key of Pulumi's state, which {@code plinth bootstrap} makes before anything else exists. */
record PulumiBackend(Account account) {

    private String bucketArn() {
        return "arn:aws:s3:::plinth-state-%s-%s".formatted(account.id(), account.region());
    }

    /** To read the state, and to hold the lock of a run; a preview writes no more than that. */
    List<Statement> reading() {
        return List.of(
                Statement.allow("ListState", "s3:ListBucket", "s3:GetBucketLocation")
                        .on(bucketArn()),
                Statement.allow("ReadState", "s3:GetObject").on(bucketArn() + "/*"),
                Statement.allow("LockState", "s3:PutObject", "s3:DeleteObject").on(bucketArn() + "/.pulumi/locks/*"),
                stateKey("ReadSecrets", "kms:Decrypt", "kms:GenerateDataKey"));
    }

    /** To change the state as well. Its versions stay, whoever deletes or overwrites it. */
    List<Statement> writing() {
        return List.of(
                Statement.allow("ListState", "s3:ListBucket", "s3:GetBucketLocation")
                        .on(bucketArn()),
                Statement.allow("WriteState", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
                        .on(bucketArn() + "/*"),
                stateKey("UseStateKey", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"));
    }

    private Statement stateKey(String sid, String... actions) {
        return Statement.allow(sid, actions)
                .on(account.arn("kms", "key/*"))
                .when(Condition.plain("ForAnyValue:StringEquals", "kms:ResourceAliases", "alias/plinth-state"));
    }
}

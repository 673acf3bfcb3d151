package dev.plinth.app.http;

import dev.plinth.app.work.Transactions;

/** Runs calls that change something in one transaction; what is only tried out is undone at its end. */
public final class TransactionLayer implements Layer {
    /** The query parameter that makes a call a trial: all is checked, nothing is changed. */
    static final String TRIAL = "validate_only";

    private final Transactions transactions;

    public TransactionLayer(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Reply around(Call call, Endpoint next) {
        return switch (call.operation().effect()) {
            case NONE, APART -> next.handle(call);
            case TRANSACTED ->
                call.isTrial()
                        ? transactions.undone(() -> next.handle(call))
                        : transactions.within(() -> next.handle(call));
        };
    }
}

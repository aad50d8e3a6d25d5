package io.kaagent.it.child;

/** How a request ended for the application. */
final class Outcome {
    private final int status;
    private final int connection;
    private final boolean right;
    private final Throwable failure;
    private String fields = "";

    private Outcome(int status, int connection, boolean right, Throwable failure) {
        this.status = status;
        this.connection = connection;
        this.right = right;
        this.failure = failure;
    }

    /** @param connection the server's number of the connection; @param right whether the answer is the one to this request */
    static Outcome answered(int status, int connection, boolean right) {
        return new Outcome(status, connection, right, null);
    }

    static Outcome failed(Throwable failure) {
        return new Outcome(-1, -1, false, failure);
    }

    /** @param seen the fields of the answer, a line each, and what was asked of the request's own */
    Outcome withFields(String seen) {
        fields = seen;
        return this;
    }

    String fields() {
        return fields;
    }

    int connection() {
        return connection;
    }

    boolean isRight() {
        return right;
    }

    boolean isFailure() {
        return failure != null;
    }

    Message toMessage() {
        Message message = Control.ok();
        if (failure != null) {
            return message.with("failure", failure.getClass().getName()).with("message", failure.getMessage());
        }
        return message.with("status", status)
                .with("connection", connection)
                .with("right", right)
                .with("fields", fields);
    }

    @Override
    public String toString() {
        return failure == null
                ? "status " + status + (right ? "" : ", not the answer to this request")
                : failure.toString();
    }
}

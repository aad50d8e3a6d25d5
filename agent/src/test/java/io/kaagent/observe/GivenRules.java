package io.kaagent.observe;

import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import java.util.Properties;

/** The rules that an agent argument gives. */
final class GivenRules implements Rules {
    private final Options options;

    GivenRules(String argument) {
        this.options = Options.load(argument, new Properties());
    }

    @Override
    public OriginOptions of(String host, int port) {
        return options.forOrigin(null, host, port);
    }

    @Override
    public boolean keeps(OriginOptions of, boolean ofJdk, boolean secure) {
        return true;
    }

    @Override
    public long idleMillis(OriginOptions of) {
        return of.timeoutMillis();
    }
}

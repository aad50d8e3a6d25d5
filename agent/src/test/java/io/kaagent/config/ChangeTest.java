package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private final Options given =
            Given.argument("maxSockets=9,origin.*.example.com.maxSockets=4,origin.a.example.com:80.timeout=7");

    @Test
    void ofAllOriginsHoldsWhereNoneIsOfItsOwn() {
        Change change = Change.ofAll("maxSockets", "5");
        Options changed = change.appliedTo(given);
        assertThat(changed.global().maxSockets()).isEqualTo(5);
        assertThat(changed.forOrigin("http", "other", 80).maxSockets()).isEqualTo(5);
        assertThat(changed.forOrigin("http", "b.example.com", 80).maxSockets()).isEqualTo(4);
        assertThat(change.effectOn(given))
                .isEqualTo("ka.maxSockets=5, before it was 9; origins with a value of their own keep it");
    }

    @Test
    void ofOneOriginOverrulesWhatWasGivenForIt() {
        Change change = Change.ofOrigin("a.example.com", 80, "ka.timeout", " 8000 ");
        Options changed = change.appliedTo(given);
        assertThat(changed.forOrigin("http", "A.example.com", 80).timeoutMillis())
                .isEqualTo(8000);
        assertThat(changed.forOrigin("http", "a.example.com", 81).timeoutMillis())
                .isEqualTo(4000);
        assertThat(change.effectOn(given)).isEqualTo("ka.origin.a.example.com:80.timeout=8000, before it was 7");
    }

    @Test
    void isOfAnIpv6AddressWithBracketsOrWithout() {
        for (String host : new String[] {"::1", "[::1]"}) {
            Change change = Change.ofOrigin(host, 80, "maxSockets", "2");
            Options changed = change.appliedTo(given);
            assertThat(changed.forOrigin("http", "::1", 80).maxSockets()).isEqualTo(2);
            assertThat(changed.forOrigin("http", "[::1]", 80).maxSockets()).isEqualTo(2);
            assertThat(change.isOf("[::1]", 80)).isTrue();
            assertThat(change.isOf("::1", 80)).isTrue();
            assertThat(change.isOf("::1", 81)).isFalse();
        }
    }

    @Test
    void replacesOnlyWhatIsAboutTheSame() {
        Change change = Change.ofOrigin("a", 80, "maxSockets", "2");
        assertThat(change.replaces(Change.ofOrigin("A", 80, "maxSockets", "3"))).isTrue();
        assertThat(change.replaces(Change.ofOrigin("a", 81, "maxSockets", "3"))).isFalse();
        assertThat(change.replaces(Change.ofOrigin("a", 80, "timeout", "3"))).isFalse();
        assertThat(change.replaces(Change.ofAll("maxSockets", "3"))).isFalse();
        assertThat(Change.ofAll("maxSockets", "3").replaces(change)).isFalse();
        assertThat(Change.ofAll("maxSockets", "3").replaces(Change.ofAll("maxSockets", "4")))
                .isTrue();
    }

    @Test
    void isRefusedWithTheReasonAndWhatIsAllowed() {
        refused("maxSockets", "five")
                .hasMessage(
                        "ka.maxSockets=five: not a number; allowed: an integer >= 1 or Infinity; nothing was changed");
        refused("scheduling", "random")
                .hasMessage("ka.scheduling=random: not one of the words; allowed: lifo or fifo; nothing was changed");
        refused("timeout", "-1").hasMessageContaining("less than 0");
        refused("timeout", null).hasMessageContaining("no value");
        refused("maxSocket", "5").hasMessageContaining("unknown key ka.maxSocket; did you mean ka.maxSockets?");
        refused(null, "5").hasMessageStartingWith("unknown key ka.; can be changed: maxSockets, ");
        refused("enabled", "false").hasMessageStartingWith("ka.enabled can't be changed while the application runs");
        refused("maxSockets", "1\n2").hasMessageStartingWith("ka.maxSockets=1?2: ");
    }

    @Test
    void ofOneOriginIsRefusedWhatHoldsForAllOnly() {
        assertThatThrownBy(() -> Change.ofOrigin("a", 80, "maxTotalSockets", "5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ka.maxTotalSockets can't be given for one origin");
        assertThatThrownBy(() -> Change.ofOrigin("a b", 80, "maxSockets", "5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'a b' is no host");
    }

    private static AbstractThrowableAssert<?, ?> refused(String key, String value) {
        return assertThatThrownBy(() -> Change.ofAll(key, value)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void isTheTimeInUtc() {
        assertThat(stamp(0)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(stamp(951_782_399_999L)).isEqualTo("2000-02-28T23:59:59.999Z");
        assertThat(stamp(951_782_400_000L)).isEqualTo("2000-02-29T00:00:00.000Z");
    }

    @Test
    void agreesWithTheJdkOnEveryDayUntil2200() {
        Random random = new Random(1);
        long end = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
        for (long day = 0; day < end; day += 86_400_000) {
            long millis = day + random.nextInt(86_400_000);
            assertThat(stamp(millis)).isEqualTo(FORMAT.format(Instant.ofEpochMilli(millis)));
        }
    }

    private static String stamp(long millis) {
        return Timestamp.append(new StringBuilder(), millis).toString();
    }
}

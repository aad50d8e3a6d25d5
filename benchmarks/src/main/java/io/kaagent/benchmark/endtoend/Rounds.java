package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Clients of one kind take turns, so that what else the machine does meets all of them; each round begins with another one. */
final class Rounds {
    private static final int WARM_UP_ROUNDS = 5;

    private final Hosts hosts;
    private final Origins origins;
    private final Settings settings;
    private final List<Runner> runners;

    Rounds(Hosts hosts, Origins origins, Settings settings, List<Runner> runners) {
        this.hosts = hosts;
        this.origins = origins;
        this.settings = settings;
        this.runners = runners;
    }

    /** By as many threads as there will be, on loopback, where most requests are made in a time. */
    void warmUp(Legacy legacy, boolean tls) throws IOException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            for (Runner runner : runners) {
                runner.work(
                        origins, new Place(legacy, tls, 0, i == 0 ? 1 : 16), settings.warmUpMillis / WARM_UP_ROUNDS);
            }
        }
    }

    List<Cell> measure(Place place) throws IOException {
        hosts.delay(place.delay);
        List<Cell> cells = new ArrayList<>();
        for (Runner runner : runners) {
            cells.add(new Cell(place, runner.way));
        }
        for (int round = 0; round < settings.rounds; round++) {
            for (int i = 0; i < runners.size(); i++) {
                int which = (i + round) % runners.size();
                cells.get(which).add(runners.get(which).work(origins, place, settings.millis));
            }
        }
        return cells;
    }
}

package io.kaagent.benchmark.pool;

import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One cell of one peer, in a JVM of its own. */
final class Run {
    static final String RATE = "take and give back";
    static final String CPU = "CPU time";
    static final String ALLOCATED = "allocated";

    private static final String[] JVM = {"-Xms512m", "-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"};

    private final Effort effort;

    Run(Effort effort) {
        this.effort = effort;
    }

    /** Each iteration is a sample. */
    void into(Results results, Map<String, String> at, Peers peer, Cell cell) throws RunnerException {
        RunResult result = new Runner(options(peer, cell)).runSingle();
        results.add(Figure.of(at, RATE, "1/ms", samples(result, null)));
        results.add(Figure.of(at, CPU, "ns", samples(result, CpuTime.LABEL)));
        results.add(Figure.of(at, ALLOCATED, "bytes", samples(result, "gc.alloc.rate.norm")));
    }

    private Options options(Peers peer, Cell cell) {
        return new OptionsBuilder()
                .include(TakeAndGive.class.getName() + ".takeAndGive$")
                .param("peer", peer.name())
                .param("threads", String.valueOf(cell.threads()))
                .param("origins", String.valueOf(cell.origins()))
                .param("free", String.valueOf(cell.free()))
                .param("limit", String.valueOf(cell.limit()))
                .threads(cell.threads())
                .forks(1)
                .warmupIterations(effort.warmUps())
                .warmupTime(TimeValue.milliseconds(effort.warmUpMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
                .jvmArgs(Stream.of(JVM, Jdk.SETTINGS).flatMap(Stream::of).toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** @param secondary null for the primary result */
    private static double[] samples(RunResult run, String secondary) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> result(iteration, secondary))
                .mapToDouble(Result::getScore)
                .toArray();
    }

    private static Result<?> result(IterationResult iteration, String secondary) {
        return secondary == null
                ? iteration.getPrimaryResult()
                : iteration.getSecondaryResults().get(secondary);
    }
}
